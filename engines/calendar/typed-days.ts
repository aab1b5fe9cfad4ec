import { type LocalDate, parseDay } from './days.ts'

/**
 * A day as people type it, read in one place for forms and commands: `1/7/2025`, `01-07-2025`, `01.07.2025`, `01072025`, and
 * `2025-07-01` as links and programs write it; the day comes before the month. Undefined for whatever is no day.
 */
export function readTypedDay(text: string): LocalDate | undefined {
  const typed = text.trim()
  const parts =
    /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed)
  if (!parts) return parseDay(typed)
  const [, date = '', month = '', year = ''] = parts
  return parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
}
