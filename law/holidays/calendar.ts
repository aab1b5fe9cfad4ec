import { day, type LocalDate, type SpecialDayKind, type WorkingCalendar } from '#calendar'
import { type HolidayCertainty, holidayRows } from './rows.ts'

export interface StateHoliday {
  on: LocalDate
  kind: SpecialDayKind
  /** Vietnamese. */
  name: string
  /** The article or the notice. */
  basis: string
  certainty: HolidayCertainty
}

export const stateHolidays: readonly StateHoliday[] = holidayRows.map(
  ([on, kind, name, basis, certainty]) => ({
    on: day(on),
    kind,
    name,
    basis,
    certainty,
  }),
)

/** The calendar of state agencies, with swapped days (a make-up Saturday is worked). */
export const stateCalendar: WorkingCalendar = {
  knownFrom: day('2021-01-01'),
  knownTo: day('2027-12-31'),
  days: new Map(stateHolidays.map(({ on, kind, name }) => [on, { kind, name }])),
}

/** The special day on `on`, with its basis and certainty. */
export function findStateHoliday(on: LocalDate): StateHoliday | undefined {
  return stateHolidays.find((holiday) => holiday.on === on)
}
