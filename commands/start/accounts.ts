import type { NewAccount, Sessions } from '#platform/sessions'

/** An account of the demonstration province, with its password for everybody to read. */
export interface DemonstrationAccount extends NewAccount {
  what: { vi: string; en: string }
}

const password = 'ansinh-2026'
const areas = ['*']

/** One officer of a commune, one of the province, one leader. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  {
    username: 'canbo-xa',
    password,
    name: 'Nguyễn Thị Lan',
    role: 'communeOfficer',
    unitUid: '16702@2025-07-01',
    areas,
    what: { vi: 'cán bộ phường Vinh Phú', en: 'officer of Vinh Phú ward' },
  },
  {
    username: 'canbo-tinh',
    password,
    name: 'Trần Văn Minh',
    role: 'provinceOfficer',
    unitUid: 'province',
    areas,
    what: { vi: 'chuyên viên Sở Y tế', en: 'officer of the Department of Health' },
  },
  {
    username: 'lanhdao',
    password,
    name: 'Lê Thị Hòa',
    role: 'leader',
    unitUid: 'province',
    areas,
    what: { vi: 'lãnh đạo Sở, chỉ xem', en: 'leader, reads only' },
  },
]

export async function openDemonstrationAccounts(sessions: Sessions): Promise<void> {
  for (const account of demonstrationAccounts) await sessions.createAccount(account)
}
