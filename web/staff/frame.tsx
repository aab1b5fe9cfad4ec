import './staff.css'
import './lists/lists.css'
import './search/search.css'
import './archive/archive.css'
import { type ReactNode, useEffect } from 'react'
import { isRouteErrorResponse, Outlet, useNavigation, useRouteLoaderData } from 'react-router'
import { canExportRegister } from '#jobs/export-register'
import { agencies, isAgencyCode } from '#law/authorities'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { countChangeRequests } from '#registry'
import type { Text } from '#rules'
import { Trouble } from '#web/trouble.tsx'
import { formatDay, LanguageSwitch, Logo, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/frame'
import { getDesk } from './access.ts'
import { seesReserved } from './feedback/sight.ts'
import { Rail } from './rail.tsx'
import { SearchBox } from './search/box.tsx'
import { useCareForTyping } from './typing.ts'
import { scopeName, unitsOf } from './units.server.ts'
import { words } from './words.ts'

export const handle = { hydrate: true }

export async function loader({ context, url }: Route.LoaderArgs) {
  const { officer, database, actor } = await getDesk(context, url)
  return {
    officer: officer.name,
    scope: scopeName(await unitsOf(database), officer.unitUid),
    agency: agencyName(officer.agency),
    lawOn: today(),
    waiting: await withActor(database, actor, (transaction) =>
      countChangeRequests(transaction, { state: 'proposed', proposed: 'byOthers' }),
    ),
    mayExport: canExportRegister(actor),
    seesReserved: seesReserved(officer),
  }
}

function agencyName(code: string | null | undefined): Text | undefined {
  return code && isAgencyCode(code) ? agencies[code].name : undefined
}

export default function Workspace() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <Frame>
      <Refused error={error} />
    </Frame>
  )
}

/** What went wrong, as far as the officer can do something about it. */
function Refused({ error }: { error: unknown }) {
  const status = isRouteErrorResponse(error) ? error.status : undefined
  if (status === 404) return <Missing />
  return status === 403 ? <NotAllowed /> : <Trouble error={error} />
}

function NotAllowed() {
  const t = useWords(words)
  const lang = useLang()
  return (
    <>
      <title>{`${t.notAllowed} | An Sinh`}</title>
      <h1>{t.notAllowed}</h1>
      <p className="empty">
        {t.notAllowedWhy} <a href={pathIn(lang, '/can-bo')}>{t.today}</a>
      </p>
    </>
  )
}

/** The same words for what does not exist and for what is not the officer's to see. */
function Missing() {
  const t = useWords(words)
  const lang = useLang()
  return (
    <>
      <title>{`${t.missing} | An Sinh`}</title>
      <h1>{t.missing}</h1>
      <p className="empty">
        {t.missingWhy} <a href={pathIn(lang, '/can-bo')}>{t.today}</a> ·{' '}
        <a href={pathIn(lang, '/can-bo/nguoi')}>{t.people}</a>
      </p>
    </>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const t = useWords(words)
  const waiting = useNavigation().state === 'loading'
  useCareForTyping(t.leaveUnsent)
  const desk = useRouteLoaderData<typeof loader>('staff/frame')
  return (
    <div className="work">
      <a className="skip" href="#noi-dung">
        {t.skip}
      </a>
      <Head />
      <Rail
        waiting={desk?.waiting ?? 0}
        mayExport={desk?.mayExport ?? false}
        seesReserved={desk?.seesReserved ?? false}
      />
      <main className="wmain" id="noi-dung" tabIndex={-1} aria-busy={waiting || undefined}>
        {waiting ? (
          <p className="waiting" role="status">
            {t.loading}
          </p>
        ) : null}
        {children}
      </main>
    </div>
  )
}

function Head() {
  const t = useWords(words)
  const lang = useLang()
  const desk = useRouteLoaderData<typeof loader>('staff/frame')
  const scope = desk ? (desk.scope ?? t.province(desk.agency?.[lang])) : ''
  const printed = desk ? t.printed(desk.officer, formatDay(desk.lawOn)) : ''
  useHeadOfPaper(desk ? `${scope}. ${printed}` : '')
  return (
    <header className="wtop">
      <a className="brand" href={pathIn(lang, '/can-bo')}>
        <Logo />
        <b>An Sinh</b>
      </a>
      {desk ? (
        <>
          <search className="find-place">
            <form className="find" method="post" action={pathIn(lang, '/can-bo/tim')}>
              <label className="vh" htmlFor="wf">
                {t.search}
              </label>
              <SearchBox id="wf" />
              <kbd>/</kbd>
            </form>
          </search>
          <p className="scope">
            <span className="vh">{t.scope}: </span>
            {scope}
          </p>
          <p className="print-only">{printed}</p>
          <div className="me">
            <span className="hide">{t.lawOn(formatDay(desk.lawOn))}</span>
            <LanguageSwitch />
            <span>{desk.officer}</span>
            <form method="post" action={pathIn(lang, '/can-bo/dang-xuat')}>
              <button type="submit" className="btn text">
                {t.signOut}
              </button>
            </form>
          </div>
        </>
      ) : null}
    </header>
  )
}

/** What stands in the upper margin of every printed page after the first: the unit, the officer and the day. */
function useHeadOfPaper(text: string): void {
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--printed', JSON.stringify(text))
    return () => {
      style.removeProperty('--printed')
    }
  }, [text])
}
