import { foldText } from '#identity'
import type { CellValue, Sheet } from '#platform/sheets'
import { type Category, categories, findCategory } from './categories.ts'
import type { ColumnKey } from './columns.ts'
import { answerOf } from './fact-answers.ts'
import { factColumns } from './fact-columns.ts'
import { type Headings, headingText } from './headings.ts'
import { kindOfRow, valueAt } from './row-kinds.ts'
import { isMark } from './sexes.ts'

/** What a tick below a heading says: that the person is of a group, or how a fact is answered. */
export type Tick = { category: Category } | { fact: string; code: string }

export type TickKey = Extract<ColumnKey, `tick:${string}`>

const rowsSampled = 200
/** Of a column that is ticked more of the filled cells than this are ticks. */
const shareMin = 0.6
/** A heading whose column is one of these may as well be the name of a group. */
const mayBeTicked = new Set<ColumnKey | undefined>([undefined, 'category', 'other'])

/** What a column of ticks says, by its key: `tick:K6`, `tick:poverty=nearPoor`; a number tells two alike apart. */
export function tickOf(key: TickKey): Tick {
  const [said = ''] = key.slice('tick:'.length).split('#')
  const [fact = '', code] = said.split('=')
  const category = categories.find((each) => each === said)
  if (category !== undefined) return { category }
  if (code === undefined) throw new Error(`"${key}" is no column of ticks`)
  return { fact, code }
}

export function isTickKey(key: ColumnKey): key is TickKey {
  return key.startsWith('tick:')
}

/** Nothing, a dash, a nought or a "no" below a heading leaves it unticked. */
export function isUnticked(cell: CellValue): boolean {
  if (cell === null || cell === 0 || cell === false || cell === '☐') return true
  return typeof cell === 'string' && /^(?:0|k|ko|khong)?$/.test(foldText(cell)) && !isMark(cell)
}

/** The headings with the columns whose heading is a group or an answer and whose cells are ticks. */
export function withTicks(sheet: Sheet, found: Headings): Headings {
  const columns = new Map(found.columns)
  const byIndex = new Map([...columns].map(([key, index]) => [index, key]))
  const people = sheet.rows
    .slice(found.lastRow + 1, found.lastRow + 1 + rowsSampled)
    .filter((row) => kindOfRow(row, { columns, afterSignatures: false }).is === 'person')
  const named = columns.get('name')
  const ticked = new Set<number>()
  for (const { index, group, words } of headingsOf(sheet, found)) {
    const key = byIndex.get(index)
    const answer = index === named ? undefined : answerIn(group, words, key)
    if (answer === undefined || !holdsTicks(people, index)) continue
    if (key !== undefined && columns.get(key) === index) columns.delete(key)
    columns.set(freeKey(answer, columns), index)
    ticked.add(index)
  }
  if (ticked.size === 0) return found
  return {
    ...found,
    columns,
    unknown: found.unknown.filter(({ column }) => !ticked.has(column)),
    ...(found.again ? { again: found.again.filter((index) => !ticked.has(index)) } : {}),
  }
}

/** Of each column the words right above its cells, and those of the heading over several columns. */
function* headingsOf(sheet: Sheet, { firstRow, lastRow }: Headings) {
  const [first, last] = [sheet.rows[firstRow] ?? [], sheet.rows[lastRow] ?? []]
  let group: string | undefined
  for (let index = 0; index < Math.max(first.length, last.length); index += 1) {
    const own = headingText(first[index])
    const below = lastRow > firstRow ? headingText(last[index]) : undefined
    if (own !== undefined) group = own
    const words = below ?? own
    if (words !== undefined) yield { index, group: below === undefined ? undefined : group, words }
  }
}

function answerIn(group: string | undefined, words: string, key: ColumnKey | undefined): TickKey | undefined {
  const fact = factColumns.find(
    ({ heading, synonyms }) =>
      group !== undefined && [foldText(heading), ...synonyms].includes(foldText(group)),
  )?.fact
  const code = fact === undefined ? undefined : answerOf(fact, words)
  if (code !== undefined) return `tick:${fact}=${code}`
  if (!mayBeTicked.has(key)) return undefined
  if (/^(ho )?can ngheo$/.test(foldText(words))) return 'tick:poverty=nearPoor'
  const category = findCategory(words)
  return category === undefined ? undefined : `tick:${category}`
}

/** Whether a column has ticks in the rows of people, or nothing yet. */
function holdsTicks(people: Sheet['rows'], index: number): boolean {
  const cells = people.map((row) => valueAt(row, index)).filter((cell) => !isUnticked(cell))
  return cells.filter(isMark).length >= cells.length * shareMin
}

function freeKey(key: TickKey, columns: ReadonlyMap<ColumnKey, number>): TickKey {
  let free = key
  for (let copy = 2; columns.has(free); copy += 1) free = `${key}#${copy}`
  return free
}
