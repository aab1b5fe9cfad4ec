import type { SpecialDayKind } from '#calendar'

/** How well the day is known: read in the gazette, in the press, from memory, or not yet announced. */
export type HolidayCertainty = 'gazette' | 'secondary' | 'memory' | 'pending'

/** day · kind · name · basis · certainty */
export type HolidayRow = readonly [string, SpecialDayKind, string, string, HolidayCertainty]

const newYear = 'Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1 điểm a'
const tet2021 = 'Thủ tướng quyết định, Bộ LĐTBXH thông báo tháng 12/2020'
const hungKings = 'Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1 điểm e'
const victoryDay = 'Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1 điểm c'
const labourDay = 'Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1 điểm d'
const nextDayOff = 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'
const nationalDay =
  'Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1 điểm đ; Thủ tướng quyết định ngày liền kề'
const tet2022 = 'Thủ tướng quyết định, Bộ LĐTBXH thông báo tháng 12/2021'
const tet2023 = 'Thủ tướng quyết định, Bộ LĐTBXH thông báo tháng 12/2022'
const tet2024 = 'Thủ tướng quyết định, Bộ LĐTBXH thông báo tháng 11/2023'
const notice2450 = '2450/VPCP-KGVX ngày 12/4/2024'
const notice8726 = '8726/VPCP-KGVX ngày 26/11/2024'
const notice12729 = '12729/VPCP-KGVX ngày 25/12/2025'
const notice9441 = '9441/TB-BNV tháng 10/2025'
const cultureDay = 'Nghị quyết 28/2026/QH16 ngày 24/4/2026; 10065/VPCP-KGVX: nghỉ một ngày'
const notice10065 = '10065/VPCP-KGVX ngày 2/10/2026'

/**
 * The days on which state agencies rest or make up, by the Labour Code and the yearly notices. A year is added
 * when its notice is out, and only then may `knownTo` in calendar.ts move.
 */
