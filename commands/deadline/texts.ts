import {
  type BeyondCalendar,
  type DayOffReason,
  type DeadlineStep,
  type LocalDate,
  weekdayOf,
} from '#calendar'

export interface DeadlineTexts {
  noStart: string
  oneLength: string
  noSuchDay(written: string): string
  badCount(option: string, written: string, countMax: number): string
  beyond(error: BeyondCalendar): string
  weekdayOf(on: LocalDate): string
  due(on: LocalDate): string
  line(step: DeadlineStep): string
}

const vietnameseDays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']
const englishDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const vietnameseReasons: Record<DayOffReason, string> = {
  weekend: 'nghỉ cuối tuần',
  holiday: 'nghỉ lễ',
  substitute: 'nghỉ bù',
  swapOff: 'nghỉ hoán đổi',
}
const englishReasons: Record<DayOffReason, string> = {
  weekend: 'weekend',
  holiday: 'holiday',
  substitute: 'substitute day off',
  swapOff: 'swapped day off',
}

const vietnamese: DeadlineTexts = {
  noStart: 'Thiếu ngày bắt đầu: thêm --from, ví dụ --from 2026-11-18',
  oneLength: 'Cần đúng một thời hạn: --working-days N, --days N hoặc --months N',
  noSuchDay: (written) => `Không có ngày "${written}": viết như 2026-11-18 hoặc 18/11/2026`,
  badCount: (option, written, countMax) =>
    `--${option} "${written}" không phải số nguyên từ 1 đến ${countMax}: viết như --${option} 5`,
  beyond: ({ message }) => message,
  weekdayOf: (on) => vietnameseDays[weekdayOf(on)] ?? '',
  due: (on) => `Hết hạn: ${vietnameseDays[weekdayOf(on)]}, ${slashed(on)} (hết 24 giờ)`,
  line: (step) =>
    `${slashed(step.on)}  ${(vietnameseDays[weekdayOf(step.on)] ?? '').padEnd(8)}  ${inVietnamese(step)}`,
}

const english: DeadlineTexts = {
  noStart: 'The start is missing: add --from, such as --from 2026-11-18',
  oneLength: 'Give exactly one length: --working-days N, --days N or --months N',
  noSuchDay: (written) => `There is no day "${written}": write it like 2026-11-18 or 18/11/2026`,
  badCount: (option, written, countMax) =>
    `--${option} "${written}" is not a whole number from 1 to ${countMax}: write it like --${option} 5`,
  beyond: ({ on, knownFrom, knownTo }) =>
    `The days off of ${on.slice(0, 4)} are not known (known from ${slashed(knownFrom)} to ${slashed(knownTo)}): ` +
    'add the notice of that year to law/holidays and ask again',
  weekdayOf: (on) => englishDays[weekdayOf(on)] ?? '',
  due: (on) => `Due: ${englishDays[weekdayOf(on)]} ${slashed(on)} (until midnight)`,
  line: (step) =>
    `${slashed(step.on)}  ${(englishDays[weekdayOf(step.on)] ?? '').padEnd(9)}  ${inEnglish(step)}`,
}

export const deadlineTexts: Record<'vi' | 'en', DeadlineTexts> = { vi: vietnamese, en: english }

function inVietnamese(step: DeadlineStep): string {
  switch (step.does) {
    case 'start':
      return 'ngày bắt đầu, không tính (BLDS Đ.147.2)'
    case 'count':
      return `ngày làm việc thứ ${step.number}${named(step.name)}`
    case 'skip':
      return `bỏ qua: ${vietnameseReasons[step.reason]}${named(step.name)}`
    case 'reach':
      return step.unit === 'days'
        ? `đủ ${step.count} ngày (BLDS Đ.148.1)`
        : `đủ ${step.count} tháng${step.endOfMonth ? ', ngày cuối tháng' : ''} (BLDS Đ.148.3)`
    case 'roll':
      return `chuyển sang ngày sau: ${vietnameseReasons[step.reason]}${named(step.name)} (BLDS Đ.148.5)`
    case 'due':
      return 'hết hạn vào cuối ngày (BLDS Đ.148.6)'
  }
}

function inEnglish(step: DeadlineStep): string {
  switch (step.does) {
    case 'start':
      return 'the start, not counted (Civil Code art. 147.2)'
    case 'count':
      return `working day ${step.number}${named(step.name)}`
    case 'skip':
      return `skipped: ${englishReasons[step.reason]}${named(step.name)}`
    case 'reach':
      return step.unit === 'days'
        ? `${many(step.count, 'day')} reached (art. 148.1)`
        : `${many(step.count, 'month')} reached${step.endOfMonth ? ', on the last day of the month' : ''} (art. 148.3)`
    case 'roll':
      return `moved to the next day: ${englishReasons[step.reason]}${named(step.name)} (art. 148.5)`
    case 'due':
      return 'due at the end of the day (art. 148.6)'
  }
}

function named(name: string | undefined): string {
  return name === undefined ? '' : ` – ${name}`
}

function slashed(on: LocalDate): string {
  return `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}

function many(count: number, unit: string): string {
  return count === 1 ? `1 ${unit} is` : `${count} ${unit}s are`
}
