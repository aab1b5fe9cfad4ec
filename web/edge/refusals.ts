import type { MiddlewareHandler } from 'hono'
import { pathIn } from '#web/ui/language.ts'

/**
 * PostgreSQL keeps no NUL character in any text, and nobody types one: whatever carries it is answered with a sentence
 * rather than with a page that broke. Files of a form are looked at by whoever takes them.
 */
export function refuseNul(): MiddlewareHandler {
  return async (c, next) => {
    if (/%00/.test(c.req.raw.url))
      return c.text('Địa chỉ có ký tự không dùng được. Xin mở lại trang từ trang chính.', 400)
    const isForm = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')
    if (c.req.method === 'POST' && isForm && /%00|\0/.test(await c.req.raw.clone().text()))
      return c.text('Nội dung gửi lên có ký tự không lưu được. Xin quay lại, xóa và gõ lại ô đó.', 422)
    return next()
  }
}

/**
 * A form of the workspace is sent by a page of the workspace. React Router says so of its pages; answers without a page
 * (signing out, search) are asked by the same rule here. Scripts without a browser name no origin and carry no cookie of
 * anybody else.
 */
export function refuseOtherOrigins(): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin')
    if (c.req.method === 'POST' && isStaff(c.req.path) && origin !== undefined)
      if (![c.req.header('host'), c.req.header('x-forwarded-host')].includes(hostOf(origin) ?? ''))
        // A proxy that asks by another name tells the one in the browser; a form of a stranger cannot set it.
        return c.text('Biểu mẫu được gửi từ một trang khác. Xin mở lại trang rồi gửi lại.', 400)
    return next()
  }
}

/** Everything of the workspace is for one officer, this time: pages, their data, pictures and errors alike. */
export function keepStaffAnswersPrivate(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (isStaff(c.req.path) && !c.res.headers.has('cache-control'))
      c.res.headers.set('cache-control', 'private, no-store')
  }
}

/** However it is spelled: the pages behind an address answer to capital letters and doubled slashes as well. */
export function isStaff(path: string): boolean {
  return pathIn('vi', path.toLowerCase().replace(/\/{2,}/g, '/')).startsWith('/can-bo')
}

/** What is read of a refused body before the connection is left to break, bytes and milliseconds. */
const heardOut = { bytes: 64 * 1024 * 1024, milliseconds: 60_000 }

/**
 * Reads on what a refused request still sends, and throws it away. A browser that is cut off while it sends shows "the
 * connection was reset" instead of the sentence that says what to do.
 */
export function hearOutRefused(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (c.req.method !== 'POST' || c.res.status < 400) return
    const { body } = c.req.raw
    if (body && !body.locked) await discard(body.getReader())
  }
}

async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const giveUp = setTimeout(() => reader.cancel().catch(() => undefined), heardOut.milliseconds)
  try {
    for (let bytes = 0; bytes < heardOut.bytes; ) {
      const { done, value } = await reader.read()
      if (done) return
      bytes += value.length
    }
  } catch {
    // Who went away needs no answer.
  } finally {
    clearTimeout(giveUp)
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
