import type { Measurement } from '#indicators'
import type { SheetColumn } from '#platform/sheets'
import type { MetricLine, MetricView } from './view.server.ts'

type Cell = string | number | null

/** What a file calls a figure. */
const kinds = { measured: 'đo được', reported: 'báo cáo', none: 'chưa đo' } as const

const unitNames = {
  percent: '%',
  people: 'người',
  households: 'hộ',
  dong: 'đồng',
  cases: 'số lượng',
  days: 'ngày',
  communes: 'xã',
} as const

export const communeColumns: readonly SheetColumn[] = [
  { heading: 'Mã phiên bản', kind: 'text', width: 20 },
  { heading: 'Đơn vị', kind: 'text', width: 30 },
  { heading: 'Giá trị', kind: 'number' },
  { heading: 'Phần', kind: 'number' },
  { heading: 'Trong', kind: 'number' },
  { heading: 'Đơn vị tính', kind: 'text' },
  { heading: 'Loại số', kind: 'text' },
  { heading: 'Ngày của số', kind: 'day', width: 12 },
]

/** A metric as rows of a sheet: the whole first, then each commune; what was not measured says so and has no figure. */
export function communeRows(
  { metric, measured, communes }: Pick<MetricView, 'metric' | 'measured' | 'communes'>,
  { unitUid, name }: { unitUid: string; name: string },
): Cell[][] {
  const row = (uid: string, unitName: string, figure: Measurement | undefined): Cell[] => [
    uid,
    unitName,
    figure?.value ?? null,
    figure?.part ?? null,
    figure?.whole ?? null,
    unitNames[metric.unit],
    figure ? kinds.measured : kinds.none,
    figure?.asOf ?? null,
  ]
  return [
    row(unitUid, name, measured),
    ...communes.filter((each) => each.unitUid !== unitUid).map((each) => row(each.unitUid, each.name, each)),
  ]
}

export const lineColumns: readonly SheetColumn[] = [
  { heading: 'Mã chỉ số', kind: 'text', width: 22 },
  { heading: 'Chỉ số', kind: 'text', width: 40 },
  { heading: 'Giá trị', kind: 'number' },
  { heading: 'Phần', kind: 'number' },
  { heading: 'Trong', kind: 'number' },
  { heading: 'Đơn vị tính', kind: 'text' },
  { heading: 'Loại số', kind: 'text' },
  { heading: 'Ngày của số', kind: 'day', width: 12 },
  { heading: 'Định nghĩa', kind: 'text', width: 60 },
  { heading: 'Nguồn', kind: 'text', width: 40 },
]

/** The list of metrics as rows of a sheet. */
export function lineRow({ metric, measured, reported }: MetricLine): Cell[] {
  const kind = measured ? kinds.measured : reported ? kinds.reported : kinds.none
  return [
    metric.key,
    metric.name.vi,
    measured ? (measured.value ?? null) : (reported?.value ?? null),
    measured?.part ?? null,
    measured?.whole ?? null,
    unitNames[metric.unit],
    kind,
    measured?.asOf ?? reported?.on ?? null,
    metric.definition.vi,
    metric.source.vi,
  ]
}
