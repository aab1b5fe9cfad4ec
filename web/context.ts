import { createContext } from 'react-router'
import type { Config } from '#platform/config'
import type { Database } from '#platform/database'
import type { Log } from '#platform/log'
import type { Queue } from '#platform/queue'
import type { Officer, Sessions } from '#platform/sessions'

/** What the machine gives the pages; a loader reads it with `context.get(servicesContext)`. */
export interface Services {
  config: Config
  database: Database
  queue: Queue
  sessions: Sessions
  log: Log
}

/** What is known of the visitor of one request. */
export interface RequestInfo {
  /** In the logs and on the page that says something went wrong, so that both can be put together. */
  id: string
  /** The visitor's network address; behind a trusted proxy, the one the proxy saw. */
  address: string
  /** For scripts of pages that hydrate. */
  nonce: string
  /** Who is signed in; asked once however many loaders want to know. */
  findOfficer(): Promise<Officer | undefined>
}

export const servicesContext = createContext<Services>()
export const requestContext = createContext<RequestInfo>()

/** What a route may say of itself in `export const handle`. */
export interface PageHandle {
  /** The page ships JavaScript and hydrates; without it a page is HTML and CSS alone. */
  hydrate?: boolean
}
