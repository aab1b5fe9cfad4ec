import type { LocalDate } from '#calendar'
import { agencies, isAgencyCode } from '#law/authorities'
import { taskStateMeanings } from '#law/task-monitoring'
import { dutyAreaNames } from '#notices'
import type { Transaction } from '#platform/database'
import { listTasks, type TaskFilter } from './listing.ts'
import type { Task } from './task-rows.ts'

/** A column of the exported list: its heading, and what a task says in it. Days stay yyyy-mm-dd for sheets to format. */
interface Column {
  heading: { vi: string; en: string }
  of(task: Task, language: 'vi' | 'en'): string
}

const columns: readonly Column[] = [
  { heading: { vi: 'Văn bản', en: 'Directive' }, of: ({ directiveNumber }) => directiveNumber ?? '' },
  { heading: { vi: 'Số', en: 'Number' }, of: ({ number }) => number },
  { heading: { vi: 'Nhiệm vụ', en: 'Task' }, of: ({ does }) => does },
  {
    heading: { vi: 'Lĩnh vực', en: 'Areas' },
    of: ({ areas }, language) => areas.map((area) => dutyAreaNames[area][language]).join('; '),
  },
  { heading: { vi: 'Cơ quan chủ trì', en: 'Lead agency' }, of: ({ leadName }) => leadName },
  {
    heading: { vi: 'Cơ quan phối hợp', en: 'Cooperating agencies' },
    of: ({ cooperating }, language) =>
      cooperating
        .map(({ name, party }) => (party && isAgencyCode(party) ? agencies[party].name[language] : name))
        .join('; '),
  },
  { heading: { vi: 'Sản phẩm', en: 'Product' }, of: ({ product }) => product ?? '' },
  { heading: { vi: 'Ngày giao', en: 'Handed out on' }, of: ({ handedOn }) => handedOn },
  { heading: { vi: 'Hạn', en: 'Due on' }, of: ({ dueOn }) => dueOn ?? '' },
  { heading: { vi: 'Hạn ban đầu', en: 'First due on' }, of: ({ originalDueOn }) => originalDueOn ?? '' },
  {
    heading: { vi: 'Tình trạng', en: 'State' },
    of: ({ state }, language) => taskStateMeanings[state].name[language],
  },
  {
    heading: { vi: 'Chờ xác nhận', en: 'Awaits confirmation' },
    of: ({ status }, language) => (status === 'saidDone' ? (language === 'vi' ? 'có' : 'yes') : ''),
  },
  { heading: { vi: 'Ngày báo hoàn thành', en: 'Said done on' }, of: ({ saidDoneOn }) => saidDoneOn ?? '' },
  { heading: { vi: 'Ngày xác nhận', en: 'Confirmed on' }, of: ({ confirmedOn }) => confirmedOn ?? '' },
  {
    heading: { vi: 'Việc thành phần đã xong', en: 'Parts done' },
    of: ({ parts }) => (parts ? `${parts.done}/${parts.total}` : ''),
  },
]

const rowsMax = 50_000

/**
 * The list of tasks as a table, headings and rows of text, the same rows and order as the page with the same filter; at most
 * 50,000. Days are yyyy-mm-dd.
 */
export async function exportTasks(
  transaction: Transaction,
  { language, ...filter }: TaskFilter & { today: LocalDate; language: 'vi' | 'en' },
): Promise<{ headings: string[]; rows: string[][] }> {
  const tasks = await listTasks(transaction, { ...filter, sort: 'number', limit: rowsMax })
  return {
    headings: columns.map(({ heading }) => heading[language]),
    rows: tasks.map((task) => columns.map((column) => column.of(task, language))),
  }
}
