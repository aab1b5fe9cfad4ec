/** A column of an open file: its name, its type in Parquet, and what it says. */
interface OpenColumn {
  name: string
  type: 'BIGINT' | 'INTEGER' | 'VARCHAR' | 'DATE' | 'TIMESTAMP WITH TIME ZONE'
  /** `đồng`, `tenths`; days are civil days in Vietnam. */
  unit?: string
  vi: string
  en: string
}

/** A file of the open register: where its rows come from, and its columns in their order. */
export interface OpenTable {
  name: string
  vi: string
  en: string
  /** What stands after `select … from`, every column of it under its own name. */
  from: string
  columns: readonly OpenColumn[]
}

const number = (name: string, vi: string, en: string): OpenColumn => ({ name, type: 'BIGINT', vi, en })
const text = (name: string, vi: string, en: string): OpenColumn => ({ name, type: 'VARCHAR', vi, en })
const day = (name: string, vi: string, en: string): OpenColumn => ({ name, type: 'DATE', vi, en })

const personId = number('person_id', 'Số hồ sơ của người', 'Number of the person’s record')
const householdId = number('household_id', 'Số của hộ', 'Number of the household')
const unitUid = text('unit_uid', 'Xã, phường: mã@ngày thành lập', 'Commune or ward: code@first day')
const village = text('village', 'Thôn, xóm, bản, khối', 'Village or block')
const span = [
  day('valid_from', 'Đúng từ ngày; trống là không rõ', 'True from this day; empty when not known'),
  day(
    'valid_to',
    'Đúng đến hết ngày; trống là đến nay',
    'True until the end of this day; empty when still true',
  ),
]
const origin = [
  text('origin', 'Nguồn của giá trị', 'Where the value came from'),
  {
    name: 'recorded_at',
    type: 'TIMESTAMP WITH TIME ZONE',
    vi: 'Ghi vào sổ lúc',
    en: 'When it was recorded',
  },
] as const
const valid = 'lower(valid) as valid_from, upper(valid) - 1 as valid_to'

/**
 * The tables of the open register. Those that name people come before the people: what is recorded while the files are
 * written may then add a person whom nothing names yet, and never a row of somebody who is not there.
 */
export const openTables: readonly OpenTable[] = [
  {
    name: 'award',
    vi: 'Chế độ đang và đã hưởng',
    en: 'Benefits as awarded',
    from: `(select id as award_id, person_id, benefit,
      case when platform.sees_area('socialAssistance') then category end as category, coefficient_tenths, amount_dong, ${valid},
      decision_number, signed_on, origin, recorded_at from awards.award) t`,
    columns: [
      number('award_id', 'Số của lần hưởng', 'Number of the award'),
      personId,
      text('benefit', 'Khoản hưởng', 'Benefit'),
      text('category', 'Nhóm đối tượng như trong danh sách', 'Category as the list has it'),
      {
        name: 'coefficient_tenths',
        type: 'INTEGER',
        unit: 'tenths',
        vi: 'Hệ số, phần mười',
        en: 'Coefficient in tenths',
      },
      { name: 'amount_dong', type: 'BIGINT', unit: 'đồng', vi: 'Mức hưởng một tháng', en: 'Amount a month' },
      ...span,
      text('decision_number', 'Số quyết định', 'Number of the decision'),
      day('signed_on', 'Ngày ký', 'Day of signature'),
      ...origin,
    ],
  },
  {
    name: 'fact',
    vi: 'Điều đã biết về từng người',
    en: 'What is known of each person',
    from: `(select person_id, key, value, ${valid}, origin, recorded_at from registry.fact) t`,
    columns: [
      personId,
      text('key', 'Điều', 'What'),
      text('value', 'Giá trị; không có dòng là chưa biết', 'Value; no row means unknown'),
      ...span,
      ...origin,
    ],
  },
  {
    name: 'membership',
    vi: 'Ai thuộc hộ nào',
    en: 'Who belongs to which household',
    from: `(select person_id, household_id, relation, ${valid}, origin, recorded_at from registry.membership) t`,
    columns: [
      personId,
      householdId,
      text('relation', 'Quan hệ với chủ hộ', 'Relation to the head'),
      ...span,
      ...origin,
    ],
  },
  {
    name: 'residence',
    vi: 'Ai ở đâu, từ khi nào',
    en: 'Who lived where, since when',
    from: `(select person_id, unit_uid, village, ${valid}, origin, recorded_at from registry.residence) t`,
    columns: [personId, unitUid, village, ...span, ...origin],
  },
  {
    name: 'household',
    vi: 'Hộ',
    en: 'Households',
    from: '(select id as household_id, unit_uid, village, origin, recorded_at from registry.household) t',
    columns: [householdId, unitUid, village, ...origin],
  },
  {
    name: 'person',
    vi: 'Người',
    en: 'People',
    from: `(select id as person_id, name, sex, birth_from, birth_to, birth_written, citizen_id, old_id, death_on,
      unit_uid, village, linked_to, origin, recorded_at from registry.person) t`,
    columns: [
      personId,
      text('name', 'Họ và tên, NFC', 'Full name, NFC'),
      text('sex', 'Giới: male nam, female nữ', 'Sex: male, female'),
      day('birth_from', 'Sinh sớm nhất vào ngày', 'Born on this day at the earliest'),
      day(
        'birth_to',
        'Sinh muộn nhất vào ngày; bằng ngày trên khi biết rõ',
        'Born on this day at the latest; the same when known',
      ),
      text('birth_written', 'Ngày sinh như trên giấy', 'Birth as the paper has it'),
      text('citizen_id', 'Số định danh, 12 chữ số', 'Citizen number, 12 digits'),
      text('old_id', 'Số CMND, 9 chữ số', 'Old identity number, 9 digits'),
      day('death_on', 'Mất ngày', 'Day of death'),
      unitUid,
      village,
      number(
        'linked_to',
        'Hồ sơ đại diện cho người này; trống là chính hồ sơ này',
        'The record that speaks for this person; empty when it is this one',
      ),
      ...origin,
    ],
  },
]
