import { listTitles } from '#publishing'
import { getDesk } from '#web/staff/access.ts'
import type { Route } from './+types/titles'

/** How many an officer reads through before they would rather ask for another word. */
const titlesMax = 8

/** Articles to name beside a text, by words of their titles. What is told here everybody can read on the portal. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { database } = await getDesk(context, url)
  const text = url.searchParams.get('tu') ?? ''
  const language = url.searchParams.get('tieng') === 'en' ? 'en' : 'vi'
  const titles = await listTitles(database.query, { text, language, limit: titlesMax })
  return Response.json(titles, { headers: { 'cache-control': 'private, no-store' } })
}
