import './ui/styles/index.css'
import { type ReactNode, use } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useMatches } from 'react-router'
import type { Route } from './+types/root'
import type { PageHandle } from './context.ts'
import { NonceContext } from './nonce.ts'
import { Trouble } from './trouble.tsx'
import { langOf, Symbols } from './ui/index.ts'

/** The page's shell: its language, its styles, the drawings' definitions; scripts only where a route asks. */
export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  const hydrate = useMatches().some((match) => (match.handle as PageHandle | undefined)?.hydrate)
  return (
    <html lang={langOf(pathname)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#9E2A2B" />
        <link rel="icon" href="/sen.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <Symbols />
        {children}
        {hydrate ? <PageScripts /> : null}
      </body>
    </html>
  )
}

function PageScripts() {
  const nonce = use(NonceContext)
  return (
    <>
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  )
}

export default function App() {
  return <Outlet />
}

/** The last resort, when not even the frame around the page could be drawn. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <main className="wrap page">
      <Trouble error={error} />
    </main>
  )
}
