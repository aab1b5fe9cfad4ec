import fc from 'fast-check'
import { expect, it } from 'vitest'
import { day } from '#calendar'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { parts, people, reading, sent } from '#test/directive-rows'
import {
  confirmDrafts,
  type DraftToDecide,
  dropDraft,
  getDirective,
  joinDrafts,
  keepDraft,
  restoreDraft,
  splitDraft,
} from './index.ts'

const database = await freshDatabase()
const on = '2026-06-15'
const clerk = <Result>(work: Parameters<typeof withActor<Result>>[2]) =>
  withActor(database, people.clerk, work)
const draftsOf = async (id: number) => (await clerk((tx) => getDirective(tx, id, day(on)))).drafts
/** What stands for the text now: not what was joined or split into something else. */
const standing = (drafts: readonly DraftToDecide[]) =>
  drafts.filter(({ state }) => state !== 'joined' && state !== 'split')

type Step = { does: 'confirm' | 'drop' | 'join' | 'split' | 'restore'; which: number; with: number }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    does: fc.constantFrom('confirm', 'drop', 'join', 'split', 'restore'),
    which: fc.nat(20),
    with: fc.nat(20),
  }),
  { minLength: 3, maxLength: 8 },
)

/** Does a step to some draft it can be done to; nothing when there is none. */
async function take(id: number, { does, which, with: other }: Step): Promise<void> {
  const drafts = await draftsOf(id)
  const open = drafts.filter(({ state }) => state === 'proposed')
  const among = does === 'restore' ? drafts.filter(({ state }) => state !== 'proposed') : open
  const draft = among[which % Math.max(1, among.length)]
  if (!draft) return
  const second = open.filter((each) => each !== draft)[other % Math.max(1, open.length - 1)]
  const { content } = draft
  if (does === 'confirm') await clerk((tx) => confirmDrafts(tx, { drafts: [draft], ...sent(on) }))
  if (does === 'drop') await clerk((tx) => dropDraft(tx, { draft, because: 'Trùng', ...sent(on) }))
  if (does === 'split')
    await clerk((tx) => splitDraft(tx, { draft, parts: [{ content }, { content }], ...sent(on) }))
  if (does === 'join' && second)
    await clerk((tx) => joinDrafts(tx, { drafts: [draft, second], content, ...sent(on) }))
  if (does === 'restore')
    await clerk((tx) => restoreDraft(tx, { draft, ...sent(on) })).catch((error: { code?: string }) =>
      expect(['madeIntoMore', 'sourcesBack']).toContain(error.code),
    )
}

it('whatever is confirmed, dropped, joined, split and restored, no word of the text is lost and none is added', async () => {
  const quotes = reading.tasks.map(({ quote }) => quote).toSorted()
  const property = fc.asyncProperty(steps, async (all) => {
    const { id } = await clerk((tx) => keepDraft(tx, { reading, source: { parts }, ...sent(on) }))
    for (const step of all) {
      await take(id, step)
      const found = standing(await draftsOf(id)).flatMap((draft) => draft.quotes.map(({ quote }) => quote))
      expect([...new Set(found)].toSorted()).toEqual(quotes)
    }
    const drafts = await draftsOf(id)
    for (const { decidedBy, state } of drafts) expect(decidedBy === undefined).toBe(state === 'proposed')
    for (const { madeFrom } of drafts)
      for (const source of madeFrom) expect(drafts.map((draft) => draft.id)).toContain(source)
  })
  await fc.assert(property, { numRuns: 12, seed: 5 })
})
