import { getDesk } from '#web/staff/access.ts'
import { sheetHeaders } from '#web/staff/sheet-headers.ts'
import { langOf } from '#web/ui/language.ts'
import type { Route } from './+types/error-file'
import { findErrorFile } from './error-files.server.ts'
import { words } from './words.ts'

/** The faulty rows of a list in its own layout, with what to do in the last column. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { officer } = await getDesk(context, url)
  const file = findErrorFile(Number(params.fileId), officer.id)
  if (!file) throw new Response(words[langOf(url.pathname)].errorFileGone, { status: 404 })
  return new Response(file.bytes, { headers: sheetHeaders(`can-sua-${file.fileName}`) })
}
