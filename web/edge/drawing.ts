import { createRequestHandler, type RouterContextProvider, type ServerBuild } from 'react-router'
import { isStaff } from './refusals.ts'

type Draw = (request: Request, context: RouterContextProvider) => Promise<Response>

/**
 * Draws pages by the routes of a build. A handler that is given a function reads every route anew at each request,
 * which only development needs; and drawing a page costs something for each route there is, so the public's pages are
 * drawn by a handler that knows the public's routes alone.
 */
export function drawPages(load: () => Promise<ServerBuild>, mode: string): Draw {
  if (mode === 'development') return createRequestHandler(load, mode)
  let ready: Promise<{ whole: Draw; open: Draw }> | undefined
  const prepare = async () => {
    const build = await load()
    return { whole: createRequestHandler(build, mode), open: createRequestHandler(publicPart(build), mode) }
  }
  return async (request, context) => {
    ready ??= prepare()
    const { whole, open } = await ready
    return (isStaff(new URL(request.url).pathname) ? whole : open)(request, context)
  }
}

/** The same build without the workspace: neither its pages nor what a browser is told of them. */
export function publicPart(build: ServerBuild): ServerBuild {
  const isPublic = (id: string): boolean => {
    const { parentId, path } = build.routes[id] ?? {}
    return !/^(en\?\/)?can-bo(\/|$)/.test(path ?? '') && (parentId === undefined || isPublic(parentId))
  }
  const only = <Each>(routes: Record<string, Each>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => isPublic(id)))
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  }
}
