import type { FindingKind } from '#findings'
import type { Text } from '#rules'
import type { ListBehind } from './metric.ts'

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
