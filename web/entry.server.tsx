import { PassThrough, Readable } from 'node:stream'
import type { ReactNode } from 'react'
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server'
import {
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { type PageHandle, requestContext, servicesContext } from './context.ts'
import { wholePage } from './edge/whole-page.ts'
import { NonceContext } from './nonce.ts'

export const streamTimeout = 5_000

/** Writes down what went wrong in a loader, an action or a page; a visitor who left is no error. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) writeDown(error, context as Readonly<RouterContextProvider>)
}

function writeDown(error: unknown, context: Readonly<RouterContextProvider>): void {
  const said = error instanceof Error ? error.stack : String(error)
  context
    .get(servicesContext)
    .log.error({ request: context.get(requestContext).id, error: said }, 'page failed')
}

/**
 * Pages that ship no JavaScript are drawn to one text, which costs half of drawing them to a stream: nothing in them
 * waits, for a fallback could never be replaced in a browser without scripts. Pages that hydrate are streamed.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> | Response {
  headers.set('content-type', 'text/html; charset=utf-8')
  if (request.method === 'HEAD') return new Response(null, { status, headers })
  const hydrate = routerContext.staticHandlerContext.matches.some(
    (match) => (match.route.handle as PageHandle | undefined)?.hydrate,
  )
  // A page without scripts may be kept for everybody, so nothing of one request stands in it.
  const nonce = hydrate ? loadContext.get(requestContext).nonce : ''
  const tree = (
    <NonceContext value={nonce}>
      <ServerRouter context={routerContext} url={request.url} nonce={nonce || undefined} />
    </NonceContext>
  )
  return hydrate
    ? stream(tree, { nonce, onError: (error) => writeDown(error, loadContext) }, { status, headers })
    : wholePage(`<!DOCTYPE html>${renderToStaticMarkup(tree)}`, request, { status, headers })
}

function stream(
  tree: ReactNode,
  { nonce, onError }: { nonce: string; onError: (error: unknown) => void },
  init: ResponseInit,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const body = new PassThrough()
    const { pipe, abort } = renderToPipeableStream(tree, {
      nonce,
      onShellReady() {
        resolve(new Response(Readable.toWeb(body) as ReadableStream, init))
        pipe(body)
      },
      onShellError: reject,
      onError,
    })
    const timer = setTimeout(abort, streamTimeout + 1_000)
    body.on('close', () => clearTimeout(timer))
  })
}
