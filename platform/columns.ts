import pg from 'pg'

const textArray = 1009 as Parameters<typeof pg.types.getTypeParser>[0]

const parsers = new Map<number, (text: string) => unknown>([
  [20, safeNumber],
  [1016, (text) => strings(text).map((item) => (item === null ? null : safeNumber(item)))],
  [1082, asText],
  [1182, strings],
])

type Parser = ReturnType<typeof pg.types.getTypeParser>

/**
 * How a column of PostgreSQL becomes a value, by its type's number: days (1082) stay text, because a day is not an
 * instant; bigint (20) becomes a number as long as it is exact; everything else is as `pg` has it.
 */
export function parseColumn(oid: number, format?: 'text' | 'binary'): Parser {
  return (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format)
}

function asText(text: string): string {
  return text
}

function safeNumber(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number)) return number
  throw new RangeError(`${text} is beyond the whole numbers a program counts exactly; select it as text`)
}

/** text[] in PostgreSQL's notation. */
function strings(text: string): (string | null)[] {
  return pg.types.getTypeParser(textArray)(text)
}
