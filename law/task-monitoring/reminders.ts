import { addDays, daysBetween, type LocalDate, type WorkingCalendar } from '#calendar'
import type { Certainty, Text } from '#rules'
import { workingDaysBefore, workingDaysBetween } from './states.ts'

/** What people are reminded of, in the order in which the days come. */
const reminderKinds = [
  'half',
  'fourFifths',
  'threeDays',
  'oneDay',
  'dueDay',
  'late',
  'escalated',
  'toConfirm',
] as const

export type ReminderKind = (typeof reminderKinds)[number]

export interface ReminderDay {
  kind: ReminderKind
  on: LocalDate
}

/** No law fixes when tasks are reminded of: a default of this system. */
export const reminderBasis: { basis: Text; certainty: Certainty } = {
  basis: {
    vi: 'Quy ước của hệ thống: 50%, 80% thời hạn, 3 và 1 ngày làm việc trước hạn, đúng hạn, quá hạn; quá hạn từ 5 ngày làm việc thì báo lãnh đạo',
    en: 'Default of the system: at 50% and 80% of the period, 3 and 1 working days before, on the day, when late; from 5 working days late the leader is told',
  },
  certainty: 'pending',
}

const escalatedAfter = 5
const toConfirmAfter = 2

/**
 * The days on which a task is reminded of, when its period began on `from` and ends on `dueOn`. A day that is not after
 * `from` is left out, and of several that fall together the one nearest to the due day stands.
 */
export function reminderDays(from: LocalDate, dueOn: LocalDate, calendar: WorkingCalendar): ReminderDay[] {
  if (dueOn < from) return remindersOfLate(from, calendar)
  const length = daysBetween(from, dueOn)
  const before: ReminderDay[] = [
    { kind: 'half', on: addDays(from, Math.ceil(length / 2)) },
    { kind: 'fourFifths', on: addDays(from, Math.ceil((length * 4) / 5)) },
    { kind: 'threeDays', on: workingDaysBefore(dueOn, 3, calendar) },
    { kind: 'oneDay', on: workingDaysBefore(dueOn, 1, calendar) },
  ]
  const days: ReminderDay[] = [
    ...before.filter(({ on }) => on > from && on < dueOn),
    { kind: 'dueDay', on: dueOn },
    { kind: 'late', on: addDays(dueOn, 1) },
    { kind: 'escalated', on: workingDaysAfter(dueOn, escalatedAfter, calendar) },
  ]
  const lastOfDay = new Map(days.map((day) => [day.on, day]))
  return [...lastOfDay.values()].toSorted((one, other) => one.on.localeCompare(other.on))
}

/** A task that comes after its due day is late at once; its new holder has five working days before the leader is told. */
function remindersOfLate(from: LocalDate, calendar: WorkingCalendar): ReminderDay[] {
  return [
    { kind: 'late', on: from },
    { kind: 'escalated', on: workingDaysAfter(from, escalatedAfter, calendar) },
  ]
}

/** The day on which a receiver is reminded of what was said done on `saidDoneOn`. */
export function confirmReminderOn(saidDoneOn: LocalDate, calendar: WorkingCalendar): LocalDate {
  return workingDaysAfter(saidDoneOn, toConfirmAfter, calendar)
}

/** The days on which an agency is reminded of an opinion or a proposal that is due on `dueOn`. */
export function answerReminderDays(
  askedOn: LocalDate,
  dueOn: LocalDate,
  calendar: WorkingCalendar,
): ReminderDay[] {
  return reminderDays(askedOn, dueOn, calendar).filter(({ kind }) =>
    ['oneDay', 'dueDay', 'late'].includes(kind),
  )
}

/** The day `count` working days after; plain days where the days off are not known. */
function workingDaysAfter(start: LocalDate, count: number, calendar: WorkingCalendar): LocalDate {
  let on = addDays(start, 1)
  while (workingDaysBetween(start, on, calendar) < count) on = addDays(on, 1)
  return on
}

export interface FiredReminder {
  kind: ReminderKind
  /** The due day, or the day the task was said done. */
  aboutOn: LocalDate
  /** The day it should have gone out. */
  forOn: LocalDate
  firedOn: LocalDate
}

/**
 * What a reminder says as of the day it went out: it may go out late, when the machine has slept, and then says how things
 * stand that day and when it should have come.
 */
export function reminderText(fired: FiredReminder, calendar: WorkingCalendar): Text {
  const head = fired.kind === 'toConfirm' ? confirmText(fired, calendar) : dueText(fired, calendar)
  if (fired.firedOn === fired.forOn) return head
  return {
    vi: `${head.vi} (lời nhắc của ngày ${written(fired.forOn)})`,
    en: `${head.en} (the reminder of ${written(fired.forOn)})`,
  }
}

function confirmText({ aboutOn, firedOn }: FiredReminder, calendar: WorkingCalendar): Text {
  const days = workingDaysBetween(aboutOn, firedOn, calendar)
  return {
    vi: `Đã báo hoàn thành từ ${written(aboutOn)}, ${days} ngày làm việc chưa được xác nhận`,
    en: `Said done on ${written(aboutOn)}, not confirmed for ${workingDays(days)}`,
  }
}

function dueText({ kind, aboutOn, firedOn }: FiredReminder, calendar: WorkingCalendar): Text {
  const due = written(aboutOn)
  if (firedOn === aboutOn) return { vi: `Hôm nay là hạn (${due})`, en: `Due today (${due})` }
  if (firedOn > aboutOn) {
    const late = workingDaysBetween(aboutOn, firedOn, calendar)
    const told =
      kind === 'escalated' ? { vi: ', báo cáo lãnh đạo', en: ', the leader is told' } : { vi: '', en: '' }
    return late === 0
      ? { vi: `Đã quá hạn ${due}${told.vi}`, en: `The due day ${due} has passed${told.en}` }
      : {
          vi: `Quá hạn ${late} ngày làm việc (hạn ${due})${told.vi}`,
          en: `${workingDays(late)} late (due ${due})${told.en}`,
        }
  }
  const left = Math.max(1, workingDaysBetween(firedOn, aboutOn, calendar))
  const passed = passedTexts[kind]
  return {
    vi: `${passed.vi}còn ${left} ngày làm việc (hạn ${due})`.replace(/^c/, 'C'),
    en: `${passed.en}${workingDays(left)} left (due ${due})`,
  }
}

const nothing: Text = { vi: '', en: '' }
const passedTexts: Readonly<Record<ReminderKind, Text>> = {
  half: { vi: 'Đã qua nửa thời hạn, ', en: 'Half of the period has passed, ' },
  fourFifths: { vi: 'Đã qua bốn phần năm thời hạn, ', en: 'Four fifths of the period have passed, ' },
  threeDays: nothing,
  oneDay: nothing,
  dueDay: nothing,
  late: nothing,
  escalated: nothing,
  toConfirm: nothing,
}

function workingDays(count: number): string {
  return count === 1 ? '1 working day' : `${count} working days`
}

function written(on: LocalDate): string {
  return `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}
