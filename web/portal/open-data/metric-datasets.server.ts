import {
  findMetric,
  getMetric,
  metrics,
  type PublishedFigures,
  type PublishedMetric,
  type PublishedMetrics,
  type ToldFigure,
  type ToldShare,
} from '#indicators'
import { amountToldIn } from '#web/portal/transparency/view.server.ts'
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

const source = {
  vi: 'Các chỉ số đo hằng đêm của hệ thống An Sinh, công bố mỗi tháng một lần',
  en: 'The metrics measured every night in An Sinh, published once a month',
}
const key = field('ma', 'text', 'Mã chỉ số', 'Key of the metric')
const name = field('ten', 'text', 'Tên chỉ số', 'Name of the metric')
const unit = field(
  'don_vi',
  'text',
  'percent (phần trăm), people (người), households (hộ), dong (đồng), cases (việc), days (ngày), communes (xã)',
  'Unit of the value: percent, people, households, dong, cases, days, communes',
)
const value = field('gia_tri', 'number', 'Giá trị; trống: bị ẩn', 'Value; empty: hidden')

const from = field('tu', 'number', 'Giá trị ít nhất là bao nhiêu; trống: bị ẩn', 'At least; empty: hidden')
const to = field(
  'den',
  'number',
  'Giá trị nhiều nhất là bao nhiêu; trống: không nêu',
  'At most; empty: not told',
)
const provinceState = field(
  'tinh_trang',
  'text',
  'co: có giá trị; bac: chỉ nêu bậc từ tu đến den; mot-phan: tổng của các chương trình được nêu, chưa kể chương trình bị ẩn; an: bị ẩn',
  'co: there is a value; bac: only the step from tu to den; mot-phan: the sum of the programmes that are told, without those hidden; an: hidden',
)

const provinceMetrics: Dataset = {
  slug: 'chi-so',
  title: { vi: 'Các chỉ số của tỉnh theo tháng', en: 'Metrics of the province by month' },
  description: {
    vi: 'Mỗi chỉ số của cả tỉnh vào ngày đo của mỗi tháng đã công bố; chỉ số chưa đo được không có dòng, số làm lộ ít người để trống. Một chỉ số: /du-lieu/chi-so/<ma>.csv.',
    en: 'Each metric of the province on the day each published month was measured; a metric nothing measures has no row, what tells of few people is empty. One metric: /du-lieu/chi-so/<ma>.csv.',
  },
  frequency: 'MONTHLY',
  source,
  version: versionOfPublished,
  fields: [month, measuredOn, publishedOn, key, name, unit, value, from, to, provinceState],
  read: (database) =>
    readPublished(database, ({ figures }) =>
      toldIn(figures.metrics).flatMap(([ma, { province }]) =>
        province === 'nobody' ? [] : [{ ...wordsOf(ma), ...toldOfProvince(ma, province, figures) }],
      ),
    ),
}

/** The value of a metric with its bounds: of a step these alone, of the money of some programmes the sum of these. */
function toldOfProvince(ma: string, told: ToldShare, { province }: PublishedFigures): Record<string, Value> {
  const partly = ma === 'monthly-amount' && told === null ? amountToldIn(province.amountsDong) : undefined
  if (partly) return { gia_tri: partly.dong, tu: partly.dong, den: null, tinh_trang: 'mot-phan' }
  if (told === null) return { gia_tri: null, tu: null, den: null, tinh_trang: 'an' }
  if (typeof told === 'number') return { gia_tri: told, tu: told, den: told, tinh_trang: 'co' }
  return { gia_tri: null, tu: told.from, den: told.to, tinh_trang: 'bac' }
}

/** What was told of each metric, in the order of the catalogue. */
function toldIn(published: PublishedMetrics | undefined): [key: string, told: PublishedMetric][] {
  return metrics.flatMap(({ key }) => {
    const told = published?.byKey[key]
    return told ? [[key, told]] : []
  })
}

function wordsOf(ma: string): Record<string, Value> {
  const metric = getMetric(ma)
  return { ma, ten: metric.name.vi, don_vi: metric.unit }
}

const state = field(
  'tinh_trang',
  'text',
  'co: có giá trị; an: bị ẩn; khong-co-ai: không có ai để tính tỷ lệ',
  'co: there is a value; an: hidden; khong-co-ai: there is nobody to be a share of',
)

const states = (figure: ToldFigure) => (figure === null ? 'an' : figure === 'nobody' ? 'khong-co-ai' : 'co')

/** In one file; of one metric there are all months. */
const monthsTogether = 12

const communeMetrics: Dataset = {
  slug: 'chi-so-theo-xa',
  title: { vi: 'Các chỉ số theo xã, phường và tháng', en: 'Metrics by commune and month' },
  description: {
    vi: 'Mỗi chỉ số đo được theo xã, phường, 12 tháng công bố gần nhất; ô ít người và những ô có thể làm lộ nó bị ẩn. Mọi tháng của một chỉ số: /du-lieu/chi-so-theo-xa/<ma>.csv. Ba nguyên tắc của từng xã ở tệp ba-nguyen-tac.',
    en: 'Each metric that is told apart by commune, of the last 12 published months; small cells, and those that would give them away, are hidden. Every month of one metric: /du-lieu/chi-so-theo-xa/<ma>.csv. The three principles by commune stand in ba-nguyen-tac.',
  },
  frequency: 'MONTHLY',
  source,
  version: versionOfPublished,
  fields: [month, measuredOn, publishedOn, key, name, unit, unitCode, unitName, value, state],
  read: (database) => readByCommune(database, { monthsMax: monthsTogether }),
}

function readByCommune(
  database: Parameters<Dataset['read']>[0],
  { only, monthsMax }: { only?: string; monthsMax?: number },
) {
  return readPublished(
    database,
    ({ figures }, names) =>
      toldIn(figures.metrics).flatMap(([ma, { places = [] }]) =>
        only !== undefined && ma !== only
          ? []
          : places.map((figure, index) => ({
              ...wordsOf(ma),
              ma_xa: figures.metrics?.places[index] ?? '',
              ten_xa: names.unit(figures.metrics?.places[index] ?? ''),
              gia_tri: typeof figure === 'number' ? figure : null,
              tinh_trang: states(figure),
            })),
      ),
    monthsMax,
  )
}

/** One metric of the province, or with `byCommune` of each commune; undefined when nobody wrote a metric of that key. */
export function datasetOfMetric(ma: string, { byCommune = false } = {}): Dataset | undefined {
  const metric = findMetric(ma)
  if (!metric || (byCommune && !metric.by.includes('commune'))) return undefined
  // Asked for one by one, these are kept for a minute alone.
  const { version: _, ...of } = byCommune ? communeMetrics : provinceMetrics
  return {
    ...of,
    slug: `${of.slug}/${ma}`,
    title: metric.name,
    description: metric.definition,
    source: metric.source,
    async read(database) {
      if (byCommune) return readByCommune(database, { only: ma })
      const { rows, updatedOn } = await provinceMetrics.read(database)
      return { updatedOn, rows: rows.filter((row) => row.ma === ma) }
    },
  }
}

export const metricDatasets: readonly Dataset[] = [provinceMetrics, communeMetrics]
