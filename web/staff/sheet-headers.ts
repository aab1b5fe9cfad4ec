/** Headers of an .xlsx to be saved; the name keeps its Vietnamese letters. */
export function sheetHeaders(fileName: string): HeadersInit {
  const name = fileName.replace(/\.(csv|xlsx?)$/i, '')
  return {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
    'cache-control': 'private, no-store',
  }
}