export const holidayRows: readonly HolidayRow[] = [
  ['2021-01-01', 'holiday', 'Tết Dương lịch', newYear, 'gazette'],
  ['2021-02-10', 'holiday', 'Tết Âm lịch', tet2021, 'memory'],
  ['2021-02-11', 'holiday', 'Tết Âm lịch', tet2021, 'memory'],
  ['2021-02-12', 'holiday', 'Tết Âm lịch', tet2021, 'memory'],
  ['2021-02-13', 'holiday', 'Tết Âm lịch', tet2021, 'memory'],
  ['2021-02-14', 'holiday', 'Tết Âm lịch', tet2021, 'memory'],
  ['2021-02-15', 'substitute', 'Nghỉ bù Tết Âm lịch', tet2021, 'memory'],
  ['2021-02-16', 'substitute', 'Nghỉ bù Tết Âm lịch', tet2021, 'memory'],
  ['2021-04-21', 'holiday', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', hungKings, 'secondary'],
  ['2021-04-30', 'holiday', 'Ngày Chiến thắng', victoryDay, 'gazette'],
  ['2021-05-01', 'holiday', 'Quốc tế Lao động', labourDay, 'gazette'],
  ['2021-05-03', 'substitute', 'Nghỉ bù 1/5', nextDayOff, 'gazette'],
  ['2021-09-02', 'holiday', 'Quốc khánh', nationalDay, 'memory'],
  ['2021-09-03', 'holiday', 'Quốc khánh', nationalDay, 'memory'],
  ['2022-01-01', 'holiday', 'Tết Dương lịch', newYear, 'gazette'],
  ['2022-01-03', 'substitute', 'Nghỉ bù Tết Dương lịch', nextDayOff, 'gazette'],
  ['2022-01-31', 'holiday', 'Tết Âm lịch', tet2022, 'memory'],
  ['2022-02-01', 'holiday', 'Tết Âm lịch', tet2022, 'memory'],
  ['2022-02-02', 'holiday', 'Tết Âm lịch', tet2022, 'memory'],
  ['2022-02-03', 'holiday', 'Tết Âm lịch', tet2022, 'memory'],
  ['2022-02-04', 'holiday', 'Tết Âm lịch', tet2022, 'memory'],
  ['2022-04-10', 'holiday', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', hungKings, 'secondary'],
  ['2022-04-11', 'substitute', 'Nghỉ bù Giỗ Tổ', nextDayOff, 'gazette'],
  ['2022-04-30', 'holiday', 'Ngày Chiến thắng', victoryDay, 'gazette'],
  ['2022-05-01', 'holiday', 'Quốc tế Lao động', labourDay, 'gazette'],
  ['2022-05-02', 'substitute', 'Nghỉ bù 30/4', nextDayOff, 'gazette'],
  ['2022-05-03', 'substitute', 'Nghỉ bù 1/5', nextDayOff, 'gazette'],
  ['2022-09-01', 'holiday', 'Quốc khánh', nationalDay, 'memory'],
  ['2022-09-02', 'holiday', 'Quốc khánh', nationalDay, 'memory'],
  ['2023-01-01', 'holiday', 'Tết Dương lịch', newYear, 'gazette'],
  ['2023-01-02', 'substitute', 'Nghỉ bù Tết Dương lịch', nextDayOff, 'gazette'],
  ['2023-01-20', 'holiday', 'Tết Âm lịch', tet2023, 'secondary'],
  ['2023-01-21', 'holiday', 'Tết Âm lịch', tet2023, 'secondary'],
  ['2023-01-22', 'holiday', 'Tết Âm lịch', tet2023, 'secondary'],
  ['2023-01-23', 'holiday', 'Tết Âm lịch', tet2023, 'secondary'],
  ['2023-01-24', 'holiday', 'Tết Âm lịch', tet2023, 'secondary'],
  ['2023-01-25', 'substitute', 'Nghỉ bù Tết Âm lịch', tet2023, 'secondary'],
  ['2023-01-26', 'substitute', 'Nghỉ bù Tết Âm lịch', tet2023, 'secondary'],
  ['2023-04-29', 'holiday', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', hungKings, 'secondary'],
  ['2023-04-30', 'holiday', 'Ngày Chiến thắng', victoryDay, 'gazette'],
  ['2023-05-01', 'holiday', 'Quốc tế Lao động', labourDay, 'gazette'],
  ['2023-05-02', 'substitute', 'Nghỉ bù Giỗ Tổ', nextDayOff, 'gazette'],
  ['2023-05-03', 'substitute', 'Nghỉ bù 30/4', nextDayOff, 'gazette'],
  ['2023-09-01', 'holiday', 'Quốc khánh', nationalDay, 'memory'],
  ['2023-09-02', 'holiday', 'Quốc khánh', nationalDay, 'memory'],
  ['2023-09-04', 'substitute', 'Nghỉ bù Quốc khánh', nextDayOff, 'gazette'],
  ['2024-01-01', 'holiday', 'Tết Dương lịch', newYear, 'gazette'],
  ['2024-02-08', 'holiday', 'Tết Âm lịch', tet2024, 'memory'],
  ['2024-02-09', 'holiday', 'Tết Âm lịch', tet2024, 'memory'],
  ['2024-02-10', 'holiday', 'Tết Âm lịch', tet2024, 'memory'],
  ['2024-02-11', 'holiday', 'Tết Âm lịch', tet2024, 'memory'],
  ['2024-02-12', 'holiday', 'Tết Âm lịch', tet2024, 'memory'],
  ['2024-02-13', 'substitute', 'Nghỉ bù Tết Âm lịch', tet2024, 'memory'],
  ['2024-02-14', 'substitute', 'Nghỉ bù Tết Âm lịch', tet2024, 'memory'],
  ['2024-04-18', 'holiday', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', hungKings, 'secondary'],
  ['2024-04-29', 'swapOff', 'Hoán đổi với thứ Bảy 4/5/2024', notice2450, 'secondary'],
  ['2024-04-30', 'holiday', 'Ngày Chiến thắng', victoryDay, 'gazette'],
  ['2024-05-01', 'holiday', 'Quốc tế Lao động', labourDay, 'gazette'],
  ['2024-05-04', 'swapWork', 'Làm bù cho 29/4/2024', notice2450, 'secondary'],
  ['2024-09-02', 'holiday', 'Quốc khánh', nationalDay, 'secondary'],
  ['2024-09-03', 'holiday', 'Quốc khánh', nationalDay, 'secondary'],
  ['2025-01-01', 'holiday', 'Tết Dương lịch', newYear, 'gazette'],
  ['2025-01-27', 'holiday', 'Tết Âm lịch', notice8726, 'secondary'],
  ['2025-01-28', 'holiday', 'Tết Âm lịch', notice8726, 'secondary'],
  ['2025-01-29', 'holiday', 'Tết Âm lịch', notice8726, 'secondary'],
  ['2025-01-30', 'holiday', 'Tết Âm lịch', notice8726, 'secondary'],
  ['2025-01-31', 'holiday', 'Tết Âm lịch', notice8726, 'secondary'],
  ['2025-04-07', 'holiday', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', hungKings, 'secondary'],
  ['2025-04-26', 'swapWork', 'Làm bù cho 2/5/2025', notice8726, 'memory'],
  ['2025-04-30', 'holiday', 'Ngày Chiến thắng', victoryDay, 'gazette'],
  ['2025-05-01', 'holiday', 'Quốc tế Lao động', labourDay, 'gazette'],
  ['2025-05-02', 'swapOff', 'Hoán đổi với thứ Bảy 26/4/2025', notice8726, 'secondary'],
  ['2025-09-01', 'holiday', 'Quốc khánh', nationalDay, 'secondary'],
  ['2025-09-02', 'holiday', 'Quốc khánh', nationalDay, 'secondary'],
  ['2026-01-01', 'holiday', 'Tết Dương lịch', newYear, 'gazette'],
  ['2026-01-02', 'swapOff', 'Hoán đổi với thứ Bảy 10/1/2026', notice12729, 'secondary'],
  ['2026-01-10', 'swapWork', 'Làm bù cho 2/1/2026', notice12729, 'secondary'],
  ['2026-02-16', 'holiday', 'Tết Âm lịch', notice9441, 'secondary'],
  ['2026-02-17', 'holiday', 'Tết Âm lịch', notice9441, 'secondary'],
  ['2026-02-18', 'holiday', 'Tết Âm lịch', notice9441, 'secondary'],
  ['2026-02-19', 'holiday', 'Tết Âm lịch', notice9441, 'secondary'],
  ['2026-02-20', 'holiday', 'Tết Âm lịch', notice9441, 'secondary'],
  ['2026-04-26', 'holiday', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', hungKings, 'secondary'],
  ['2026-04-27', 'substitute', 'Nghỉ bù Giỗ Tổ', nextDayOff, 'gazette'],
  ['2026-04-30', 'holiday', 'Ngày Chiến thắng', victoryDay, 'gazette'],
  ['2026-05-01', 'holiday', 'Quốc tế Lao động', labourDay, 'gazette'],
  ['2026-08-22', 'swapWork', 'Làm bù cho 31/8/2026', notice9441, 'memory'],
  ['2026-08-31', 'swapOff', 'Hoán đổi với thứ Bảy 22/8/2026', notice9441, 'secondary'],
  ['2026-09-01', 'holiday', 'Quốc khánh', nationalDay, 'secondary'],
  ['2026-09-02', 'holiday', 'Quốc khánh', nationalDay, 'secondary'],
  ['2026-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', cultureDay, 'secondary'],
  ['2027-01-01', 'holiday', 'Tết Dương lịch', newYear, 'gazette'],
  ['2027-02-04', 'holiday', 'Tết Âm lịch', notice10065, 'secondary'],
  ['2027-02-05', 'holiday', 'Tết Âm lịch', notice10065, 'secondary'],
  ['2027-02-06', 'holiday', 'Tết Âm lịch', notice10065, 'secondary'],
  ['2027-02-07', 'holiday', 'Tết Âm lịch', notice10065, 'secondary'],
  ['2027-02-08', 'holiday', 'Tết Âm lịch', notice10065, 'secondary'],
  ['2027-02-09', 'substitute', 'Nghỉ bù Tết Âm lịch', notice10065, 'secondary'],
  ['2027-02-10', 'substitute', 'Nghỉ bù Tết Âm lịch', notice10065, 'secondary'],
  ['2027-04-16', 'holiday', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', hungKings, 'secondary'],
  ['2027-04-30', 'holiday', 'Ngày Chiến thắng', victoryDay, 'gazette'],
  ['2027-05-01', 'holiday', 'Quốc tế Lao động', labourDay, 'gazette'],
  ['2027-05-03', 'substitute', 'Nghỉ bù 1/5', nextDayOff, 'gazette'],
  ['2027-09-02', 'holiday', 'Quốc khánh', nationalDay, 'secondary'],
  ['2027-09-03', 'holiday', 'Quốc khánh', nationalDay, 'secondary'],
  ['2027-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', cultureDay, 'secondary'],
]
