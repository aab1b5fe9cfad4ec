import { addDays, isWorkingDay, type LocalDate, rollBack, type WorkingCalendar } from '#calendar'
import type { Certainty, Text } from '#rules'

/** The states of a task on a day: every task is in exactly one. */
export const taskStates = [
  'inTime',
  'nearDue',
  'late',
  'doneInTime',
  'doneLate',
  'done',
  'noDeadline',
  'withdrawn',
] as const

export type TaskState = (typeof taskStates)[number]

/** The colours of the house: right, nearly too late, wrong, open. */
type TaskColour = 'ok' | 'cham' | 'sai' | 'open'

export interface TaskStateMeaning {
  name: Text
  /** As a narrow column of a list says it. */
  short: Text
  colour: TaskColour
  basis: Text
  certainty: Certainty
}

const decision42: Text = {
  vi: 'QĐ 42/2014/QĐ-TTg (sửa đổi: QĐ 23/2018/QĐ-TTg)',
  en: 'Decision 42/2014/QĐ-TTg (amended by 23/2018/QĐ-TTg)',
}
const ours: Text = { vi: 'Quy ước của hệ thống', en: 'Our own convention' }

export const taskStateMeanings: Readonly<Record<TaskState, TaskStateMeaning>> = {
  inTime: {
    name: { vi: 'Đang thực hiện – trong hạn', en: 'Under way – in time' },
    short: { vi: 'Trong hạn', en: 'In time' },
    colour: 'ok',
    basis: decision42,
    certainty: 'secondary',
  },
  nearDue: {
    name: { vi: 'Đang thực hiện – sắp đến hạn', en: 'Under way – near due' },
    short: { vi: 'Sắp đến hạn', en: 'Near due' },
    colour: 'cham',
    basis: {
      vi: `${decision42.vi}; ${ours.vi}: từ 3 ngày làm việc trước hạn`,
      en: `${decision42.en}; ${ours.en}: from 3 working days before it is due`,
    },
    certainty: 'pending',
  },
  late: {
    name: { vi: 'Đang thực hiện – quá hạn', en: 'Under way – late' },
    short: { vi: 'Quá hạn', en: 'Late' },
    colour: 'sai',
    basis: decision42,
    certainty: 'secondary',
  },
  doneInTime: {
    name: { vi: 'Hoàn thành đúng hạn', en: 'Done in time' },
    short: { vi: 'Xong đúng hạn', en: 'Done in time' },
    colour: 'ok',
    basis: decision42,
    certainty: 'secondary',
  },
  doneLate: {
    name: { vi: 'Hoàn thành quá hạn', en: 'Done late' },
    short: { vi: 'Xong quá hạn', en: 'Done late' },
    colour: 'cham',
    basis: decision42,
    certainty: 'secondary',
  },
  done: {
    name: { vi: 'Hoàn thành (không có hạn)', en: 'Done (no due day)' },
    short: { vi: 'Xong', en: 'Done' },
    colour: 'ok',
    basis: ours,
    certainty: 'pending',
  },
  noDeadline: {
    name: { vi: 'Đang thực hiện – không có hạn', en: 'Under way – no due day' },
    short: { vi: 'Không có hạn', en: 'No due day' },
    colour: 'open',
    basis: ours,
    certainty: 'pending',
  },
  withdrawn: {
    name: { vi: 'Đã rút', en: 'Withdrawn' },
    short: { vi: 'Đã rút', en: 'Withdrawn' },
    colour: 'open',
    basis: ours,
    certainty: 'pending',
  },
}

/** What the state of a task is computed from. */
export interface TaskDays {
  /** The day it is to be done by, after any extension; undefined: no day, never “in time”. */
  dueOn?: LocalDate | undefined
  /** From this day it is near due: `nearFromOn` of the due day. */
  nearFromOn?: LocalDate | undefined
  /** The day its lead said it was done. */
  saidDoneOn?: LocalDate | undefined
  /** Its receiver has confirmed that it is done. */
  isConfirmed: boolean
  isWithdrawn?: boolean
}

/**
 * The state of a task on `today` (QĐ 42/2014). What its lead said done is not done until its receiver confirms; while that
 * is awaited it stands as on the day it was said, since the lead does not answer for the receiver's time (our reading,
 * pending). A task that is returned has no such day: its clock has never stood still.
 */
export function taskState(days: TaskDays, today: LocalDate): TaskState {
  const { dueOn, nearFromOn, saidDoneOn, isConfirmed, isWithdrawn = false } = days
  if (isWithdrawn) return 'withdrawn'
  const doneOn = isConfirmed ? saidDoneOn : undefined
  if (isConfirmed && dueOn === undefined) return 'done'
  if (dueOn === undefined) return 'noDeadline'
  if (doneOn !== undefined) return doneOn <= dueOn ? 'doneInTime' : 'doneLate'
  const on = saidDoneOn !== undefined && saidDoneOn < today ? saidDoneOn : today
  if (on > dueOn) return 'late'
  return nearFromOn !== undefined && on >= nearFromOn ? 'nearDue' : 'inTime'
}

const nearWorkingDays = 3

/** The day from which a task due on `dueOn` is near due. */
export function nearFromOn(dueOn: LocalDate, calendar: WorkingCalendar): LocalDate {
  return workingDaysBefore(dueOn, nearWorkingDays, calendar)
}

/**
 * The working day `count` working days before `dueOn`, which itself is not counted. Outside the years whose days off are
 * known, plain days are counted instead.
 */
export function workingDaysBefore(dueOn: LocalDate, count: number, calendar: WorkingCalendar): LocalDate {
  if (addDays(dueOn, -40) < calendar.knownFrom || dueOn > calendar.knownTo) return addDays(dueOn, -count)
  let on = dueOn
  for (let counted = 0; counted < count; ) {
    on = addDays(on, -1)
    if (isWorkingDay(on, calendar)) counted += 1
  }
  return rollBack(on, calendar)
}

/** Working days after `from` up to and including `to`; plain days where the days off are not known. Nothing when `to` comes first. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number {
  let count = 0
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1))
    if (on < calendar.knownFrom || on > calendar.knownTo || isWorkingDay(on, calendar)) count += 1
  return count
}
