import { yearOf } from '#calendar'
import { type BirthContext, type BirthDate, type BirthProblem, parseBirth } from './births.ts'
import { findLunarHint, lunarYearName } from './lunar-hints.ts'
import { tidyText } from './names.ts'

/**
 * What an officer must settle before a birth is recorded: the century is our reading; the writer was not sure; the
 * day is of the lunar calendar and falls some weeks later; the name of the lunar year is that of another year.
 */
export type BirthDoubt = 'twoDigitYear' | 'approximate' | 'lunar' | 'otherYearName'

export type UncertainBirthReading =
  | { ok: true; birth: BirthDate; doubts: readonly BirthDoubt[] }
  | { ok: false; problem: BirthProblem; reads: string }

const aboutWords =
  /(?<!\p{L})(khoảng|khoang|chừng|tầm|ước|ước chừng|độ|vào khoảng|không chắc|chưa rõ|k\.?rõ)(?!\p{L})|[~≈?]+(?=\s*\d)|(?<=\d)\s*\(?\?+\)?$/giu

/**
 * A birth with its doubts: all that `parseBirth` reads, and `khoảng 1944`, `~1944`, `15/8/1944 (ÂL)`,
 * `1944 (Giáp Thân)`. What is read is what is written, never turned into the solar calendar, and with a doubt it is
 * a proposal. Never throws.
 */
export function readBirth(written: string | number, context: BirthContext): UncertainBirthReading {
  const plain = parseBirth(written, context)
  if (plain.ok || typeof written === 'number' || plain.problem !== 'notABirth') return withCentury(plain)
  const text = tidyText(written)
  const hint = findLunarHint(text)
  const known = (hint?.rest ?? text).replace(aboutWords, ' ').replace(/[()]/g, ' ')
  const isAbout = tidyText(known) !== tidyText(hint?.rest ?? text)
  if (!hint && !isAbout) return withCentury(plain)
  const reading = withCentury(parseBirth(known, context))
  if (!reading.ok) return { ...reading, reads: text }
  const doubts = [...reading.doubts]
  if (isAbout) doubts.push('approximate')
  if (hint) doubts.push('lunar')
  if (hint?.yearName && hint.yearName !== lunarYearName(yearOf(reading.birth.from)))
    doubts.push('otherYearName')
  return { ok: true, birth: { ...reading.birth, written: text }, doubts }
}

function withCentury(reading: ReturnType<typeof parseBirth>): UncertainBirthReading {
  if (!reading.ok) return reading
  return { ok: true, birth: reading.birth, doubts: reading.twoDigitYear ? ['twoDigitYear'] : [] }
}
