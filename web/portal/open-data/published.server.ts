import { listPublications, listPublishedMonths, type Publication } from '#indicators'
import { today } from '#platform/clock'
import type { Database } from '#platform/database'
import { readUnits } from '#registry'
import { namesOfBenefits } from '#web/portal/transparency/view.server.ts'
import { type DatasetRows, field, type Value } from './dataset.ts'

export const month = field('thang', 'month', 'Tháng, yyyy-mm', 'Month, yyyy-mm')
export const measuredOn = field(
  'ngay_do',
  'day',
  'Ngày số liệu được đo, yyyy-mm-dd',
  'Day the figures are of, yyyy-mm-dd',
)
export const unitCode = field(
  'ma_xa',
  'text',
  'Mã xã, phường từ 01/7/2025, kèm ngày của phiên bản; trống: chưa rõ xã',
  'Code of the commune since 1 July 2025 with the day of its version; empty: not known',
)
export const unitName = field('ten_xa', 'text', 'Tên xã, phường', 'Name of the commune or ward')
export const publishedOn = field(
  'ngay_cong_bo',
  'day',
  'Ngày công bố, yyyy-mm-dd; sau tháng ấy là số đếm lại theo những gì biết được lúc công bố',
  'Day it was published, yyyy-mm-dd; after its month: counted afterwards by what was known then',
)

/** One row for each programme, or for each place and programme, of every published month. */
export async function readPublished(
  database: Database,
  rowsOf: (publication: Publication, names: Names) => Record<string, Value>[],
  monthsMax?: number,
): Promise<DatasetRows> {
  const publications = await listPublications(database.query, monthsMax)
  const units = await readUnits(database.query)
  const rows = publications.flatMap((publication) => {
    const benefits = namesOfBenefits(publication.measuredOn)
    return rowsOf(publication, {
      benefit: (key) => benefits[key]?.vi ?? key,
      unit: (uid) => units.byUid.get(uid)?.name ?? '',
    }).map((row) => ({
      thang: publication.month.slice(0, 7),
      ngay_do: publication.measuredOn,
      ngay_cong_bo: today(publication.publishedAt),
      ...row,
    }))
  })
  const [latest] = publications
  return { updatedOn: latest && today(latest.publishedAt), rows }
}

interface Names {
  benefit: (key: string) => string
  unit: (uid: string) => string
}

/** What was published is never changed: the last month says which rows there are. */
export async function versionOfPublished({ query }: Database): Promise<string> {
  return (await listPublishedMonths(query))[0] ?? ''
}
