import { describe, expect, it } from 'vitest'
import {
  type Directive,
  type Draft,
  type DraftToDecide,
  getDirective,
  keepDraft,
  listTasks,
} from '#directives'
import { stateCalendar } from '#law/holidays'
import { readNotice, readPlainText } from '#notices'
import { today } from '#platform/clock'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { people, sent } from '#test/directive-rows'
import { actOnDrafts } from './draft-acts.server.ts'
import { readDraftDesk } from './draft-view.server.ts'

const database = await freshDatabase()
const { clerk } = people
const text = [
  'ỦY BAN NHÂN DÂN TỈNH NGHỆ AN',
  'Số: 611/TB-UBND',
  'Nghệ An, ngày 20 tháng 11 năm 2026',
  'THÔNG BÁO',
  'Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp về trợ giúp xã hội',
  'Giao Sở Y tế rà soát người đủ 75 tuổi chưa nhận trợ cấp hưu trí xã hội, báo cáo UBND tỉnh trước ngày 20/12/2026.',
  'Giao Sở Nội vụ chủ trì, phối hợp với Sở LĐ-TB&XH, Sở Tài chính xử lý dứt điểm hồ sơ trẻ em mồ côi trước ngày 31/12/2026.',
  'Giao Sở Tài chính bố trí kinh phí chi trả trợ cấp Tết trước ngày 15/12/2026.',
].join('\n')

async function begin(): Promise<number> {
  const { parts } = readPlainText(text)
  const reading = readNotice({ parts }, { calendar: stateCalendar })
  const { id } = await withActor(database, clerk, (tx) =>
    keepDraft(tx, { reading, source: { parts, readAs: 'text' }, ...sent('2026-11-23') }),
  )
  return id
}
const read = (id: number): Promise<Directive> =>
  withActor(database, clerk, (tx) => getDirective(tx, id, today()))
const live = (directive: Directive) =>
  directive.drafts.filter(({ state }) => state === 'proposed' || state === 'confirmed')
const open = (directive: Directive) => directive.drafts.filter(({ state }) => state === 'proposed')

/** Sends a form of the desk, as the page would have it. */
function send(id: number, fields: Record<string, string | string[]>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) form.append(name, each)
  return withActor(database, clerk, (tx) => actOnDrafts(tx, id, form))
}
const seen = ({ id, version }: Draft) => ({ 'du-thao': String(id), ban: String(version) })
const fieldsOf = (draft: Draft) => ({
  ...seen(draft),
  'viec-gi': draft.content.does,
  'linh-vuc': [...draft.content.areas],
  'co-quan-trong-van-ban': draft.content.assignee ?? '',
})

describe('the desk of drafts', () => {
  it('is there for clerks and leaders; for anybody else the directive is not', async () => {
    const id = await begin()
    const desk = (actor: Actor) =>
      withActor(database, actor, (tx) => readDraftDesk(tx, id, new URLSearchParams()))
    for (const actor of [clerk, people.leader]) expect((await desk(actor)).live.length).toBeGreaterThan(2)
    for (const actor of [people.health, people.homeAffairs, people.commune, people.unnamed, people.citizen])
      await expect(desk(actor)).rejects.toMatchObject({ code: 'noSuchDirective' })
  })

  it('leaves to be looked at one by one what has no known lead or an inferred agency', async () => {
    const { live: drafts } = await withActor(database, clerk, async (tx) =>
      readDraftDesk(tx, await begin(), new URLSearchParams()),
    )
    const plainOf = (lead: string) =>
      drafts.filter(({ leadName }) => leadName?.vi === lead).map(({ isPlain }) => isPlain)
    expect(plainOf('Sở Y tế')).toEqual([true])
    // It cooperates with a department that is no more: who carries its work on is a guess.
    expect(plainOf('Sở Nội vụ')).toEqual([false])
  })
})

