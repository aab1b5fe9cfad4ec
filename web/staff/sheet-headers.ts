export type SheetFormat = 'xlsx' | 'csv'

const types: Record<SheetFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** Headers of a sheet to be saved; the name keeps its Vietnamese letters, and an old browser gets it without marks. */
export function sheetHeaders(fileName: string, format: SheetFormat = 'xlsx'): Record<string, string> {
  return { ...savingHeaders(`${fileName.replace(/\.(csv|xlsx?)$/i, '')}.${format}`, types[format]) }
}

/** Headers of any file to be saved and kept by nobody on the way. */
export function savingHeaders(fileName: string, type: string): Record<string, string> {
  const plain = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\w.() -]/g, '_')
  const full = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  )
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${full}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  }
}

/** By how the address ends. */
export function sheetFormatOf(url: URL): SheetFormat {
  return url.pathname.endsWith('.csv') ? 'csv' : 'xlsx'
}
