import { addDays, day, type LocalDate } from '#calendar'
import {
  acceptTask,
  finishTask,
  getDirective,
  handOver,
  handProposal,
  linkMetric,
  listTasks,
  reportTask,
  splitTask,
  type Task,
} from '#directives'
import { type Actor, type Database, type Transaction, withActor } from '#platform/database'
import { hasReached, markReached } from '#platform/milestones'
import { handedOn, handOutNotice, isOfEntry, sent } from './directive-440-drafts.ts'
import { type NoticeEntry, noticeEntries } from './directive-440-entries.ts'

/** Reached by a demonstration that holds the notice as a directive. */
const milestone = 'demonstration directive 440'

const ceremonyDoneOn = day('2022-07-26')
/** Departments were merged on this day; what was with the one that is no more went to four others. */
const mergedOn = day('2025-03-01')
/** Days before today on which tasks are divided among agencies, so that some parts are late today and some near. */
const dividedBefore = 60
const reportedBefore = 5
const seenAfter = 2
const machine = { kind: 'system', job: 'demonstration' } as const

/** An entry with its task and who leads that today. */
interface Given {
  entry: NoticeEntry
  task: Task
  lead: string
  because: string
}

interface Notice {
  database: Database
  today: LocalDate
  clerk: Actor
  /** Who acts for an agency: its officer in the demonstration, or the machine where it has none. */
  as: (agency: string) => Actor
  given: readonly Given[]
}

/**
 * Brings the notice in as the province's office would have: read from its public article, its year confirmed, its drafts
 * decided into 23 tasks and handed out in 2022, handed over when departments were merged, linked to what is measured, and
 * divided lately so that today some parts are late and some near. Once; returns whether it did.
 */
export async function loadDirective440({
  database,
  today,
  officerOf,
}: {
  database: Database
  today: LocalDate
  /** The demonstration’s officer of an agency; undefined where it has none. */
  officerOf: (agency: string) => Actor | undefined
}): Promise<boolean> {
  if (await hasReached(database.query, milestone)) return false
  const as = (agency: string) => officerOf(agency) ?? machine
  const clerk = as('provinceOffice')
  const directiveId = await withActor(database, clerk, handOutNotice)
  const given = await withActor(database, clerk, (transaction) => readGiven(transaction, directiveId, today))
  const notice: Notice = { database, today, clerk, as, given }
  await finishCeremony(notice)
  await withActor(database, clerk, (transaction) => arrange(transaction, notice))
  await finishParts(notice)
  await reportTasks(notice)
  await markReached(database.query, milestone)
  return true
}

/** The task of every entry, and who leads it today: where the words lead, or else whom the clerk chose. */
async function readGiven(transaction: Transaction, directiveId: number, today: LocalDate): Promise<Given[]> {
  const tasks = await listTasks(transaction, { directiveId, today: handedOn, sort: 'number', limit: 200 })
  const { drafts } = await getDirective(transaction, directiveId, today)
  return noticeEntries.map((entry) => {
    const task = tasks.find((each) => each.parentId === undefined && isOfEntry(each, entry))
    const draft = drafts.find((each) => each.state === 'confirmed' && isOfEntry(each, entry))
    const lead = entry.chosen?.lead ?? draft?.proposedLead.party
    if (!task || !lead) throw new Error(`Nobody leads the task of the words “${entry.words[0]}” today`)
    const because =
      entry.chosen?.because ?? 'Tiếp nhận lĩnh vực của Sở Lao động – Thương binh và Xã hội từ ngày 01/3/2025'
    return { entry, task, lead, because }
  })
}

/** The ceremony of 27/7/2022, the one task with a day of its own, was done in time; its department is no more. */
async function finishCeremony({ database, clerk, given }: Notice): Promise<void> {
  const taskId = given.find(({ task }) => task.dueOn !== undefined)?.task.id
  if (taskId === undefined) throw new Error('The ceremony of the notice has lost its day')
  const note = 'Đã tổ chức các hoạt động kỷ niệm 75 năm Ngày Thương binh, Liệt sĩ'
  await withActor(database, machine, (transaction) =>
    finishTask(transaction, { taskId, note, ...sent('ceremony', ceremonyDoneOn) }),
  )
  await withActor(database, clerk, (transaction) =>
    acceptTask(transaction, { taskId, ...sent('ceremony seen', addDays(ceremonyDoneOn, seenAfter)) }),
  )
}

/**
 * Hands what is open to the agencies of today, links every task to what shows how far it is, and divides some of them: all
 * or nothing, so that days counted from today are counted once.
 */
async function arrange(transaction: Transaction, { given, today }: Notice): Promise<void> {
  if (given.some(({ task }) => task.parts !== undefined)) return
  const on = addDays(today, -dividedBefore)
  for (const { entry, task, lead, because } of given) {
    const taskId = task.id
    if (task.dueOn === undefined)
      await handOver(transaction, { taskId, to: lead, because, ...sent(`lead ${taskId}`, mergedOn) })
    for (const metric of entry.metrics)
      await linkMetric(transaction, { taskId, metric, ...sent(`metric ${taskId} ${metric}`, on) })
    const parts = entry.parts?.map(({ does, lead, dueIn }) => ({ does, lead, dueOn: addDays(today, dueIn) }))
    if (parts) await splitTask(transaction, { taskId, parts, ...sent(`parts ${taskId}`, on) })
    if (task.kind === 'proposal') await handOneProposal(transaction, { taskId, today, on })
  }
}

/** The last line of the notice: what the department asked for is handed to who is to settle it. */
async function handOneProposal(
  transaction: Transaction,
  { taskId, today, on }: { taskId: number; today: LocalDate; on: LocalDate },
): Promise<void> {
  await handProposal(transaction, {
    taskId,
    content: 'Kinh phí số hóa kho hồ sơ giấy của ngành',
    proposer: 'Sở Nội vụ',
    party: 'dpFinance',
    dueOn: addDays(today, 10),
    ...sent('proposal', on),
  })
}

/** Says of the parts that are done that they are, by who leads them, and has the clerk confirm it. */
async function finishParts({ database, clerk, as, today, given }: Notice): Promise<void> {
  for (const { entry, task } of given) {
    const parts = await withActor(database, clerk, (transaction) =>
      listTasks(transaction, { parentId: task.id, today, sort: 'number', limit: 20 }),
    )
    for (const [place, { lead, doneIn }] of (entry.parts ?? []).entries()) {
      const { id: taskId } = parts[place] as Task
      if (doneIn === undefined) continue
      const on = addDays(today, doneIn)
      await withActor(database, as(lead), (transaction) =>
        finishTask(transaction, { taskId, note: 'Đã thực hiện xong', ...sent(`done ${taskId}`, on) }),
      )
      await withActor(database, clerk, (transaction) =>
        acceptTask(transaction, { taskId, ...sent(`seen ${taskId}`, addDays(on, seenAfter)) }),
      )
    }
  }
}

async function reportTasks({ database, as, given, today }: Notice): Promise<void> {
  const on = addDays(today, -reportedBefore)
  for (const { entry, task, lead } of given) {
    if (!entry.report) continue
    const { figure, ...told } = entry.report
    const report = { taskId: task.id, ...told, figure: { ...figure, on } }
    await withActor(database, as(lead), (transaction) =>
      reportTask(transaction, { ...report, ...sent(`report ${task.id} ${on}`, on) }),
    )
  }
}
