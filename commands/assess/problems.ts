import type { Text } from '#rules'

/** Something wrong in a case file: where, by JSON path, and what to do about it. */
export interface Problem {
  path: string
  text: Text
}

export const problemTexts = {
  unknownKey: (known: readonly string[]): Text => ({
    vi: `không có khóa này; dùng một trong: ${known.join(', ')}`,
    en: `there is no such key; use one of: ${known.join(', ')}`,
  }),
  missing: (): Text => ({ vi: 'thiếu; phải ghi', en: 'is missing; it must be given' }),
  notObject: (): Text => ({ vi: 'phải là một đối tượng { … }', en: 'must be an object { … }' }),
  notList: (): Text => ({ vi: 'phải là một danh sách [ … ]', en: 'must be a list [ … ]' }),
  notText: (): Text => ({ vi: 'phải là chữ trong dấu nháy', en: 'must be text in quotes' }),
  notDay: (): Text => ({
    vi: 'phải là một ngày có thật, viết như "2026-11-18"',
    en: 'must be a real day, written like "2026-11-18"',
  }),
  notMonth: (): Text => ({
    vi: 'phải là một tháng, viết như "2026-11"',
    en: 'must be a month, written like "2026-11"',
  }),
  notBirth: (): Text => ({
    vi: 'phải là ngày sinh "1951-12-09", tháng "1951-12" hoặc năm "1951"',
    en: 'must be a day "1951-12-09", a month "1951-12" or a year "1951" of birth',
  }),
  notDong: (): Text => ({
    vi: 'phải là số đồng nguyên, không âm, ví dụ 540000',
    en: 'must be a whole number of đồng, 0 or more, such as 540000',
  }),
  notOneOf: (values: readonly string[]): Text => ({
    vi: `phải là một trong: ${values.join(', ')}`,
    en: `must be one of: ${values.join(', ')}`,
  }),
  noPerson: (): Text => ({
    vi: 'không có người nào mang id này trong "persons"',
    en: 'nobody in "persons" has this id',
  }),
  sameId: (): Text => ({
    vi: 'id này đã dùng cho người khác; mỗi người một id riêng',
    en: 'this id belongs to somebody else already; give each person an own one',
  }),
  empty: (): Text => ({
    vi: 'phải có ít nhất một người',
    en: 'must name at least one person',
  }),
  overlap: (other: string): Text => ({
    vi: `khoảng ngày trùng với ${other}; sửa "from", "to" để mỗi ngày chỉ có một giá trị`,
    en: `these days overlap with ${other}; change "from" and "to" so that each day has one value`,
  }),
  samePerson: (): Text => ({
    vi: '"from" và "to" phải là hai người khác nhau',
    en: '"from" and "to" must be two different persons',
  }),
  secondDeath: (): Text => ({
    vi: 'người này đã có một lần mất trong "events"; bỏ một trong hai',
    en: 'the death of this person is told already in "events"; leave one out',
  }),
  notPositive: (): Text => ({
    vi: 'phải là số nguyên từ 1 trở lên',
    en: 'must be a whole number, 1 or more',
  }),
  tooMany: (most: number): Text => ({
    vi: `nhiều nhất ${most}; luật tính từng người, số lớn hơn không đọc được`,
    en: `at most ${most}: each counts for the amount, and more cannot be read`,
  }),
  tooEarly: (from: string): Text => ({
    vi: `luật trong máy bắt đầu từ tháng ${from}; bỏ các tháng trước đó`,
    en: `the law kept here begins with ${from}; leave earlier months out`,
  }),
  onlyEmergency: (): Text => ({
    vi: 'chỉ ghi cho "kind": "emergency"; bỏ khóa này',
    en: 'belongs to "kind": "emergency" only; leave it out',
  }),
  wrongOrder: (): Text => ({
    vi: 'ngày "from" phải không sau ngày "to"',
    en: '"from" must not be after "to"',
  }),
} as const
