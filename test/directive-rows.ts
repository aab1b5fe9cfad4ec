import { day } from '#calendar'
import {
  confirmDrafts,
  getDirective,
  issueDirective,
  issuingWarnings,
  keepDraft,
  listTasks,
  type Task,
} from '#directives'
import type { DraftTask, NoticePart, NoticeReading } from '#notices'
import { today as dayOf } from '#platform/clock'
import { type Actor, type Database, withActor } from '#platform/database'

const officer = (
  id: string,
  agency: string | undefined,
  unitUid = 'province',
  role = 'provinceOfficer',
): Extract<Actor, { kind: 'officer' }> => ({
  kind: 'officer',
  id,
  name: id,
  role,
  unitUid,
  areas: ['*'],
  ...(agency && { agency }),
})

/** One officer of each kind that meets a directive. */
export const people = {
  clerk: officer('van', 'provinceOffice'),
  otherClerk: officer('hai', 'provinceOffice'),
  health: officer('minh', 'dpHealth'),
  homeAffairs: officer('thang', 'dpHomeAffairs'),
  agriculture: officer('ngoc', 'dpAgriculture'),
  education: officer('tam', 'dpEducation'),
  finance: officer('quy', 'dpFinance'),
  committee: officer('chi', 'provinceCommittee'),
  unnamed: officer('khong', undefined),
  commune: officer('lan', undefined, '17827@2025-07-01', 'communeOfficer'),
  neighbour: officer('mai', undefined, '16702@2025-07-01', 'communeOfficer'),
  leader: officer('hoa', undefined, 'province', 'leader'),
  citizen: { kind: 'citizen' },
  machine: { kind: 'system', job: 'test' },
} as const satisfies Record<string, Actor>

/** Eight in the morning in Vietnam. */
export const at = (on: string) => new Date(`${on}T08:00:00+07:00`)

let lastKey = 0
/** What an act is sent with on a day: a key nobody has used. */
export function sent(on: string) {
  lastKey += 1
  return { key: `key-${lastKey}`, at: at(on) }
}

const texts = [
  'THÔNG BÁO kết luận của Chủ tịch UBND tỉnh tại cuộc họp ngày 10/6',
  'Giao Sở Y tế rà soát người đủ 75 tuổi chưa nhận trợ cấp hưu trí xã hội, báo cáo trước ngày 20/7/2026; tổ chức truyền thông.',
  'Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xử lý dứt điểm hồ sơ tồn đọng của người có công.',
  'Sở LĐ-TB&XH rà soát hộ nghèo và trẻ em có hoàn cảnh đặc biệt.',
  'UBND các xã, phường hằng tháng báo cáo kết quả chi trả.',
]

export const parts: NoticePart[] = texts.map((text) => ({ kind: 'paragraph', text }))

const draft = (id: number, paragraph: number, rest: Partial<DraftTask>): DraftTask => ({
  id,
  paragraph,
  does: '',
  areas: ['direction'],
  kind: 'task',
  quote: '',
  ...rest,
})

/** What a reader would find in the text: five tasks, one of a department that is no more, one that recurs. */
export const reading: NoticeReading = {
  directive: {
    number: '312/TB-UBND',
    kind: 'conclusion-notice',
    issuedOn: day('2026-06-12'),
    issuedBy: 'UBND tỉnh Nghệ An',
    addressee: 'Sở Y tế',
    inferred: ['issuedOn'],
    inferredFrom: '20/7/2026',
  },
  tasks: [
    draft(1, 2, {
      does: 'Rà soát người đủ 75 tuổi chưa nhận trợ cấp hưu trí xã hội',
      areas: ['social-assistance'],
      assignee: 'Sở Y tế',
      due: day('2026-07-20'),
      quote: 'rà soát người đủ 75 tuổi chưa nhận trợ cấp hưu trí xã hội, báo cáo trước ngày 20/7/2026',
    }),
    draft(2, 2, { does: 'Tổ chức truyền thông', areas: ['communication'], quote: 'tổ chức truyền thông' }),
    draft(3, 3, {
      does: 'Xử lý dứt điểm hồ sơ tồn đọng của người có công',
      areas: ['merit'],
      assignee: 'Sở Nội vụ',
      cooperatesWith: ['Sở Tài chính', 'các đơn vị liên quan'],
      quote: 'xử lý dứt điểm hồ sơ tồn đọng của người có công',
    }),
    draft(4, 4, {
      does: 'Rà soát hộ nghèo và trẻ em có hoàn cảnh đặc biệt',
      areas: ['poverty', 'children'],
      assignee: 'Sở LĐ-TB&XH',
      quote: 'rà soát hộ nghèo và trẻ em có hoàn cảnh đặc biệt',
    }),
    draft(5, 5, {
      does: 'Báo cáo kết quả chi trả',
      areas: ['social-assistance'],
      assignee: 'UBND các xã, phường',
      recurs: 'monthly',
      quote: 'hằng tháng báo cáo kết quả chi trả',
    }),
  ],
  kept: [{ paragraph: 1, kind: 'head', quote: texts[0] as string }],
}

/** Keeps the directive, confirms it whole and hands its tasks out on a day; returns the tasks in their order. */
export async function issued(
  database: Database,
  on: string,
  of = reading,
  sharesOut = false,
): Promise<Task[]> {
  return withActor(database, people.clerk, async (transaction) => {
    const source = { parts }
    const { id } = await keepDraft(transaction, {
      reading: { ...of, directive: { ...of.directive, inferred: [] } },
      source,
      ...sent(on),
    })
    const { drafts, version } = await getDirective(transaction, id, dayOf(at(on)))
    await confirmDrafts(transaction, { drafts, ...sent(on) })
    await issueDirective(transaction, {
      ...{ directiveId: id, version, knowing: issuingWarnings, sharesOut },
      ...sent(on),
    })
    return listTasks(transaction, { directiveId: id, today: dayOf(at(on)), sort: 'number', limit: 100 })
  })
}
