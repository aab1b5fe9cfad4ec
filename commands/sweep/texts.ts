import { type FindingKind, findingKinds, type Measured, type Principles, type SweepResult } from '#findings'

export interface SweepTexts {
  noSuchDay(written: string): string
  noSuchMonth(written: string): string
  tooEarly: string
  result(run: SweepResult, counts: Record<FindingKind, number>, principles: Principles | undefined): string[]
}

const vietnameseKinds: Record<FindingKind, string> = {
  missed: 'bỏ sót',
  undue: 'hưởng sai đối tượng',
  underpaid: 'chi thiếu',
  overpaid: 'chi thừa',
  late: 'quá hạn',
  comingUp: 'sắp thay đổi',
  unknown: 'thiếu dữ kiện',
  duplicate: 'trùng hồ sơ',
}

const englishKinds: Record<FindingKind, string> = {
  missed: 'missed',
  undue: 'undue',
  underpaid: 'underpaid',
  overpaid: 'overpaid',
  late: 'late',
  comingUp: 'coming up',
  unknown: 'unknown',
  duplicate: 'duplicate',
}

/** The kinds of findings as officers name them. */
export const kindTexts = { vi: vietnameseKinds, en: englishKinds }

export const sweepTexts: Record<'vi' | 'en', SweepTexts> = {
  vi: {
    noSuchDay: (written) => `Không có ngày "${written}": viết như --known-on 2026-11-23`,
    noSuchMonth: (written) => `Không có tháng "${written}": viết như --month 2026-11`,
    tooEarly: 'Chỉ quét được từ tháng 2021-07, khi Nghị định 20/2021 có hiệu lực',
    result: (run, counts, principles) => [
      `Tháng ${run.month.slice(5)}/${run.month.slice(0, 4)}: ${run.people} người, ${run.tookMs} ms`,
      ...(run.mode === 'changed' ? [`Chỉ xét ${run.judged ?? 0} người có thay đổi từ lần quét trước`] : []),
      ...(run.because ? [`Đã quét toàn bộ vì ${run.because.vi}`] : []),
      ...linesOf(counts, vietnameseKinds),
      ...(principles
        ? [
            share('Đúng đối tượng', principles.rightPerson, ','),
            share('Đủ chế độ', principles.fullEntitlement, ','),
            share('Kịp thời', principles.onTime, ','),
          ]
        : []),
    ],
  },
  en: {
    noSuchDay: (written) => `There is no day "${written}": write it like --known-on 2026-11-23`,
    noSuchMonth: (written) => `There is no month "${written}": write it like --month 2026-11`,
    tooEarly: 'A sweep begins with 2021-07, when Decree 20/2021 came into force',
    result: (run, counts, principles) => [
      `Month ${run.month}: ${run.people} people, ${run.tookMs} ms`,
      ...(run.mode === 'changed' ? [`Only ${run.judged ?? 0} people touched since the run before`] : []),
      ...(run.because ? [`Everybody was swept because ${run.because.en}`] : []),
      ...linesOf(counts, englishKinds),
      ...(principles
        ? [
            share('Right person', principles.rightPerson, '.'),
            share('Full entitlement', principles.fullEntitlement, '.'),
            share('On time', principles.onTime, '.'),
          ]
        : []),
    ],
  },
}

function linesOf(counts: Record<FindingKind, number>, names: Record<FindingKind, string>): string[] {
  return findingKinds.map((kind) => `  ${names[kind].padEnd(20)} ${counts[kind]}`)
}

function share(name: string, { part, whole, share: tenths }: Measured, point: string): string {
  if (tenths === undefined) return `${name}: –`
  return `${name}: ${Math.floor(tenths / 10)}${point}${tenths % 10} % (${part}/${whole})`
}
