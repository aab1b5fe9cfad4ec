import type { LocalDate } from '#calendar'
import type { Certainty, Text } from '#rules'
import { type Agency, type AgencyCode, agencies, type Level } from './agencies.ts'
import type { Area } from './areas.ts'
import { type Tenure, tenures } from './tenures.ts'

/** Who is competent for an area at a level on a day, and on what that rests. */
export interface CompetentAuthority {
  area: Area
  level: Level
  agencyCode: AgencyCode
  name: Text
  does: Text | undefined
  office: Text | undefined
  /** In force on the day asked; empty where the table knows the fact but not its text. */
  legalBasis: readonly string[]
  certainty: Certainty
  /** The agency's first day in the area; undefined when older than the table. */
  since: LocalDate | undefined
  /** The first day without it; undefined while it lasts. */
  until: LocalDate | undefined
  /** Who took the area over; the commune where the level was abolished. */
  successor: { agencyCode: AgencyCode; level: Level; name: Text } | undefined
}

export interface CompetenceQuestion {
  area: Area
  level: Level
  on: LocalDate
  /** The district or commune, by its full name on the day: `Xã Nghi Lộc`. */
  unitName?: string | undefined
}

/**
 * The authority for an area of duty at a level on a day; undefined where the table has none, which is not to say that
 * there was none.
 */
export function competentAuthority(question: CompetenceQuestion): CompetentAuthority | undefined {
  const { area, level, on, unitName } = question
  const rows = rowsOf(area, level)
  const row = rows.find((each) => holdsOn(each, on))
  if (!row) return undefined
  const run = runOf(rows, row)
  const until = run.at(-1)?.until
  return {
    area,
    level,
    agencyCode: row.agency,
    name: nameOf(row.agency, unitName),
    does: row.does,
    office: row.office,
    legalBasis: row.basis,
    certainty: row.certainty,
    since: run[0]?.from,
    until,
    successor: until === undefined ? undefined : successorOn(area, level, until),
  }
}

/** Every authority of an area at a level, the oldest first. */
export function listAuthorities(area: Area, level: Level): CompetentAuthority[] {
  const rows = rowsOf(area, level)
  const firsts = rows.filter((row, index) => rows[index - 1]?.agency !== row.agency)
  return firsts.flatMap((row) => competentAuthority({ area, level, on: row.from ?? dayBefore(row) }) ?? [])
}

/** A row without a first day holds on any day before its end. */
function dayBefore({ until }: Tenure): LocalDate {
  return (until === undefined ? '9999-12-31' : '0001-01-01') as LocalDate
}

export interface CaseQuestion {
  area: Area
  level: Level
  begunOn: LocalDate
  today: LocalDate
  /** The unit by its names on the day the case began and today. */
  unitNames?: { begun: string | undefined; today: string | undefined }
}

export interface CaseAuthority {
  /** Who received it; papers issued under it keep its name and signature. */
  begunWith: CompetentAuthority | undefined
  /** Who carries it on. */
  nowWith: CompetentAuthority | undefined
  isTransferred: boolean
  rule: Text
  certainty: Certainty
}

/**
 * Who carries on a case that began before a change: the successor, while papers already signed keep their signer. It
 * is our reading of the transitional rules, and so pending.
 */
export function authorityOfCase({ area, level, begunOn, today, unitNames }: CaseQuestion): CaseAuthority {
  const begunWith = competentAuthority({ area, level, on: begunOn, unitName: unitNames?.begun })
  const isLevelGone = level === 'district' && !competentAuthority({ area, level, on: today })
  const levelNow = isLevelGone ? 'commune' : level
  const nowWith = competentAuthority({ area, level: levelNow, on: today, unitName: unitNames?.today })
  const isTransferred = begunWith !== undefined && begunWith.agencyCode !== nowWith?.agencyCode
  return {
    begunWith,
    nowWith,
    isTransferred,
    rule: isTransferred ? handedOver : carriedOn,
    certainty: 'pending',
  }
}

const handedOver: Text = {
  vi: 'Cơ quan kế thừa tiếp tục giải quyết; văn bản đã ký giữ nguyên cơ quan và người ký.',
  en: 'The successor carries the case on; papers already signed keep their agency and signer.',
}
const carriedOn: Text = {
  vi: 'Cơ quan đã tiếp nhận tiếp tục giải quyết.',
  en: 'The agency that received the case carries it on.',
}

function rowsOf(area: Area, level: Level): Tenure[] {
  return tenures
    .filter((row) => row.level === level && row.areas.includes(area))
    .toSorted((one, other) => (one.from ?? '').localeCompare(other.from ?? ''))
}

function holdsOn({ from, until }: Tenure, on: LocalDate): boolean {
  return (from === undefined || from <= on) && (until === undefined || on < until)
}

/** The rows before and after that continue the same agency, whatever decree says so. */
function runOf(rows: readonly Tenure[], row: Tenure): Tenure[] {
  const at = rows.indexOf(row)
  const isSame = (each: Tenure | undefined) => each?.agency === row.agency
  let first = at
  while (isSame(rows[first - 1])) first -= 1
  let last = at
  while (isSame(rows[last + 1])) last += 1
  return rows.slice(first, last + 1)
}

function successorOn(area: Area, level: Level, on: LocalDate): CompetentAuthority['successor'] {
  const below: readonly Level[] = level === 'district' ? ['district', 'commune'] : [level]
  for (const each of below) {
    const row = rowsOf(area, each).find((tenure) => holdsOn(tenure, on))
    if (row) return { agencyCode: row.agency, level: each, name: nameOf(row.agency) }
  }
  return undefined
}

function nameOf(code: AgencyCode, unitName?: string): Text {
  const { name, ofUnit }: Agency = agencies[code]
  if (!ofUnit || unitName === undefined) return name
  const inSentence = unitName.charAt(0).toLocaleLowerCase('vi') + unitName.slice(1)
  return { vi: ofUnit.vi.replace('…', inSentence), en: ofUnit.en.replace('…', unitName) }
}
