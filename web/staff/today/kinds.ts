import type { FindingKind } from '#findings'
import { type Catalogue, formatCount, type Lang } from '#web/ui/index.ts'

/** Which petal a kind offends and how it stands: vermilion is wrong now, amber is soon or small. */
export const marks: Record<
  FindingKind,
  { offends: 'right' | 'full' | 'onTime' | 'none'; standing: 'sai' | 'cham' | 'none' }
> = {
  missed: { offends: 'full', standing: 'sai' },
  undue: { offends: 'right', standing: 'sai' },
  underpaid: { offends: 'full', standing: 'sai' },
  overpaid: { offends: 'full', standing: 'cham' },
  late: { offends: 'onTime', standing: 'sai' },
  comingUp: { offends: 'onTime', standing: 'cham' },
  unknown: { offends: 'none', standing: 'none' },
  duplicate: { offends: 'right', standing: 'sai' },
}

/** The kinds in the order of the filters. */
export const kindOrder: readonly FindingKind[] = [
  'missed',
  'undue',
  'underpaid',
  'overpaid',
  'duplicate',
  'late',
  'comingUp',
  'unknown',
]

const vi: Record<FindingKind, string> = {
  missed: 'Bỏ sót',
  undue: 'Không đúng',
  underpaid: 'Chi thiếu',
  overpaid: 'Chi thừa',
  late: 'Quá hạn',
  comingUp: 'Sắp đến',
  unknown: 'Chưa rõ',
  duplicate: 'Trùng',
}

export const kindWords: Catalogue<typeof vi> = {
  vi,
  en: {
    missed: 'Missed',
    undue: 'Undue',
    underpaid: 'Underpaid',
    overpaid: 'Overpaid',
    late: 'Late',
    comingUp: 'Coming up',
    unknown: 'Not known',
    duplicate: 'Duplicate',
  },
}

interface Amounts {
  kind: FindingKind
  lawDong: { low: number; high: number }
  recordedDong: number
  arrearsDong: number
  differenceDong: number
}

/** The amount of a row, without its sign: what the person lacks is minus, what was paid too much is plus. */
export function amountText(amounts: Amounts, lang: Lang): string {
  const { kind, lawDong, recordedDong, arrearsDong, differenceDong } = amounts
  const count = (dong: number) => formatCount(Math.abs(dong), lang)
  if (kind === 'underpaid') return `−${count(arrearsDong || differenceDong)}`
  if (kind === 'overpaid' || kind === 'undue') return `+${count(arrearsDong || differenceDong)}`
  const each = lang === 'vi' ? '/th' : '/mo'
  if (kind === 'duplicate') return `+${count(arrearsDong || recordedDong)}`
  if (kind === 'comingUp' && lawDong.high < recordedDong)
    return `−${count(recordedDong - lawDong.high)}${each}`
  if (kind === 'late' && lawDong.high === 0) return ''
  if (lawDong.low === lawDong.high) return `${count(lawDong.low)}${each}`
  return `${count(lawDong.low)} ${lang === 'vi' ? 'đến' : 'to'} ${count(lawDong.high)}`
}
