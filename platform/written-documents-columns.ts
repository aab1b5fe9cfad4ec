import type { PrintedLine, PrintedPage } from './written-documents-lines.ts'

/** Lines that stand in columns, and where the white between the columns begins and ends. */
export interface ColumnedRegion {
  lines: PrintedLine[]
  rivers: River[]
}

interface River {
  left: number
  right: number
}

/** Narrower white may be the chance of spaces one under another. */
const riverMin = 0.45

/**
 * The lines from the first that stand in columns; undefined when they do not. A river is white from the first line to
 * the last and divides at least one of them plainly.
 */
export function findColumns(page: PrintedPage, first: number): ColumnedRegion | undefined {
  const start = page.lines[first]
  if (!start || start.segments.length < 2) return undefined
  let lines: PrintedLine[] = []
  let rivers: River[] = []
  for (const line of page.lines.slice(first)) {
    const found = riversOf([...lines, line], page.em)
    const isTable = rivers.length >= 2 && lines.length >= 2
    const isOver = found.length === 0 || (isTable && found.length < rivers.length)
    if (isOver || isFarBelow(lines.at(-1), line, page) || isTitleBelow(line, rivers, page)) break
    lines = [...lines, line]
    rivers = found
  }
  return lines.length >= 2 || start.segments.length >= 3 ? { lines, rivers } : undefined
}

/** A table keeps its lines together; what stands far below is something else. */
function isFarBelow(above: PrintedLine | undefined, line: PrintedLine, { em }: PrintedPage): boolean {
  return above !== undefined && line.top - above.bottom > 3 * em
}

/** A title under two columns stands in the middle of the page and belongs to neither. */
function isTitleBelow({ left, right, segments }: PrintedLine, rivers: readonly River[], page: PrintedPage) {
  const [only, ...others] = rivers
  if (!only || others.length > 0 || segments.length > 1) return false
  const isCentred = Math.abs(left + right - page.left - page.right) < 3 * page.em
  return isCentred && left < only.right && right > only.left
}

/** The white that no word of these lines touches. */
function riversOf(lines: readonly PrintedLine[], em: number): River[] {
  const boxes = lines
    .flatMap(({ words }) => words.map(({ box }) => box))
    .toSorted((one, other) => one.left - other.left)
  const rivers: River[] = []
  let reached = boxes[0]?.right ?? 0
  for (const { left, right } of boxes) {
    if (left - reached >= riverMin * em) rivers.push({ left: reached, right: left })
    reached = Math.max(reached, right)
  }
  return rivers.filter((river) => lines.some((line) => isDividedAt(line, river)))
}

function isDividedAt({ segments }: PrintedLine, { left, right }: River): boolean {
  return segments.some((segment, at) => {
    const next = segments[at + 1]
    return next !== undefined && segment.right <= right && next.left >= left
  })
}

/** The words of a line by column; a column without words is empty. */
export function cellsOf({ words }: PrintedLine, rivers: readonly River[]): string[] {
  const cells: string[][] = Array.from({ length: rivers.length + 1 }, () => [])
  for (const { text, box } of words) {
    const column = rivers.filter(({ right }) => box.left >= right - 1).length
    cells[column]?.push(text)
  }
  return cells.map((cell) => cell.join(' '))
}
