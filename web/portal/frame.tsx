import './reading.css'
import type { ReactNode } from 'react'
import { Outlet, useLocation, useMatches } from 'react-router'
import { keptByEdition, readContents } from '#publishing'
import { servicesContext } from '#web/context.ts'
import { sharedPage } from '#web/edge/page-cache.ts'
import { Trouble } from '#web/trouble.tsx'
import { Icon, LanguageSwitch, Logo, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/frame'
import { useDestinations } from './destinations.ts'
import { Identity } from './identity.tsx'
import { words } from './words.ts'

/** A citizens' page is the same for everybody unless it says otherwise. */
export function headers({ errorHeaders }: Route.HeadersArgs): HeadersInit {
  return errorHeaders ?? { 'cache-control': sharedPage }
}

/** What every page of the portal knows: the address of the portal, and what there is on it. */
export async function loader({ context }: Route.LoaderArgs) {
  const { config, database } = context.get(servicesContext)
  return { origin: config.baseUrl, contents: await contentsOf(database.query) }
}

const contentsOf = keptByEdition(readContents)

export default function Portal() {
  return (
    <Frame>
      <Identity />
      <Outlet />
    </Frame>
  )
}

/** A page of the portal that failed keeps the frame around it, so that the way on is in sight. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <Frame>
      <div className="wrap page">
        <Trouble error={error} />
      </div>
    </Frame>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const t = useWords(words)
  return (
    <>
      <a className="skip" href="#noi-dung">
        {t.skip}
      </a>
      <Head />
      <Navigation />
      <main id="noi-dung" tabIndex={-1}>
        {children}
      </main>
      <Foot />
    </>
  )
}

function Head() {
  const t = useWords(words)
  const lang = useLang()
  return (
    <header className="top">
      <div className="wrap">
        <a className="brand" href={pathIn(lang, '/')}>
          <Logo />
          <span>
            <small>{t.province}</small>
            <b>{t.portal}</b>
          </span>
        </a>
        <search>
          <form className="search" action={pathIn(lang, '/tim')}>
            <label className="vh" htmlFor="tim">
              {t.searchPortal}
            </label>
            <input id="tim" name="q" type="search" maxLength={200} placeholder={t.searchHint} />
            <button type="submit" className="btn">
              <Icon name="find" />
              <span className="vh">{t.search}</span>
            </button>
          </form>
        </search>
        <div className="util">
          <LanguageSwitch />
          <a href={pathIn(lang, '/can-bo')}>{t.staff}</a>
        </div>
      </div>
    </header>
  )
}

type Current = 'page' | 'true' | undefined

/** The menu in a row; where there is no room for one, behind its name, which also says where one is. */
function Navigation() {
  const t = useWords(words)
  const list = (useMatches().at(-1)?.loaderData as { list?: { path: string } } | undefined)?.list
  const here = pathIn('vi', useLocation().pathname)
  const current = (path: string): Current => {
    // An article of any kind has the same address; it belongs to its list.
    if (list) return list.path === path || list.path.startsWith(`${path}/`) ? 'true' : undefined
    if (here === path) return 'page'
    return path !== '/' && here.startsWith(`${path}/`) ? 'true' : undefined
  }
  const ways = useDestinations('menu').map((way) => ({ ...way, current: current(way.path) }))
  const where = ways.find((way) => way.current)?.name
  return (
    <nav className="nav" aria-label={t.mainNav}>
      <div className="wrap">
        <details className="menu">
          <summary>
            <Icon name="menu" />
            {t.menu}
            {where ? <span className="quiet">{where}</span> : null}
          </summary>
          <Ways ways={ways} />
        </details>
        <Ways ways={ways} />
      </div>
    </nav>
  )
}

function Ways({ ways }: { ways: readonly { path: string; name: string; current: Current }[] }) {
  const lang = useLang()
  return (
    <ul>
      {ways.map(({ path, name, current }) => (
        <li key={path}>
          <a href={pathIn(lang, path)} aria-current={current}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Foot() {
  const t = useWords(words)
  return (
    <footer className="foot">
      <div className="wrap">
        <div>
          <Logo />
          <b>{t.footName}</b>
          <address>{t.footAddress}</address>
          <p>{t.hotline}</p>
          <p>{t.childLine}</p>
        </div>
        <nav aria-labelledby="foot-pages">
          <b id="foot-pages">{t.onThisPortal}</b>
          <Links className="two-columns" links={useDestinations('foot')} />
        </nav>
        <nav aria-labelledby="foot-help">
          <b id="foot-help">{t.help}</b>
          <Links links={[...useDestinations('help'), { path: '/can-bo', name: t.staff }]} />
          <p>{t.licence}</p>
        </nav>
      </div>
    </footer>
  )
}

function Links(props: { className?: string; links: readonly { path: string; name: string }[] }) {
  const lang = useLang()
  return (
    <ul className={props.className}>
      {props.links.map(({ path, name }) => (
        <li key={path}>
          <a href={pathIn(lang, path)}>{name}</a>
        </li>
      ))}
    </ul>
  )
}
