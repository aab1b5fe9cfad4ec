import { createServer, type RequestListener, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { BilingualError } from '#platform/bilingual-error'
import { waitingPage } from './texts.ts'

/** The address people come to: open at once, so that a taken port is known before anything else is begun. */
export interface HttpDoor {
  port: number
  /** From now on requests are answered by `listener` instead of the page that asks to wait. */
  serve(listener: RequestListener): void
  /** Takes no more requests, and cuts those that still run after three seconds. */
  close(): Promise<void>
}

/** A list of fifty megabytes comes through a commune's line of a quarter megabit a second. */
const requestMs = 30 * 60_000

export async function openHttp({
  port,
  host,
}: {
  port: number
  host: string | undefined
}): Promise<HttpDoor> {
  let listener: RequestListener = (_, response) => {
    response
      .writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' })
      .end(waitingPage)
  }
  const server = createServer({ requestTimeout: requestMs }, (request, response) =>
    listener(request, response),
  )
  await listen(server, port, host)
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    serve(next) {
      listener = next
    },
    async close() {
      if (!server.listening) return
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await Promise.race([closed, sleep(3_000, undefined, { ref: false })])
      server.closeAllConnections()
      await closed
    },
  }
}

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, port)))
    server.listen(port, host, () => resolve())
  })
}

function explain(error: Error, port: number): Error {
  const code = 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE') {
    return new BilingualError({
      vi: `Cổng ${port} đang có chương trình khác dùng: hãy dừng chương trình đó hoặc đặt PORT khác, ví dụ PORT=${port + 1} npm start.`,
      en: `Port ${port} is taken by another program: stop it or choose another, such as PORT=${port + 1} npm start.`,
    })
  }
  if (code === 'EACCES') {
    return new BilingualError({
      vi: `Không được phép mở cổng ${port}: hãy đặt PORT từ 1024 trở lên.`,
      en: `Port ${port} may not be opened by this user: choose a PORT from 1024 on.`,
    })
  }
  return error
}
