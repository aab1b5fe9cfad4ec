import { type Lang, pathIn } from '#web/ui/language.ts'

/** The page of a list that was kept: what it would do, or has done. */
export function previewPath(fileId: number, lang: Lang): string {
  return pathIn(lang, `/can-bo/danh-sach/xem/${fileId}`)
}
