import { possibleMin, suppress, withTotals } from './publication-suppression.ts'

/**
 * Which places’ numbers of people are hidden, each counted once however many benefits they have, when the recipients by
 * benefit are told with `hidden`: the difference of the two is how often people have one benefit more. The last answer is the
 * province’s. Where the recipients of some place are hidden the people of all are, so that neither tells of the other.
 */
export function hidePeople(
  { counts, people }: { counts: readonly (readonly number[])[]; people: readonly number[] },
  { hidden, hiddenBefore }: { hidden: readonly (readonly boolean[])[]; hiddenBefore: ReadonlySet<number> },
): boolean[] {
  const recipients = withTotals(counts).map((row) => row.at(-1) ?? 0)
  const table = people.map((count, row) => [count, (recipients[row] ?? 0) - count])
  if (table.some(([, more = 0]) => more < 0) || hidden.at(-1)?.at(-1)) return [...people, 0].map(() => true)
  if (hidden.some((row) => row.at(-1)))
    return [...people.map(() => true), isAloneHidden(table) || isNearMost(counts, table)]
  const before = new Set([...hiddenBefore].flatMap((row) => [`${row}:0`, `${row}:1`]))
  // However many have several benefits, there are as many people as have the most frequent one.
  const most = counts.map((row, index) => {
    const recipientsHere = recipients[index] ?? 0
    return [recipientsHere, recipientsHere - Math.max(0, ...row)]
  })
  return suppress({ counts: table, hiddenBefore: before, rowTotalsTold: true, most }).map(
    (row) => row[0] ?? true,
  )
}

/**
 * Whether the province has so nearly as many further benefits as its recipients allow that each place’s are the recipients
 * of its rarer benefit, which are known too well for that. Nobody with two tells of nobody.
 */
function isNearMost(counts: readonly (readonly number[])[], table: readonly (readonly number[])[]): boolean {
  const more = withTotals(table).at(-1)?.[1] ?? 0
  const [recipients = 0, ...benefits] = (withTotals(counts).at(-1) ?? []).toReversed()
  return more > 0 && recipients - Math.max(0, ...benefits) - more < possibleMin
}

/** Whether the province’s two sums alone would tell a small count. */
function isAloneHidden(table: readonly (readonly number[])[]): boolean {
  return suppress({ counts: [withTotals(table).at(-1)?.slice(0, -1) ?? []] })
    .flat()
    .includes(true)
}
