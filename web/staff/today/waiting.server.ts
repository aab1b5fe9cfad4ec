import type { LocalDate } from '#calendar'
import { countTasks, countWaiting, readOwnParties, type Waiting } from '#directives'
import { countMessages } from '#feedback'
import type { Transaction } from '#platform/database'
import type { Officer } from '#platform/sessions'
import { canReview, countManuscripts } from '#publishing'
import { type Desk, signerOf } from '#web/staff/access.ts'
import { seesReserved } from '#web/staff/feedback/sight.ts'
import type { words } from './waiting-words.ts'

/** Something that waits for the officer beside the findings, and the list that shows as many. */
export interface WaitingLine {
  key: keyof (typeof words)['vi']['lines']
  count: number
  path: string
  isLate: boolean
}

type Asked = Pick<Desk, 'officer' | 'actor'> & { on: LocalDate }

/** What waits for one officer on a day, what is late first; nothing of what does not wait, and nothing for a leader. */
export async function readWaiting(transaction: Transaction, asked: Asked): Promise<WaitingLine[]> {
  if (asked.officer.role === 'leader') return []
  const lines = [
    ...(await readReserved(transaction, asked)),
    ...(await readFeedback(transaction, asked)),
    ...(await readTasks(transaction, asked)),
    ...(await readTexts(transaction, asked)),
  ].filter(({ count }) => count > 0)
  return [...lines.filter(({ isLate }) => isLate), ...lines.filter(({ isLate }) => !isLate)]
}

/** Denunciations and what is about a child: for who was given their area by name. */
async function readReserved(transaction: Transaction, { officer, on }: Asked): Promise<WaitingLine[]> {
  if (!seesReserved(officer)) return []
  const list = '/can-bo/gop-y/rieng'
  const count = (filter: { due: 'late' | 'soon' } | { state: 'received' }) =>
    countMessages(transaction, { state: 'unfinished', ...filter, reserved: true, today: on })
  return [
    line('reservedLate', await count({ due: 'late' }), `${list}?han=late`),
    line('reservedSoon', await count({ due: 'soon' }), `${list}?han=soon`),
    line('reservedNew', await count({ state: 'received' }), `${list}?buoc=received`),
  ]
}

/** What citizens wrote that the officer's own agency or commune has now. */
async function readFeedback(transaction: Transaction, { officer, on }: Asked): Promise<WaitingLine[]> {
  const mine = holderOf(officer)
  const count = (filter: { due: 'late' | 'soon' } | { state: 'received' }) =>
    countMessages(transaction, { state: 'unfinished', ...filter, ...mine, today: on })
  const list = (asks: string) =>
    `/can-bo/gop-y?${asks}&${mine.unitUid ? `xa=${encodeURIComponent(mine.unitUid)}` : `co-quan=${mine.agency}`}`
  return [
    line('feedbackLate', await count({ due: 'late' }), list('han=late')),
    line('feedbackSoon', await count({ due: 'soon' }), list('han=soon')),
    line('feedbackNew', await count({ state: 'received' }), list('buoc=received')),
  ]
}

/** An officer of the province of no agency in particular shares messages out with the province's office. */
function holderOf({ unitUid, agency }: Officer): { unitUid?: string; agency?: string } {
  return unitUid === 'province' ? { agency: agency ?? 'provinceOffice' } : { unitUid }
}

async function readTasks(transaction: Transaction, { on }: Asked): Promise<WaitingLine[]> {
  const tasks = await countTasks(transaction, { mineOf: await readOwnParties(transaction), today: on })
  const { opinion, proposal, extension, completion } = await countWaiting(transaction)
  const list = '/can-bo/chi-dao/nhiem-vu'
  // One leads to its task at once, several to where they stand in a list.
  const answers = ({ count, taskId }: Waiting) =>
    count > 1 ? '/can-bo/chi-dao#cho-tra-loi' : `${list}/${taskId}`
  return [
    line('tasksLate', tasks.late, `${list}?cua=toi&trang-thai=late`),
    line('tasksNearDue', tasks.nearDue, `${list}?cua=toi&trang-thai=nearDue`),
    line('opinions', opinion.count, answers(opinion)),
    line('proposals', proposal.count, answers(proposal)),
    line('extensions', extension.count, answers(extension)),
    line('completions', completion.count, answers(completion)),
  ]
}

/** Texts of others that wait for a second officer. */
async function readTexts(transaction: Transaction, desk: Asked): Promise<WaitingLine[]> {
  if (!canReview(desk.actor)) return []
  const count = await countManuscripts(transaction, { waitingFor: signerOf(desk) })
  return [line('texts', count, '/can-bo/cong?cho-toi=1')]
}

function line(key: WaitingLine['key'], count: number, path: string): WaitingLine {
  return { key, count, path, isLate: key.endsWith('Late') }
}
