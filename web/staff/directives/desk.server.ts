import type { RouterContextProvider } from 'react-router'
import { type Desk, getDesk } from '#web/staff/access.ts'

/** Who enters directives and hands tasks out: officers of the province’s office. The services hold it too. */
export function isClerk({ officer }: Pick<Desk, 'officer'>): boolean {
  return officer.role === 'provinceOfficer' && officer.agency === 'provinceOffice'
}

/**
 * The desk of a clerk. For anybody else the page is not allowed, or not there where its address names a paper: nobody is
 * told which ones are being prepared.
 */
export async function clerkDesk(
  context: Readonly<RouterContextProvider>,
  url: URL,
  status: 403 | 404 = 404,
): Promise<Desk> {
  const desk = await getDesk(context, url)
  if (!isClerk(desk)) throw new Response(null, { status })
  return desk
}
