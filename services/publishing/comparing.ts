import { type Run, textOfBlock } from './blocks/index.ts'
import type { Content } from './content.ts'

/** One line of two texts laid side by side. */
export interface ComparedLine {
  change: 'same' | 'removed' | 'added'
  text: string
}

/** A text as lines, one for each thing that can differ. */
function linesOf(content: Content): string[] {
  const { title, lead, body, byline, tags, related, attachments, document, banner, details } = content
  const files = attachments.map(({ label }) => `📎 ${label}`)
  const filed = details ? Object.entries(details).map(([name, value]) => `${name}: ${String(value)}`) : []
  return [
    ...[title, lead],
    ...(banner.kind === 'picture' ? [banner.alt] : []),
    ...(document ? [`${document.number} ${document.on}`.trim()] : []),
    ...filed.slice(1),
    ...body.flatMap((block) => textOfBlock(withAddresses(block)).split('\n')),
    ...[byline, tags.join(', '), related.join(', ')],
    ...files,
  ].filter((line) => line.trim() !== '')
}

/** A link leads somewhere: where it leads is part of what a text says. */
function withAddresses<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(withAddresses) as Part
  if (typeof part !== 'object' || part === null) return part
  const { text, href } = part as Partial<Run>
  if (typeof text === 'string')
    return href === undefined ? part : ({ ...part, text: `${text} [${href}]` } as Part)
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, withAddresses(value)])) as Part
}

/** Whether two texts say the same in the same words and look different: bold, a heading, joined cells, another picture. */
export function differInFormAlone(before: Content, after: Content): boolean {
  if (!compareContents(before, after).every(({ change }) => change === 'same')) return false
  return written(before) !== written(after)
}

/** By what it holds, not by the order of its names: the database keeps its own. */
function written(content: Content): string {
  return JSON.stringify(content, (_name, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
}

/** Two texts of some thousand lines each are compared; longer ones are set one after the other. */
const pairsMax = 9_000_000

/** What is in both, in their common order, and what each has alone: the longest common subsequence of lines. */
export function compareContents(before: Content, after: Content): ComparedLine[] {
  const [one, other] = [linesOf(before), linesOf(after)]
  if (one.length * other.length > pairsMax) return [...said(one, 'removed'), ...said(other, 'added')]
  const lengths = commonLengths(one, other)
  const compared: ComparedLine[] = []
  let [i, j] = [0, 0]
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      compared.push({ change: 'same', text: one[i] ?? '' })
      i += 1
      j += 1
    } else if (j >= other.length || (i < one.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      compared.push({ change: 'removed', text: one[i] ?? '' })
      i += 1
    } else {
      compared.push({ change: 'added', text: other[j] ?? '' })
      j += 1
    }
  }
  return compared
}

function said(lines: readonly string[], change: ComparedLine['change']): ComparedLine[] {
  return lines.map((text) => ({ change, text }))
}

/** How many lines the rests of both have in common, from each pair of places on. */
function commonLengths(one: readonly string[], other: readonly string[]): number[][] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0))
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const row = lengths[i]
      if (row)
        row[j] =
          one[i] === other[j]
            ? at(lengths, i + 1, j + 1) + 1
            : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1))
    }
  return lengths
}

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0
}
