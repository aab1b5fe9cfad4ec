import type { PairCounts, Run } from '#deduplication'

export interface LinkTexts {
  oneMode: string
  result(run: Run, counts: PairCounts): string[]
}

export const linkTexts: Record<'vi' | 'en', LinkTexts> = {
  vi: {
    oneMode:
      'Chọn một: --full so mọi hồ sơ với nhau (có thể kèm --train), --new chỉ so hồ sơ mới hoặc đã đổi',
    result: (run, counts) => [
      `${run.mode === 'full' ? 'Mọi hồ sơ' : 'Hồ sơ mới hoặc đã đổi'}: ${run.people} hồ sơ, so ${run.compared} cặp, ${run.tookMs} ms`,
      `Mô hình: ${run.modelVersion}`,
      `Chờ quyết định: ${counts.total} cặp (gần chắc chắn ${counts.bands.certain}, nhiều khả năng ${counts.bands.likely}, có thể ${counts.bands.possible})`,
      `Cùng đang chi: ${counts.bothPaid}; hai số căn cước khác nhau: ${counts.twoNumbers}; trở lại: ${counts.cameBack}`,
    ],
  },
  en: {
    oneMode:
      'Choose one: --full compares all records (with --train if you like), --new only those new or changed',
    result: (run, counts) => [
      `${run.mode === 'full' ? 'All records' : 'Records new or changed'}: ${run.people} records, ${run.compared} pairs compared, ${run.tookMs} ms`,
      `Model: ${run.modelVersion}`,
      `Waiting: ${counts.total} pairs (nearly certain ${counts.bands.certain}, likely ${counts.bands.likely}, possible ${counts.bands.possible})`,
      `Paid on both: ${counts.bothPaid}; two citizen numbers: ${counts.twoNumbers}; came back: ${counts.cameBack}`,
    ],
  },
}
