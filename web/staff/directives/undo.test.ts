import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { confirmDrafts, getDirective, keepDraft, listEvents, restoreDraft } from '#directives'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { at, parts, people, reading, sent } from '#test/directive-rows'
import { actOnDrafts } from './draft-acts.server.ts'
import { findUndo } from './undo.ts'

const database = await freshDatabase()
const on = '2026-11-23'
const as = <Result>(work: Parameters<typeof withActor<Result>>[2]) => withActor(database, people.clerk, work)

async function begin(): Promise<number> {
  const { id } = await as((tx) => keepDraft(tx, { reading, source: { parts }, ...sent(on) }))
  return id
}

const draftsOf = async (id: number) => (await as((tx) => getDirective(tx, id, day(on)))).drafts

/** A form of the desk about the draft in this place. */
async function press(id: number, deed: string, place = 0, rest: Record<string, string> = {}) {
  const open = (await draftsOf(id)).filter(({ state }) => state === 'proposed' || state === 'confirmed')
  const draft = open[place]
  const form = new FormData()
  const fields = { viec: deed, 'du-thao': String(draft?.id), ban: String(draft?.version), ...rest }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return as((tx) => actOnDrafts(tx, id, form))
}

const statesOf = async (id: number) => (await draftsOf(id)).map(({ state }) => state).join(' ')
const undo = (id: number) => press(id, 'hoan-tac')
const fresh = 'proposed proposed proposed proposed proposed'

describe('the step back', () => {
  it('goes back through every deed, the last first, until nothing is decided', async () => {
    const id = await begin()
    await press(id, 'xac-nhan')
    await press(id, 'bo', 1, { 'ly-do': 'Không phải việc' })
    const [, , third, fourth] = await draftsOf(id)
    await press(id, 'gop', 1, { voi: String(fourth?.id), 'ban-voi': String(fourth?.version) })
    expect(third?.state).toBe('proposed')
    expect(await statesOf(id)).toBe('confirmed dropped joined proposed joined proposed')
    await undo(id)
    expect(await statesOf(id)).toBe('confirmed dropped proposed dropped proposed proposed')
    await undo(id)
    await undo(id)
    expect((await statesOf(id)).replace('dropped ', '')).toBe(fresh)
    await undo(id)
    expect((await statesOf(id)).replace('dropped ', '')).toBe(fresh)
  })

  it('takes back together what was confirmed together', async () => {
    const id = await begin()
    await as(async (tx) => {
      const { drafts } = await getDirective(tx, id, day(on))
      await confirmDrafts(tx, { drafts, key: `all ${id}`, at: at(on) })
    })
    await undo(id)
    expect(await statesOf(id)).toBe(fresh)
  })

  it('gives a draft its former words, and then goes further back instead of forth', async () => {
    const id = await begin()
    await press(id, 'bo', 4, { 'ly-do': 'Không phải việc' })
    await press(id, 'sua', 0, { 'viec-gi': 'Rà soát lại', 'linh-vuc': 'poverty', han: '' })
    expect((await draftsOf(id))[0]?.content).toEqual({
      does: 'Rà soát lại',
      areas: ['poverty'],
      kind: 'task',
    })
    await undo(id)
    expect((await draftsOf(id))[0]?.content).toMatchObject({
      does: reading.tasks[0]?.does,
      due: '2026-07-20',
    })
    await undo(id)
    expect(await statesOf(id)).toBe(fresh)
  })

  it('leaves alone what somebody has already restored', async () => {
    const id = await begin()
    await press(id, 'xac-nhan')
    const [draft] = await draftsOf(id)
    await as((tx) =>
      restoreDraft(tx, { draft: { id: draft?.id ?? 0, version: draft?.version ?? 0 }, ...sent(on) }),
    )
    const [events, drafts] = [await as((tx) => listEvents(tx, { directiveId: id })), await draftsOf(id)]
    expect(findUndo(events, drafts)).toBeUndefined()
  })
})

describe('the desk of drafts', () => {
  it('splits a draft at a place of its words, and says every field that is wrong at once', async () => {
    const id = await begin()
    const words = reading.tasks[0]?.quote ?? ''
    const place = words.indexOf('báo cáo')
    await press(id, 'tach', 0, { cho: String(place) })
    const made = (await draftsOf(id)).filter(({ madeFrom }) => madeFrom.length > 0)
    expect(made.map(({ quotes }) => quotes[0]?.quote)).toEqual([
      'rà soát người đủ 75 tuổi chưa nhận trợ cấp hưu trí xã hội',
      'báo cáo trước ngày 20/7/2026',
    ])
    const wrong = {
      'viec-gi': ' ',
      han: '31/2/2026',
      'chi-tieu-0-chu': 'ít nhất',
      'chi-tieu-0-so': 'chín mươi',
    }
    expect(await press(id, 'sua', 0, wrong)).toEqual({
      ok: false,
      problems: {
        'viec-gi': 'needWords',
        'linh-vuc': 'needArea',
        han: 'notADay',
        'chi-tieu-0-so': 'notANumber',
      },
    })
  })

  it('does nothing that is not asked for in so many words', async () => {
    const id = await begin()
    for (const deed of ['constructor', '', 'giao-het']) {
      const refused = await press(id, deed).catch((error: unknown) => error)
      expect(refused).toMatchObject({ status: 400 })
    }
    expect(await statesOf(id)).toBe(fresh)
  })
})
