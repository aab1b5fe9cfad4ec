import {
  findMetric,
  getMetric,
  listPublications,
  measureMany,
  metrics,
  type Principle,
  type Publication,
  type ShareStep,
} from '#indicators'
import { type Database, type Transaction, withActor } from '#platform/database'
import { readUnits } from '#registry'
import { namesOfBenefits } from '#web/portal/transparency/view.server.ts'
import { type Dataset, type DatasetRows, field, type Value } from './dataset.ts'

const month = field('thang', 'month', 'Tháng, yyyy-mm', 'Month, yyyy-mm')
const measuredOn = field(
  'ngay_do',
  'day',
  'Ngày số liệu được đo, yyyy-mm-dd',
  'Day the figures are of, yyyy-mm-dd',
)
const unitCode = field(
  'ma_xa',
  'text',
  'Mã xã, phường từ 01/7/2025, kèm ngày của phiên bản; trống: chưa rõ xã',
  'Code of the commune since 1 July 2025 with the day of its version; empty: not known',
)
const unitName = field('ten_xa', 'text', 'Tên xã, phường', 'Name of the commune or ward')
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

/** One row for each programme, or for each place and programme, of every published month. */
async function readPublished(
  database: Database,
  rowsOf: (publication: Publication, names: Names) => Record<string, Value>[],
): Promise<DatasetRows> {
  const publications = await listPublications(database.query)
  const units = await readUnits(database.query)
  const rows = publications.flatMap((publication) => {
    const benefits = namesOfBenefits(publication.measuredOn)
    return rowsOf(publication, {
      benefit: (key) => benefits[key]?.vi ?? key,
      unit: (uid) => units.byUid.get(uid)?.name ?? '',
    }).map((row) => ({
      thang: publication.month.slice(0, 7),
      ngay_do: publication.measuredOn,
      ...row,
    }))
  })
  return { updatedOn: publications[0]?.publishedAt.toISOString().slice(0, 10), rows }
}

interface Names {
  benefit: (key: string) => string
  unit: (uid: string) => string
}

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
  fields: [month, measuredOn, unitCode, unitName, benefitCode, benefitName, recipients, amount],
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
  fields: [month, measuredOn, benefitCode, benefitName, recipients, amount],
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
    vi: 'Cả tỉnh nói đúng số (cận dưới bằng cận trên); từng xã, từng chương trình nói theo bậc năm điểm, trống khi dưới 100 người.',
    en: 'The province exactly (both bounds the same); communes and programmes in steps of five points, empty below 100 people.',
  },
  frequency: 'MONTHLY',
  source: sweepSource,
  fields: [
    month,
    measuredOn,
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
        return [{ ...of, tu_phan_tram: value, den_phan_tram: value }]
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

const machine = { kind: 'system', job: 'openData' } as const

const provinceMetrics: Dataset = {
  slug: 'chi-so',
  title: { vi: 'Các chỉ số của tỉnh theo tháng', en: 'Metrics of the province by month' },
  description: {
    vi: 'Mỗi chỉ số của cả tỉnh vào ngày đo của mỗi tháng đã công bố; chỉ số chưa đo được không có dòng, số từ 1 đến 4 để trống. Một chỉ số: /du-lieu/chi-so/<ma>.csv.',
    en: 'Each metric of the province on the day each published month was measured; a metric nothing measures has no row, 1 to 4 is empty. One metric: /du-lieu/chi-so/<ma>.csv.',
  },
  frequency: 'MONTHLY',
  source: {
    vi: 'Các chỉ số đo hằng đêm của hệ thống An Sinh',
    en: 'The metrics measured every night in An Sinh',
  },
  fields: [
    month,
    measuredOn,
    field('ma', 'text', 'Mã chỉ số', 'Key of the metric'),
    field('ten', 'text', 'Tên chỉ số', 'Name of the metric'),
    field('don_vi', 'text', 'percent, people, households, dong, cases, days, communes', 'Unit of the value'),
    field('gia_tri', 'number', 'Giá trị; trống: bị ẩn', 'Value; empty: hidden'),
  ],
  read: async (database) => {
    const publications = await listPublications(database.query)
    const rows = await withActor(database, machine, async (transaction) => {
      const all: Record<string, Value>[] = []
      for (const publication of publications) all.push(...(await rowsOfMetrics(transaction, publication)))
      return all
    })
    return { updatedOn: publications[0]?.publishedAt.toISOString().slice(0, 10), rows }
  },
}

/** Money besides the sum of all benefits is told nowhere: the mean of few people would give their number away. */
const toldMoney = 'monthly-amount'

async function rowsOfMetrics(
  transaction: Transaction,
  { month, measuredOn: on, figures }: Publication,
): Promise<Record<string, Value>[]> {
  const keys = metrics.filter(({ unit, key }) => unit !== 'dong' || key === toldMoney).map(({ key }) => key)
  const measured = await measureMany(transaction, { keys, on })
  return [...measured]
    .filter(([, { value }]) => value !== undefined)
    .map(([key, { value, part, whole }]) => {
      const { name, unit } = getMetric(key)
      const counts = whole === undefined ? [part] : [part, whole - part, whole]
      const isSmall = unit !== 'dong' && counts.some((count) => count > 0 && count < 5)
      const isHidden = isSmall || (key === toldMoney && figures.province.amountOfAllDong === null)
      return {
        thang: month.slice(0, 7),
        ngay_do: on,
        ma: key,
        ten: name.vi,
        don_vi: unit,
        gia_tri: isHidden ? null : (value ?? null),
      }
    })
}

/** The rows of one metric; undefined when nobody wrote a metric of that key. */
export function datasetOfMetric(key: string): Dataset | undefined {
  const metric = findMetric(key)
  return (
    metric && {
      ...provinceMetrics,
      slug: `chi-so/${key}`,
      title: metric.name,
      description: metric.definition,
      source: metric.source,
      async read(database) {
        const { rows, updatedOn } = await provinceMetrics.read(database)
        return { updatedOn, rows: rows.filter(({ ma }) => ma === key) }
      },
    }
  )
}

export const publishedDatasets: readonly Dataset[] = [
  threePrinciples,
  byProgramme,
  byCommune,
  provinceMetrics,
]
