import { BeyondCalendar, computeDeadline, type Deadline, type DeadlineUnit, readTypedDay } from '#calendar'
import { stateCalendar } from '#law/holidays'
import type { Command, CommandArguments, CommandIo } from '#platform/command'
import { type DeadlineTexts, deadlineTexts } from './deadline/texts.ts'

/** `ansinh deadline`: the last day of a period by the Civil Code and the state calendar, line by line. */
export const command: Command = {
  name: 'deadline',
  summary: {
    vi: 'Tính ngày hết hạn theo lịch làm việc của cơ quan nhà nước, kèm từng bước tính',
    en: 'Compute a due day by the calendar of state agencies, line by line',
  },
  usage: 'deadline --from 2026-11-18 (--working-days N | --days N | --months N)',
  options: {
    from: { type: 'string' },
    'working-days': { type: 'string' },
    days: { type: 'string' },
    months: { type: 'string' },
  },
  positionals: '',
  run: async (args, io) => run(args, io),
}

const units: Record<string, DeadlineUnit> = { 'working-days': 'workingDays', days: 'days', months: 'months' }

/** Longer than any period in the law, and short enough to print. */
const countMax = 3_660

function run({ values }: CommandArguments, io: CommandIo): number {
  const texts = deadlineTexts[values.lang === 'en' ? 'en' : 'vi']
  const start = typeof values.from === 'string' ? readTypedDay(values.from) : undefined
  if (!start)
    return refuse(io, values.from === undefined ? texts.noStart : texts.noSuchDay(String(values.from)))
  const given = Object.keys(units).filter((option) => values[option] !== undefined)
  const option = given[0]
  if (given.length !== 1 || option === undefined) return refuse(io, texts.oneLength)
  const written = String(values[option])
  const count = /^\d{1,4}$/.test(written) ? Number(written) : 0
  if (count < 1 || count > countMax) return refuse(io, texts.badCount(option, written, countMax))
  const period = { start, unit: units[option] ?? 'days', count }
  try {
    const deadline = computeDeadline(period, stateCalendar)
    print(deadline, texts, values.json === true ? { ...period } : undefined, io)
    return 0
  } catch (error) {
    if (!(error instanceof BeyondCalendar)) throw error
    io.err(texts.beyond(error))
    return 1
  }
}

function refuse(io: CommandIo, sentence: string): number {
  io.err(sentence)
  return 2
}

function print(deadline: Deadline, texts: DeadlineTexts, asked: object | undefined, io: CommandIo): void {
  if (asked) {
    io.out(JSON.stringify({ ...asked, ...deadline, weekday: texts.weekdayOf(deadline.dueOn) }))
    return
  }
  io.out(texts.due(deadline.dueOn))
  io.out('')
  for (const step of deadline.steps) io.out(texts.line(step))
}
