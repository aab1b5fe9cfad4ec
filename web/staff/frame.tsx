import './staff.css'
import './lists/lists.css'
import './search/search.css'
import './archive/archive.css'
import type { ReactNode } from 'react'
import { isRouteErrorResponse, Outlet, useLocation, useNavigation, useRouteLoaderData } from 'react-router'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { countChangeRequests } from '#registry'
import { Trouble } from '#web/trouble.tsx'
import { formatCount, formatDay, LanguageSwitch, Logo, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/frame'
import { getDesk } from './access.ts'
import { Keyboard } from './keyboard.tsx'
import { SearchBox } from './search/box.tsx'
import { scopeName, unitsOf } from './units.server.ts'
import { words } from './words.ts'

export const handle = { hydrate: true }

export async function loader({ context, url }: Route.LoaderArgs) {
  const { officer, database, actor } = await getDesk(context, url)
  return {
    officer: officer.name,
    scope: scopeName(await unitsOf(database), officer.unitUid),
    lawOn: today(),
    waiting: await withActor(database, actor, (transaction) =>
      countChangeRequests(transaction, { state: 'proposed', proposed: 'byOthers' }),
    ),
  }
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
      {isRouteErrorResponse(error) && error.status === 404 ? <Missing /> : <Trouble error={error} />}
    </Frame>
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
  return (
    <div className="work">
      <a className="skip" href="#noi-dung">
        {t.skip}
      </a>
      <Head />
      <Rail />
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
            {desk.scope ?? t.province}
          </p>
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

/** Only what exists. */
function Rail() {
  const t = useWords(words)
  const lang = useLang()
  const here = pathIn('vi', useLocation().pathname)
  const { waiting = 0 } = useRouteLoaderData<typeof loader>('staff/frame') ?? {}
  const places = [
    { path: '/can-bo', name: t.today, holds: here === '/can-bo' },
    { path: '/can-bo/nguoi', name: t.people, holds: /^\/can-bo\/(nguoi|ho|ghi)\b/.test(here) },
    {
      path: '/can-bo/thay-doi',
      name: waiting > 0 ? `${t.changes} (${formatCount(waiting, lang)})` : t.changes,
      holds: here.startsWith('/can-bo/thay-doi'),
    },
    { path: '/can-bo/trung', name: t.duplicates, holds: here.startsWith('/can-bo/trung') },
    { path: '/can-bo/danh-sach', name: t.lists, holds: here.startsWith('/can-bo/danh-sach') },
    { path: '/can-bo/kho-ho-so', name: t.archive, holds: here.startsWith('/can-bo/kho-ho-so') },
    { path: '/can-bo/dia-ban', name: t.units, holds: here.startsWith('/can-bo/dia-ban') },
  ]
  return (
    <div className="rail">
      <nav aria-label={t.mainNav}>
        {places.map(({ path, name, holds }) => (
          <a key={path} href={pathIn(lang, path)} aria-current={holds ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <Keyboard />
    </div>
  )
}
