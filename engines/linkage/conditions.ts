/**
 * When two records are on a level: a tree over features, said once and written out both as SQL and as JavaScript.
 * Every leaf is two-valued: what is missing agrees with nothing.
 */
export type Condition =
  | { is: 'same'; features: readonly string[] }
  | { is: 'crossed'; features: readonly [string, string] }
  | { is: 'within'; feature: string; distance: number }
  | { is: 'holds'; flag: string; of: 'either' | 'both' }
  | { is: 'missing'; feature: string; of: 'either' | 'both' }
  | { is: 'oneDigitApart'; digits: DigitsFeature }
  | { is: 'editsApart'; text: string; at: number }
  | { is: 'all' | 'any'; of: readonly Condition[] }
  | { is: 'not'; of: Condition }

/** A number of fixed length, in SQL as text and elsewhere as two whole numbers. */
export interface DigitsFeature {
  text: string
  high: string
  low: string
}

/** Both records have all these features, and have them alike. */
export function same(...features: string[]): Condition {
  return { is: 'same', features }
}
/** Day and month, each in the other's place. */
export function crossed(first: string, second: string): Condition {
  return { is: 'crossed', features: [first, second] }
}
export function within(feature: string, distance: number): Condition {
  return { is: 'within', feature, distance }
}
export function holds(flag: string, of: 'either' | 'both'): Condition {
  return { is: 'holds', flag, of }
}
export function missing(feature: string, of: 'either' | 'both' = 'either'): Condition {
  return { is: 'missing', feature, of }
}
export function oneDigitApart(digits: DigitsFeature): Condition {
  return { is: 'oneDigitApart', digits }
}
/** Insertions, deletions, changed letters and swapped neighbours, counted on ASCII: at most `at` of them. */
export function editsApart(text: string, at: number): Condition {
  return { is: 'editsApart', text, at }
}
export function all(...of: Condition[]): Condition {
  return { is: 'all', of }
}
export function any(...of: Condition[]): Condition {
  return { is: 'any', of }
}
export function not(of: Condition): Condition {
  return { is: 'not', of }
}

/** How an evaluator writes the leaves of a condition. */
export interface Writer {
  and: string
  or: string
  not: (text: string) => string
  same: (feature: string) => string
  crossed: (first: string, second: string) => string
  within: (feature: string, distance: number) => string
  holds: (flag: string, side: Side) => string
  missing: (feature: string, side: Side) => string
  oneDigitApart: (digits: DigitsFeature) => string
  editsApart: (text: string, at: number) => string
}
export type Side = 'l' | 'r'

/** The text of a condition in the language of the writer. */
export function write(condition: Condition, writer: Writer): string {
  const both = (of: 'either' | 'both', leaf: (side: Side) => string) =>
    joined([leaf('l'), leaf('r')], of === 'both' ? writer.and : writer.or)
  switch (condition.is) {
    case 'same':
      return joined(condition.features.map(writer.same), writer.and)
    case 'crossed':
      return writer.crossed(...condition.features)
    case 'within':
      return writer.within(condition.feature, condition.distance)
    case 'holds':
      return both(condition.of, (side) => writer.holds(condition.flag, side))
    case 'missing':
      return both(condition.of, (side) => writer.missing(condition.feature, side))
    case 'oneDigitApart':
      return writer.oneDigitApart(condition.digits)
    case 'editsApart':
      return writer.editsApart(condition.text, condition.at)
    case 'not':
      return writer.not(write(condition.of, writer))
    default:
      return joined(
        condition.of.map((each) => write(each, writer)),
        condition.is === 'all' ? writer.and : writer.or,
      )
  }
}

function joined(parts: readonly string[], operator: string): string {
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(` ${operator} `)})`
}
