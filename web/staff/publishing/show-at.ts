import { readTypedDay } from '#calendar'

/** Day and hour in Vietnam as two fields have them; undefined when both are empty, `wrong` when they are no instant. */
export function showAtIn(day: string, time: string): Date | undefined | 'wrong' {
  if (day.trim() === '' && time.trim() === '') return undefined
  const on = readTypedDay(day)
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:hg.]\s?(\d{2})?)?$/i.exec(time.trim()) ?? []
  if (!on || hour === undefined || Number(hour) > 23 || Number(minute) > 59) return 'wrong'
  return new Date(`${on}T${hour.padStart(2, '0')}:${minute}:00+07:00`)
}

/** The two fields of an instant. */
export function fieldsOf(at: Date | undefined): { day: string; time: string } {
  if (!at) return { day: '', time: '' }
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString()
  return { day: local.slice(0, 10), time: local.slice(11, 16) }
}
