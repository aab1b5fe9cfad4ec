import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { parts, people, reading, sent } from '#test/directive-rows'
import {
  addDraft,
  confirmDrafts,
  confirmYear,
  type DraftToDecide,
  dropDraft,
  editDraft,
  editHead,
  getDirective,
  issueDirective,
  issuingWarnings,
  joinDrafts,
  keepDraft,
  listEvents,
  listHindrances,
  listTasks,
  readBeforeIssuing,
  restoreDraft,
  splitDraft,
} from './index.ts'

const database = await freshDatabase()
const today = day('2026-06-15')
const on = '2026-06-15'
const as = <Result>(actor: Parameters<typeof withActor>[1], work: Parameters<typeof withActor<Result>>[2]) =>
  withActor(database, actor, work)
const clerk = <Result>(work: Parameters<typeof withActor<Result>>[2]) => as(people.clerk, work)

const keep = async () => (await clerk((tx) => keepDraft(tx, { reading, source: { parts }, ...sent(on) }))).id
const read = (id: number) => clerk((tx) => getDirective(tx, id, today))
const drafts = async (id: number) => (await read(id)).drafts as [DraftToDecide, DraftToDecide, DraftToDecide]
const confirmAll = async (id: number) => {
  const open = (await read(id)).drafts.filter(({ state }) => state === 'proposed')
  await clerk((tx) => confirmDrafts(tx, { drafts: open, ...sent(on) }))
}

describe('a directive that was read', () => {
  it('is kept with its text, what is no order, and every draft with the words it came from', async () => {
    const directive = await read(await keep())
    expect(directive).toMatchObject({ number: '312/TB-UBND', state: 'draft', inferred: ['issuedOn'], parts })
    expect(directive.kept).toEqual(reading.kept)
    expect(directive.drafts.map(({ quotes, state }) => [quotes, state])).toEqual(
      reading.tasks.map(({ paragraph, quote }) => [[{ paragraph, quote }], 'proposed']),
    )
  })

  it('is told of another with its number', async () => {
    const first = await keep()
    const { alike } = await clerk((tx) => keepDraft(tx, { reading, source: { parts }, ...sent(on) }))
    expect(alike).toContain(first)
  })

  it('says whom each draft would be handed to today: by name, by the addressee, by who carries an area on', async () => {
    const { drafts: found } = await read(await keep())
    expect(found.map(({ proposedLead }) => proposedLead.party)).toEqual([
      'dpHealth',
      'dpHealth',
      'dpHomeAffairs',
      undefined,
      'communeCommittee',
    ])
    expect(found[3]?.proposedLead).toEqual({
      written: 'Sở LĐ-TB&XH',
      party: undefined,
      candidates: [
        { agency: 'dpAgriculture', areas: ['poverty'], isInferred: true },
        { agency: 'dpHealth', areas: ['children'], isInferred: true },
      ],
      isInferred: false,
      cooperating: [],
    })
  })
})

