import { redirect } from 'react-router'
import { servicesContext } from '#web/context.ts'
import { langOf, pathIn } from '#web/ui/language.ts'
import type { Route } from './+types/sign-out'

/** Ends the session; a plain form posts here from the frame. */
export async function action({ request, context, url }: Route.ActionArgs) {
  const { setCookie } = await context.get(servicesContext).sessions.signOut(request.headers)
  return redirect(pathIn(langOf(url.pathname), '/can-bo/dang-nhap'), {
    headers: setCookie.map((cookie): [string, string] => ['set-cookie', cookie]),
  })
}

export function loader({ url }: Route.LoaderArgs) {
  return redirect(pathIn(langOf(url.pathname), '/can-bo'))
}
