import type { Language } from '#law/wording'
import type { Problem } from './problems.ts'

/** The words of `ansinh assess`. */
export const assessTexts = {
  vi: {
    noFile: 'Thiếu tệp hồ sơ: gõ "ansinh assess TEP.json --month 2026-11"',
    noMonth: 'Thiếu tháng: thêm --month, ví dụ --month 2026-11',
    noSuchMonth: (written: string) => `Không có tháng "${written}": viết như 2026-11`,
    noSuchDay: (written: string) => `Không có ngày "${written}": viết như 2026-11-18`,
    tooEarly: (from: string) => `Luật trong máy bắt đầu từ tháng ${from}; chọn tháng muộn hơn`,
    knownTooEarly: (from: string) => `Luật trong máy được biết từ ngày ${from}; chọn --known-on muộn hơn`,
    cannotRead: (path: string) => `Không mở được tệp "${path}"; xem lại tên tệp và quyền đọc`,
    notJson: (path: string, why: string) =>
      `Tệp "${path}" không phải JSON đúng cú pháp (${why}); xem docs/case-file.md`,
    problem: ({ path, text }: Problem) => `${path}: ${text.vi}`,
    title: (month: string, knownOn: string) => `Tháng ${month}, theo luật biết đến ngày ${knownOn}`,
    total: (amount: string) => `Cộng các khoản hằng tháng: ${amount}`,
    aMonth: '/tháng',
    none: 'Không có khoản nào được hưởng trong tháng này.',
    notDue: 'Không được hưởng',
    presumed: (facts: string) => `Coi như, vì hồ sơ không ghi: ${facts}`,
    missing: 'Còn thiếu, trả lời thì rõ:',
    arrears: (amount: string) => `Còn phải trả các tháng trước: ${amount}`,
    overpaid: (amount: string) => `Đã chi thừa các tháng trước: ${amount}`,
    difference: (of: { month: string; benefit: string; due: string; paid: string }) =>
      `${of.month} ${of.benefit}: luật cho ${of.due}, đã chi ${of.paid}`,
    due: (amount: string) => `Chi tháng này theo quyết định: ${amount}`,
    procedure: (name: string, days: number, article: string) =>
      `Thủ tục: ${name}, ${days} ngày làm việc (${article})`,
    confirm: 'phải có cán bộ xác nhận trước khi chi',
    death: 'Có người mất',
    emergency: 'Trợ giúp khẩn cấp',
    notKept: 'Luật của ngày này không có trong máy (từ 01/07/2021): không kết luận.',
    rice: (kilograms: number, months: number) => `Hỗ trợ lương thực: ${kilograms} kg gạo (${months} tháng)`,
    undated: (signedOn: string, key: string) =>
      `Quyết định ngày ${signedOn} thiếu "${key}": có thể được hưởng từ tháng sớm hơn`,
  },
  en: {
    noFile: 'The case file is missing: type "ansinh assess FILE.json --month 2026-11"',
    noMonth: 'The month is missing: add --month, such as --month 2026-11',
    noSuchMonth: (written: string) => `There is no month "${written}": write it like 2026-11`,
    noSuchDay: (written: string) => `There is no day "${written}": write it like 2026-11-18`,
    tooEarly: (from: string) => `The law kept here begins with ${from}; choose a later month`,
    knownTooEarly: (from: string) => `The law kept here is known from ${from} on; choose a later --known-on`,
    cannotRead: (path: string) => `The file "${path}" cannot be opened; check its name and who may read it`,
    notJson: (path: string, why: string) =>
      `The file "${path}" is not well-formed JSON (${why}); see docs/case-file.md`,
    problem: ({ path, text }: Problem) => `${path}: ${text.en}`,
    title: (month: string, knownOn: string) => `Month ${month}, by the law as known on ${knownOn}`,
    total: (amount: string) => `Monthly benefits together: ${amount}`,
    aMonth: '/month',
    none: 'Nothing is due this month.',
    notDue: 'Not due',
    presumed: (facts: string) => `Presumed, since the case does not say: ${facts}`,
    missing: 'Missing, an answer would settle it:',
    arrears: (amount: string) => `Still owed for earlier months: ${amount}`,
    overpaid: (amount: string) => `Paid too much in earlier months: ${amount}`,
    difference: (of: { month: string; benefit: string; due: string; paid: string }) =>
      `${of.month} ${of.benefit}: the law gives ${of.due}, paid was ${of.paid}`,
    due: (amount: string) => `To be paid this month by the decisions: ${amount}`,
    procedure: (name: string, days: number, article: string) =>
      `Procedure: ${name}, ${days} working days (${article})`,
    confirm: 'an officer must confirm it before it is paid',
    death: 'A death',
    emergency: 'An emergency',
    notKept: 'The law of that day is not kept here (it begins with 01/07/2021): nothing is concluded.',
    rice: (kilograms: number, months: number) => `Food: ${kilograms} kg of rice (${months} months)`,
    undated: (signedOn: string, key: string) =>
      `The decision of ${signedOn} lacks "${key}": it may pay from an earlier month`,
  },
} as const satisfies Record<Language, object>