describe('a draft', () => {
  it('is edited and confirmed, and its history says who changed what from what', async () => {
    const id = await keep()
    const [draft] = await drafts(id)
    const content = { ...draft.content, does: 'Rà soát  người cao tuổi', due: day('2026-07-31') }
    await clerk((tx) => editDraft(tx, { draft, content, lead: 'dpHomeAffairs', confirm: true, ...sent(on) }))
    const [edited] = await drafts(id)
    expect(edited).toMatchObject({
      state: 'confirmed',
      decidedBy: 'officer:van',
      lead: 'dpHomeAffairs',
      quotes: draft.quotes,
      content: { does: 'Rà soát người cao tuổi', due: '2026-07-31' },
    })
    const events = (await clerk((tx) => listEvents(tx, { directiveId: id }))).filter(
      ({ draftId }) => draftId === draft.id,
    )
    expect(events.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['draftEdited', 'officer:van'],
      ['draftConfirmed', 'officer:van'],
    ])
    expect(events[0]?.details).toMatchObject({ before: { due: '2026-07-20' }, after: { due: '2026-07-31' } })
  })

  it('that was joined keeps both quotes, and both come back when it is restored', async () => {
    const id = await keep()
    const [first, second] = await drafts(id)
    const { id: joined } = await clerk((tx) =>
      joinDrafts(tx, { drafts: [first, second], content: first.content, ...sent(on) }),
    )
    const found = await drafts(id)
    const made = found.find((draft) => draft.id === joined)
    expect(made).toMatchObject({ state: 'proposed', madeFrom: [first.id, second.id] })
    expect(made?.quotes).toEqual([...first.quotes, ...second.quotes])
    const gone = found.filter((draft) => draft.state === 'joined')
    expect(gone.map((draft) => draft.id)).toEqual([first.id, second.id])
    await clerk((tx) => restoreDraft(tx, { draft: gone[0] as DraftToDecide, ...sent(on) }))
    const states = new Map((await drafts(id)).map((draft) => [draft.id, draft.state]))
    expect([first.id, second.id, joined].map((each) => states.get(each))).toEqual([
      'proposed',
      'proposed',
      'dropped',
    ])
    const stale = (await drafts(id)).find((draft) => draft.id === joined) as DraftToDecide
    await expect(clerk((tx) => restoreDraft(tx, { draft: stale, ...sent(on) }))).rejects.toMatchObject({
      code: 'sourcesBack',
    })
  })

  it('that was split gives each part its own words, in its place, and refuses words it does not have', async () => {
    const id = await keep()
    const [draft] = await drafts(id)
    const part = (does: string, quote: string) => ({ content: { ...draft.content, does }, quote })
    const split = (quote: string) =>
      clerk((tx) =>
        splitDraft(tx, {
          draft,
          parts: [part('Rà soát', 'rà soát người đủ 75 tuổi'), part('Báo cáo', quote)],
          ...sent(on),
        }),
      )
    await expect(split('báo cáo trước ngày 30/7')).rejects.toMatchObject({ code: 'quoteNotThere' })
    const { ids } = await split('báo cáo trước ngày 20/7/2026')
    const found = (await drafts(id)).filter(({ state }) => state !== 'split')
    expect(found.map((each) => each.id).slice(0, 3)).toEqual([...ids, draft.id + 1])
    expect(found[1]?.quotes).toEqual([{ paragraph: 2, quote: 'báo cáo trước ngày 20/7/2026' }])
  })

  it('that was dropped says why and can be restored', async () => {
    const id = await keep()
    const [draft] = await drafts(id)
    await expect(clerk((tx) => dropDraft(tx, { draft, because: ' ', ...sent(on) }))).rejects.toMatchObject({
      code: 'needWords',
    })
    await clerk((tx) => dropDraft(tx, { draft, because: 'Đã có ở văn bản khác', ...sent(on) }))
    const [dropped] = await drafts(id)
    expect(dropped).toMatchObject({ state: 'dropped', because: 'Đã có ở văn bản khác' })
    await clerk((tx) => restoreDraft(tx, { draft: dropped, ...sent(on) }))
    expect((await drafts(id))[0].state).toBe('proposed')
  })

  it('the reader missed is added with words that stand in the text, after what stands before it', async () => {
    const id = await keep()
    const content = {
      does: 'Phối hợp với Sở Tài chính',
      areas: ['coordination'] as const,
      kind: 'task' as const,
    }
    const add = (quote: string) =>
      clerk((tx) =>
        addDraft(tx, {
          directiveId: id,
          content: { ...content, areas: [...content.areas] },
          quote: { paragraph: 3, quote },
          ...sent(on),
        }),
      )
    await expect(add('phối hợp với Sở Công Thương')).rejects.toMatchObject({ code: 'quoteNotThere' })
    const { id: added } = await add('phối hợp với Sở Tài chính')
    expect((await read(id)).drafts.map((draft) => draft.id).indexOf(added)).toBe(3)
  })

  it('that two clerks decide at once is decided by the first; the second is told to look again', async () => {
    const id = await keep()
    const [draft] = await drafts(id)
    const outcomes = await Promise.allSettled([
      clerk((tx) => confirmDrafts(tx, { drafts: [draft], ...sent(on) })),
      as(people.otherClerk, (tx) => dropDraft(tx, { draft, because: 'Trùng', ...sent(on) })),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = outcomes.find(({ status }) => status === 'rejected')
    expect(refused).toMatchObject({ reason: { code: 'changedMeanwhile' } })
    const decisions = (await clerk((tx) => listEvents(tx, { directiveId: id }))).filter(
      ({ draftId }) => draftId !== undefined,
    )
    expect(decisions).toHaveLength(1)
  })

  it('sent twice with its key is decided once, and the key with another content is refused', async () => {
    const id = await keep()
    const [draft, second] = await drafts(id)
    const act = { draft, because: 'Trùng', ...sent(on) }
    const first = await clerk((tx) => dropDraft(tx, act))
    expect(await clerk((tx) => dropDraft(tx, act))).toEqual(first)
    await expect(clerk((tx) => dropDraft(tx, { ...act, draft: second }))).rejects.toThrow('đã dùng')
  })
})

describe('handing out', () => {
  it('is refused while the year is unconfirmed or a draft undecided, and says which', async () => {
    const id = await keep()
    const issue = async () => {
      const { version } = await read(id)
      return clerk((tx) =>
        issueDirective(tx, { directiveId: id, version, knowing: issuingWarnings, ...sent(on) }),
      )
    }
    expect(await clerk((tx) => listHindrances(tx, id))).toEqual(['yearNotConfirmed', 'undecidedDrafts'])
    await expect(issue()).rejects.toMatchObject({ code: 'yearNotConfirmed' })
    await clerk((tx) => confirmYear(tx, { directiveId: id, version: 1, ...sent(on) }))
    await expect(issue()).rejects.toMatchObject({ code: 'undecidedDrafts' })
    await confirmAll(id)
    expect(await clerk((tx) => listHindrances(tx, id))).toEqual([])
    expect(await issue()).toEqual({ tasks: 5, toChoose: 1 })
    await expect(issue()).rejects.toMatchObject({ code: 'alreadyIssued' })
    expect(await read(id)).toMatchObject({ state: 'issued', confirmedBy: 'officer:van', handedOn: on })
  })

  it('is refused when everything was dropped', async () => {
    const id = await keep()
    for (const draft of await drafts(id))
      await clerk((tx) => dropDraft(tx, { draft, because: 'Trùng', ...sent(on) }))
    await clerk((tx) => confirmYear(tx, { directiveId: id, version: 1, ...sent(on) }))
    expect(await clerk((tx) => listHindrances(tx, id))).toEqual(['noTasks'])
  })

  it('makes tasks that keep their words, their names as written, and who waits to be chosen', async () => {
    const id = await keep()
    const { inferred: _, inferredFrom: __, ...head } = reading.directive
    await clerk((tx) =>
      editHead(tx, { directiveId: id, version: 1, head: { ...head, number: '313/TB-UBND' }, ...sent(on) }),
    )
    await confirmAll(id)
    await clerk((tx) =>
      issueDirective(tx, { directiveId: id, version: 2, knowing: issuingWarnings, ...sent(on) }),
    )
    const tasks = await clerk((tx) => listTasks(tx, { directiveId: id, today, sort: 'number', limit: 10 }))
    expect(tasks.map(({ number, lead, leadName, receiver }) => [number, lead, leadName, receiver])).toEqual([
      ['1', 'dpHealth', 'Sở Y tế', 'provinceOffice'],
      ['2', 'dpHealth', 'Sở Y tế', 'provinceOffice'],
      ['3', 'dpHomeAffairs', 'Sở Nội vụ', 'provinceOffice'],
      ['4', undefined, 'Sở LĐ-TB&XH', 'provinceOffice'],
      ['5', 'communeCommittee', 'UBND cấp xã', 'provinceOffice'],
    ])
    expect(tasks[2]?.cooperating).toEqual([
      { name: 'Sở Tài chính', party: 'dpFinance' },
      { name: 'các đơn vị liên quan' },
    ])
    expect(tasks[0]).toMatchObject({
      dueOn: '2026-07-20',
      originalDueOn: '2026-07-20',
      state: 'inTime',
      directiveNumber: '313/TB-UBND',
    })
    expect(tasks[1]?.state).toBe('noDeadline')
    expect(tasks[0]?.quotes).toEqual([{ paragraph: 2, quote: reading.tasks[0]?.quote }])
    expect(
      await clerk((tx) => listTasks(tx, { directiveId: id, lead: 'toChoose', today, limit: 10 })),
    ).toHaveLength(1)
  })

  it('asks first when a paper like it was handed out or a lead is not known, and is told that the clerk knows', async () => {
    const id = await keep()
    await clerk((tx) => confirmYear(tx, { directiveId: id, version: 1, ...sent(on) }))
    await confirmAll(id)
    const { version } = await read(id)
    const issue = (knowing: Parameters<typeof issueDirective>[1]['knowing']) =>
      clerk((tx) => issueDirective(tx, { directiveId: id, version, knowing, ...sent(on) }))
    const before = await clerk((tx) => readBeforeIssuing(tx, id, today))
    expect(before.alike.some(({ state, number }) => state === 'issued' && number === '312/TB-UBND')).toBe(
      true,
    )
    expect(before.alike.map((each) => each.id)).not.toContain(id)
    expect(before.withoutLead).toMatchObject([{ written: 'Sở LĐ-TB&XH' }])
    // What recurs is shared out by its periods.
    expect(before.toCommunes).toEqual([])
    await expect(issue([])).rejects.toMatchObject({ code: 'alikeIssued' })
    await expect(issue(['leadUnknown'])).rejects.toMatchObject({ code: 'alikeIssued' })
    await expect(issue(['alikeIssued'])).rejects.toMatchObject({ code: 'leadUnknown' })
    expect(await issue(issuingWarnings)).toEqual({ tasks: 5, toChoose: 1 })
  })

  it('is done by clerks alone: other officers and leaders do not even see a draft', async () => {
    const id = await keep()
    for (const actor of [people.health, people.unnamed, people.commune])
      await expect(as(actor, (tx) => getDirective(tx, id, today))).rejects.toMatchObject({
        code: 'noSuchDirective',
      })
    const [draft] = await drafts(id)
    for (const actor of [people.health, people.leader, people.commune, people.citizen])
      await expect(as(actor, (tx) => confirmDrafts(tx, { drafts: [draft], ...sent(on) }))).rejects.toThrow()
    await expect(
      as(people.health, (tx) => keepDraft(tx, { reading, source: { parts }, ...sent(on) })),
    ).rejects.toMatchObject({ code: 'notClerk' })
    expect((await as(people.leader, (tx) => getDirective(tx, id, today))).drafts).toHaveLength(5)
  })
})
