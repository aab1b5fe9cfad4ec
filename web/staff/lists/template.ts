import { templateWorkbook } from '#intake'
import { getDesk } from '#web/staff/access.ts'
import { sheetHeaders } from '#web/staff/sheet-headers.ts'
import type { Route } from './+types/template'

/** The empty list to fill in. */
export async function loader({ context, url }: Route.LoaderArgs) {
  await getDesk(context, url)
  return new Response((await templateWorkbook()) as Uint8Array<ArrayBuffer>, {
    headers: sheetHeaders('danh-sach-mau.xlsx'),
  })
}
