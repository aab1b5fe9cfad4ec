import { redirect } from 'react-router'
import { getDesk } from '#web/staff/access.ts'
import { langOf, pathIn } from '#web/ui/language.ts'
import type { Route } from './+types/ask'
import { sealText } from './sealed-text.server.ts'

/** What was typed in a search box, sent in the body of a form; leads to the list with the text sealed. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const { database, officer } = await getDesk(context, url)
  const form = await request.formData()
  const text = String(form.get('tim') ?? '')
    .trim()
    .slice(0, 100)
  const params = new URLSearchParams()
  if (text !== '') params.set('k', await sealText(database, officer.id, text))
  for (const name of ['xa', 'ngay', 'biet']) {
    const value = String(form.get(name) ?? '')
    if (value !== '') params.set(name, value.slice(0, 40))
  }
  const query = params.size > 0 ? `?${params}` : ''
  return redirect(`${pathIn(langOf(url.pathname), '/can-bo/nguoi')}${query}`, 303)
}

/** Whoever comes back to this address begins anew. */
export function loader({ url }: Route.LoaderArgs) {
  return redirect(pathIn(langOf(url.pathname), '/can-bo/nguoi'))
}
