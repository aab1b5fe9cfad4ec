import type { FindingKind } from '#findings'
import type { Text } from '#rules'
import { writeFigure } from '#targets'
import type { ListBehind, MetricUnit } from './metric.ts'

/** What the sweep says, and when. */
export const sweepSource: Text = {
  vi: 'Lần quét toàn tỉnh gần nhất: luật của tháng đối chiếu với danh sách hưởng',
  en: 'The latest sweep of the province: the law of the month beside what is recorded as paid',
}

export const awardsSource: Text = {
  vi: 'Danh sách hưởng đã ghi trong sổ',
  en: 'The awards on record',
}

export const registerSource: Text = {
  vi: 'Sổ đăng ký: người, hộ và các giá trị đã ghi của họ',
  en: 'The register: people, households and what is recorded of them',
}

const nouns: Readonly<Record<Exclude<MetricUnit, 'percent'>, Text>> = {
  people: { vi: 'người', en: 'people' },
  households: { vi: 'hộ', en: 'households' },
  dong: { vi: 'đ', en: 'đ' },
  cases: { vi: 'việc', en: 'cases' },
  days: { vi: 'ngày', en: 'days' },
  communes: { vi: 'xã', en: 'communes' },
}

/** A figure with its unit, as it stands in a sentence: `95,5 %`, `237 hộ`. */
export function writeWithUnit(unit: MetricUnit, value: number): Text {
  const { vi, en } = writeFigure(value)
  if (unit === 'percent') return { vi: `${vi}\u00a0%`, en: `${en}\u00a0%` }
  return { vi: `${vi}\u00a0${nouns[unit].vi}`, en: `${en}\u00a0${nouns[unit].en}` }
}

/** The findings of one kind on the Today page, of a commune when named. */
export function findingsList(kind: FindingKind, name: Text): ListBehind {
  return {
    name,
    path: (unitUid) => `/can-bo?${new URLSearchParams({ loai: kind, ...(unitUid ? { xa: unitUid } : {}) })}`,
  }
}

/** A page of the workspace that tells no communes apart. */
export function pageList(path: string, name: Text): ListBehind {
  return { name, path: () => path }
}
