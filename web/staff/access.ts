import { type RouterContextProvider, redirect } from 'react-router'
import type { Actor } from '#platform/database'
import { actorOf, type Officer } from '#platform/sessions'
import { requestContext, type Services, servicesContext } from '#web/context.ts'
import { type Lang, langOf, pathIn } from '#web/ui/language.ts'

/** What every page of the workspace begins with: who is signed in, and the machine's services. */
export interface Desk extends Services {
  officer: Officer
  actor: Actor
}

/**
 * The officer's desk, or a move to the sign-in page that remembers where they were going. Every loader and action of
 * the workspace calls it itself: they run side by side, so a check in the frame alone would guard nothing.
 */
export async function getDesk(context: Readonly<RouterContextProvider>, url: URL): Promise<Desk> {
  const officer = await context.get(requestContext).findOfficer()
  if (!officer) throw redirect(signInPath(url))
  return { ...context.get(servicesContext), officer, actor: actorOf(officer) }
}

/** The officer as rows and the audit log name them. */
export function signerOf({ officer }: Pick<Desk, 'officer'>): string {
  return `officer:${officer.id}`
}

function signInPath(url: URL): string {
  const going = url.pathname + url.search
  return `${pathIn(langOf(url.pathname), '/can-bo/dang-nhap')}?tiep=${encodeURIComponent(going)}`
}

/**
 * The page an officer comes to after signing in: the one they asked for, in its language. Who asked for no page but
 * the workspace itself begins where their work does: a leader with what is late and at whom.
 */
export function landingOf(asked: string | null, lang: Lang, { role }: Pick<Officer, 'role'>): string {
  const home = pathIn(lang, '/can-bo')
  const page = safeDestination(asked, home)
  const isHome = page === '/can-bo' || page === '/en/can-bo'
  return isHome && role === 'leader' ? `${page}/dieu-hanh` : page
}

/** Where to go after signing in: a page of the workspace and nothing else, whatever an address was made to say. */
export function safeDestination(asked: string | null, home: string): string {
  return asked && /^(\/en)?\/can-bo(?=[/?]|$)(?!.*[\\\r\n])/.test(asked) && !asked.includes('//')
    ? asked
    : home
}