describe('the forms of the desk of drafts', () => {
  it('erase the whole, for a reason among those there are', async () => {
    const id = await begin()
    expect(await send(id, { viec: 'xoa-han', 'vi-sao': 'constructor' })).toEqual({
      ok: false,
      problems: { 'vi-sao': 'needReason' },
    })
    expect(await send(id, { viec: 'xoa-han', 'vi-sao': 'wrongPaper' })).toMatchObject({ next: 'erased' })
    await expect(read(id)).rejects.toMatchObject({ code: 'noSuchDirective' })
  })

  it('join two drafts, and take that back together', async () => {
    const id = await begin()
    const [first, second] = live(await read(id)) as [DraftToDecide, DraftToDecide]
    const count = live(await read(id)).length
    await send(id, { viec: 'gop', ...seen(first), voi: String(second.id), 'ban-voi': String(second.version) })
    expect(live(await read(id))).toHaveLength(count - 1)
    await send(id, { viec: 'hoan-tac' })
    expect(live(await read(id))).toHaveLength(count)
    expect(open(await read(id))).toHaveLength(count)
  })

  it('edit and confirm a draft, and tell which field is wrong before anything is kept', async () => {
    const id = await begin()
    const [draft] = live(await read(id)) as [DraftToDecide]
    const wrong = await send(id, { viec: 'sua', ...fieldsOf(draft), han: '32/12/2026', 'linh-vuc': [] })
    expect(wrong).toEqual({ ok: false, problems: { han: 'notADay', 'linh-vuc': 'needArea' } })
    await send(id, {
      ...{ viec: 'sua', ...fieldsOf(draft), 'viec-gi': 'Rà soát người đủ 75 tuổi', han: '18/12/2026' },
      'xac-nhan': 'co',
    })
    expect((await read(id)).drafts[0]).toMatchObject({
      state: 'confirmed',
      content: { does: 'Rà soát người đủ 75 tuổi', due: '2026-12-18' },
    })
  })

  it('tell when the words of a draft are too many, and leave nothing out silently', async () => {
    const id = await begin()
    const [draft] = live(await read(id)) as [DraftToDecide]
    await expect(
      send(id, { viec: 'sua', ...fieldsOf(draft), 'viec-gi': 'a'.repeat(4_001) }),
    ).rejects.toMatchObject({ code: 'tooManyLetters' })
  })

  it('split a draft where its words break, and drop one with its reason', async () => {
    const id = await begin()
    const [draft] = live(await read(id)) as [DraftToDecide]
    const quote = draft.quotes[0]?.quote ?? ''
    await send(id, { viec: 'tach', ...seen(draft), cho: String(quote.indexOf('báo cáo')) })
    const [one, other] = live(await read(id)) as [DraftToDecide, DraftToDecide]
    expect(`${one.quotes[0]?.quote}, ${other.quotes[0]?.quote}`).toBe(quote)
    await expect(send(id, { viec: 'bo', ...seen(other), 'ly-do': ' ' })).rejects.toMatchObject({
      code: 'needWords',
    })
    await send(id, { viec: 'bo', ...seen(other), 'ly-do': 'Việc của văn bản khác' })
    expect(live(await read(id)).map((each) => each.id)).not.toContain(other.id)
  })

  it('confirm all that are left and hand them out, each to who leads today', async () => {
    const id = await begin()
    const left = open(await read(id)).map((each) => `${each.id}:${each.version}`)
    await send(id, { viec: 'xac-nhan-het', 'con-lai': left })
    const { version } = await read(id)
    expect(await send(id, { viec: 'giao', ban: String(version) })).toEqual({ ok: true, next: 'issued' })
    const tasks = await withActor(database, clerk, (tx) =>
      listTasks(tx, { directiveId: id, today: today(), sort: 'number', limit: 10 }),
    )
    expect(tasks.map(({ lead }) => lead)).toEqual(['dpHealth', 'dpHomeAffairs', 'dpFinance'])
  })

  it('show a former name with who carries its work on, marked as inferred', async () => {
    const id = await begin()
    const desk = await withActor(database, clerk, (tx) => readDraftDesk(tx, id, new URLSearchParams()))
    expect(desk.live[1]?.cooperating).toEqual([
      {
        name: 'Sở Lao động, Thương binh và Xã hội',
        today: { vi: 'Sở Y tế', en: 'Department of Health' },
        isInferred: true,
      },
      { name: 'Sở Tài chính', today: { vi: 'Sở Tài chính', en: 'Department of Finance' }, isInferred: false },
    ])
  })
})
