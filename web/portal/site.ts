import { useRouteLoaderData } from 'react-router'
import type { PortalContents } from '#publishing'

/** What the portal's frame reads once for every page. */
export interface Site {
  /** The address people type, without a slash at the end. */
  origin: string
  contents: PortalContents
}

/** The id of the frame in `routes.ts`. */
export const frameRoute = 'portal/frame'

/**
 * The one spelling of a page's address. A page answers to capital letters and to slashes at its end too, but names
 * itself by this alone, so that nobody makes it known under another.
 */
export function plainPath(pathname: string): string {
  return pathname.toLowerCase().replace(/\/+$/, '') || '/'
}

/** The portal around the page shown. Where not even the frame could be read, a portal with nothing on it. */
export function useSite(): Site {
  const site = useRouteLoaderData(frameRoute) as Site | undefined
  return site ?? { origin: '', contents: { kinds: {}, sections: {} } }
}
