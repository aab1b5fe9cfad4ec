import type { LocalDate } from '#calendar'
import type { Geography } from '#identity'
import { dayAsked } from '#web/staff/days.ts'

/** The ways of dividing the province that people can be told by; the first is today's. */
export const divisions = [
  'communesNow',
  'communesBetween',
  'communesBefore',
  'districtsBetween',
  'districtsBefore',
] as const
export type Division = (typeof divisions)[number]

/** The last days of the two older maps: before 1/12/2024, and before the districts went on 1/7/2025. */
const [before, between] = ['2024-11-30', '2025-06-30'] as [LocalDate, LocalDate]

/** What the page is asked, from its address. */
export interface UnitsQuery {
  /** As somebody wrote it; empty before anything is asked. */
  written: string
  /** The day of the paper; undefined when it is not known. */
  on: LocalDate | undefined
  /** What was typed instead of a day. */
  wrongDay: string | undefined
  /** The unit chosen among several. */
  chosen: string | undefined
  /** The day whose people are counted; undefined while nobody asked. */
  livedOn: LocalDate | undefined
  /** What was typed instead of it. */
  wrongLived: string | undefined
  division: Division
}

export function unitsQueryOf(params: URLSearchParams): UnitsQuery {
  const paper = dayIn(params, 'ngay')
  const lived = dayIn(params, 'song')
  return {
    written: (params.get('ten') ?? '').trim().slice(0, 200),
    on: paper.day,
    wrongDay: paper.wrong,
    chosen: params.get('don-vi') ?? undefined,
    livedOn: lived.day,
    wrongLived: lived.wrong,
    division: divisions.find((each) => each === params.get('dia-gioi')) ?? 'communesNow',
  }
}

/** The day that stands under a name, or what was typed there instead. */
function dayIn(
  params: URLSearchParams,
  name: string,
): { day: LocalDate | undefined; wrong: string | undefined } {
  const typed = (params.get(name) ?? '').trim()
  const day = dayAsked(typed)
  return { day, wrong: day === undefined && typed !== '' ? typed.slice(0, 40) : undefined }
}

/** The part of an address after `?` that asks the same again, changed as said. */
export function addressOf(query: UnitsQuery, change: Record<string, string | undefined> = {}): string {
  const all: Record<string, string | undefined> = {
    ten: query.written || undefined,
    ngay: query.on,
    'don-vi': query.chosen,
    song: query.livedOn,
    'dia-gioi': query.livedOn && query.division,
    ...change,
  }
  const said = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `?${new URLSearchParams(said)}`
}

export function geographyOf(division: Division, today: LocalDate, livedOn: LocalDate): Geography {
  const level = division.startsWith('districts') ? 'district' : 'commune'
  const on = { Now: today, Between: between, Before: before }
  const which = division.replace(/^(communes|districts)/, '') as keyof typeof on
  return { on: on[which], level, countedOn: livedOn }
}
