import type { Principle, ShareStep } from '#indicators'
import { type Dataset, field, type Value } from './dataset.ts'
import {
  measuredOn,
  month,
  publishedOn,
  readPublished,
  unitCode,
  unitName,
  versionOfPublished,
} from './published.server.ts'

const benefitCode = field('ma_chuong_trinh', 'text', 'Mã chương trình trợ cấp', 'Code of the programme')
const benefitName = field(
  'chuong_trinh',
  'text',
  'Tên chương trình theo luật',
  'Name the law gives the programme',
)
const recipients = field(
  'luot_huong',
  'number',
  'Số người hưởng chương trình; trống: bị ẩn',
  'People who receive from the programme; empty: hidden',
)
const amount = field(
  'tien_dong',
  'number',
  'Tiền một tháng theo danh sách, đồng; trống: bị ẩn',
  'Money of a month by the lists, in đồng; empty: hidden',
)

const sweepSource = {
  vi: 'Sổ trợ cấp hằng tháng của hệ thống An Sinh, công bố mỗi tháng một lần',
  en: 'The register of monthly benefits in An Sinh, published once a month',
}

const byCommune: Dataset = {
  slug: 'tro-cap-theo-xa',
  title: { vi: 'Trợ cấp theo xã và chương trình', en: 'Benefits by commune and programme' },
  description: {
    vi: 'Số người và số tiền một tháng của từng chương trình ở từng xã, phường; ô ít người và những ô có thể làm lộ nó bị ẩn.',
    en: 'People and money of a month by programme and commune; small cells, and those that would give them away, are hidden.',
  },
  frequency: 'MONTHLY',
  source: sweepSource,
  version: versionOfPublished,
  fields: [month, measuredOn, publishedOn, unitCode, unitName, benefitCode, benefitName, recipients, amount],
  read: (database) =>
    readPublished(database, ({ figures }, names) =>
      figures.places.flatMap((place) =>
        figures.benefits.map((benefit, index) => ({
          ma_xa: place.unitUid,
          ten_xa: names.unit(place.unitUid),
          ma_chuong_trinh: benefit,
          chuong_trinh: names.benefit(benefit),
          luot_huong: place.recipients[index] ?? null,
          tien_dong: place.amountsDong[index] ?? null,
        })),
      ),
    ),
}

const byProgramme: Dataset = {
  slug: 'tro-cap-toan-tinh',
  title: { vi: 'Trợ cấp toàn tỉnh theo chương trình', en: 'Benefits of the province by programme' },
  description: {
    vi: 'Số người và số tiền một tháng của từng chương trình trong cả tỉnh.',
    en: 'People and money of a month by programme, for the whole province.',
  },
  frequency: 'MONTHLY',
  source: sweepSource,
  version: versionOfPublished,
  fields: [month, measuredOn, publishedOn, benefitCode, benefitName, recipients, amount],
  read: (database) =>
    readPublished(database, ({ figures: { benefits, province } }, names) =>
      benefits.map((benefit, index) => ({
        ma_chuong_trinh: benefit,
        chuong_trinh: names.benefit(benefit),
        luot_huong: province.recipients[index] ?? null,
        tien_dong: province.amountsDong[index] ?? null,
      })),
    ),
}

const principleNames: Record<Principle, string> = {
  right: 'dung-doi-tuong',
  full: 'du-che-do',
  onTime: 'kip-thoi',
}

/** A place or a programme with the step of each principle that was measured of it. */
function stepRows(
  shares: Partial<Record<Principle, ShareStep | null>>,
  of: { cap: string; ma: string; ten: string },
): Record<string, Value>[] {
  return (Object.keys(principleNames) as Principle[]).flatMap((principle) => {
    const step = shares[principle]
    if (step === undefined) return []
    const bounds = { tu_phan_tram: step?.from ?? null, den_phan_tram: step?.to ?? null }
    return [{ ...of, nguyen_tac: principleNames[principle], ...bounds }]
  })
}

const threePrinciples: Dataset = {
  slug: 'ba-nguyen-tac',
  title: {
    vi: 'Ba nguyên tắc: đúng đối tượng, đủ chế độ, kịp thời',
    en: 'The three principles: right person, full, on time',
  },
  description: {
    vi: 'Cả tỉnh nói đến một số lẻ (cận dưới bằng cận trên) hoặc theo bậc nơi số lẻ làm lộ ít người; từng xã, từng chương trình nói theo bậc năm điểm, trống khi dưới 100 người.',
    en: 'The province with one decimal (both bounds the same), or as a step where that would tell of few; communes and programmes in steps of five points, empty below 100 people.',
  },
  frequency: 'MONTHLY',
  source: sweepSource,
  version: versionOfPublished,
  fields: [
    month,
    measuredOn,
    publishedOn,
    field(
      'cap',
      'text',
      'tinh, xa hoặc chuong-trinh',
      'tinh (province), xa (commune) or chuong-trinh (programme)',
    ),
    field('ma', 'text', 'Mã xã hoặc mã chương trình', 'Code of the commune or the programme'),
    field('ten', 'text', 'Tên', 'Name'),
    field(
      'nguyen_tac',
      'text',
      'dung-doi-tuong, du-che-do hoặc kip-thoi',
      'dung-doi-tuong (right person), du-che-do (in full) or kip-thoi (on time)',
    ),
    field(
      'tu_phan_tram',
      'number',
      'Từ bao nhiêu phần trăm; trống: bị ẩn',
      'From, in per cent; empty: hidden',
    ),
    field(
      'den_phan_tram',
      'number',
      'Đến bao nhiêu phần trăm; trống: bị ẩn',
      'To, in per cent; empty: hidden',
    ),
  ],
  read: (database) =>
    readPublished(database, ({ figures }, names) => [
      ...(Object.keys(principleNames) as Principle[]).flatMap((principle) => {
        const value = figures.province.shares[principle]
        if (value === undefined) return []
        const of = { cap: 'tinh', ma: '', ten: 'Toàn tỉnh', nguyen_tac: principleNames[principle] }
        const isStep = typeof value === 'object'
        return [
          {
            ...of,
            tu_phan_tram: isStep ? (value?.from ?? null) : value,
            den_phan_tram: isStep ? (value?.to ?? null) : value,
          },
        ]
      }),
      ...figures.benefits.flatMap((benefit, index) =>
        stepRows(figures.province.sharesByBenefit[index] ?? {}, {
          cap: 'chuong-trinh',
          ma: benefit,
          ten: names.benefit(benefit),
        }),
      ),
      ...figures.places.flatMap(({ unitUid, shares }) =>
        stepRows(shares, { cap: 'xa', ma: unitUid, ten: names.unit(unitUid) }),
      ),
    ]),
}

export const publishedDatasets: readonly Dataset[] = [threePrinciples, byProgramme, byCommune]
