import type { NewAccount, Sessions } from '#platform/sessions'

/** An account of the demonstration province, with its password for everybody to read. */
export interface DemonstrationAccount extends NewAccount {
  what: { vi: string; en: string }
}

const password = 'ansinh-2026'
const areas = ['*']

/** An officer of a commune, officers of the agencies the work is shared among, a leader, an inspector. */
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
    agency: 'dpHealth',
    what: { vi: 'chuyên viên Sở Y tế', en: 'officer of the Department of Health' },
  },
  {
    username: 'lanhdao',
    password,
    name: 'Lê Thị Hòa',
    role: 'leader',
    unitUid: 'province',
    areas,
    what: { vi: 'lãnh đạo tỉnh, chỉ xem', en: 'leader, reads only' },
  },
  {
    username: 'van-phong',
    password,
    name: 'Hoàng Thị Vân',
    role: 'provinceOfficer',
    unitUid: 'province',
    areas,
    agency: 'provinceOffice',
    what: { vi: 'chuyên viên Văn phòng UBND tỉnh', en: 'officer of the province’s office' },
  },
  {
    username: 'so-noi-vu',
    password,
    name: 'Phan Đức Thắng',
    role: 'provinceOfficer',
    unitUid: 'province',
    areas: ['merit', 'employment', 'labourRelations', 'workSafety', 'overseasWork', 'genderEquality'],
    agency: 'dpHomeAffairs',
    what: { vi: 'chuyên viên Sở Nội vụ', en: 'officer of the Department of Home Affairs' },
  },
  {
    username: 'thanh-tra',
    password,
    name: 'Vũ Quốc Khánh',
    role: 'provinceOfficer',
    unitUid: 'province',
    areas: ['denunciation'],
    agency: 'provinceInspectorate',
    what: { vi: 'chuyên viên Thanh tra tỉnh', en: 'officer of the provincial inspectorate' },
  },
  {
    username: 'tre-em',
    password,
    name: 'Cao Thị Mai Anh',
    role: 'provinceOfficer',
    unitUid: 'province',
    areas: ['children'],
    agency: 'dpHealth',
    what: { vi: 'cán bộ trẻ em, Sở Y tế', en: 'children’s officer, Department of Health' },
  },
  {
    username: 'van-phong2',
    password,
    name: 'Hồ Sỹ Tâm',
    role: 'provinceOfficer',
    unitUid: 'province',
    areas,
    agency: 'provinceOffice',
    what: {
      vi: 'người thứ hai xác nhận việc của Văn phòng và UBND tỉnh',
      en: 'second officer for what the office and the committee do',
    },
  },
  {
    username: 'thanh-tra2',
    password,
    name: 'Đinh Thị Thu',
    role: 'provinceOfficer',
    unitUid: 'province',
    areas: ['denunciation'],
    agency: 'provinceInspectorate',
    what: { vi: 'người thứ hai duyệt, Thanh tra tỉnh', en: 'second approver, provincial inspectorate' },
  },
  {
    username: 'tre-em2',
    password,
    name: 'Lô Văn Bình',
    role: 'provinceOfficer',
    unitUid: 'province',
    areas: ['children'],
    agency: 'dpHealth',
    what: {
      vi: 'người thứ hai duyệt về trẻ em, Sở Y tế',
      en: 'second approver for children, Department of Health',
    },
  },
]

export async function openDemonstrationAccounts(sessions: Sessions): Promise<void> {
  for (const account of demonstrationAccounts) await sessions.createAccount(account)
}
