import type { Lang } from '#web/ui/language.ts'

const types: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
}

/** A file's type in the letters people know it by. */
export function fileType(type: string): string {
  return types[type] ?? type.split('/').at(-1)?.toUpperCase() ?? ''
}

/** A file's size in the unit that fits: `14 KB`, `2,4 MB`. */
export function fileSize(bytes: number, lang: Lang): string {
  const numbers = new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 })
  if (bytes < 1_000_000) return `${numbers.format(Math.max(1, Math.round(bytes / 1_000)))}\u00A0KB`
  return `${numbers.format(bytes / 1_000_000)}\u00A0MB`
}
