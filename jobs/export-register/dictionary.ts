import type { LocalDate } from '#calendar'
import { type OpenTable, openTables } from './tables.ts'

/** A file that was written. */
export interface OpenFile {
  name: string
  /** Rows in it; a dictionary has none. */
  rows: number
  bytes: number
  /** SHA-256 of its content, in hexadecimal digits. */
  sha256: string
}

/** What the files hold, for machines. */
export function dictionaryJson(on: LocalDate, rows: ReadonlyMap<string, number>): string {
  const tables = openTables.map(({ name, vi, en, columns }) => ({
    file: `${name}.parquet`,
    title: { vi, en },
    rows: rows.get(name) ?? 0,
    columns: columns.map(({ name: column, type, unit, ...title }) => ({
      name: column,
      type,
      ...(unit ? { unit } : {}),
      title,
    })),
  }))
  return `${JSON.stringify({ format: 'An Sinh open register, version 1', on, tables }, undefined, 2)}\n`
}

/** The same for people. */
export function dictionaryMarkdown(on: LocalDate, rows: ReadonlyMap<string, number>): string {
  const head = [
    `# Sổ quản lý an sinh, ngày ${on}`,
    '',
    'Mỗi bảng một tệp Parquet (nén zstd). Ngày là ngày dân sự ở Việt Nam; tiền là đồng; ô trống (NULL) là chưa biết.',
    'One Parquet file a table (zstd). Days are civil days in Vietnam; money is đồng; NULL means not known.',
    'Tệp chứa dữ liệu cá nhân: giữ theo Luật Bảo vệ dữ liệu cá nhân. The files hold personal data.',
  ]
  return `${[...head, ...openTables.flatMap((table) => section(table, rows.get(table.name) ?? 0))].join('\n')}\n`
}

function section({ name, vi, en, columns }: OpenTable, rows: number): string[] {
  return [
    '',
    `## ${name}.parquet: ${vi} / ${en} (${rows})`,
    '',
    '| cột / column | kiểu / type | đơn vị / unit | nghĩa | meaning |',
    '| --- | --- | --- | --- | --- |',
    ...columns.map(
      (column) => `| ${column.name} | ${column.type} | ${column.unit ?? ''} | ${column.vi} | ${column.en} |`,
    ),
  ]
}
