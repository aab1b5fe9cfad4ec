import { isReceiptCode } from '#feedback'

const name = 'bien-nhan'
const minutes = 30

/**
 * The receipt a visitor was given or looks at, for half an hour: it opens their message, so it stands in no address,
 * and with that in no log, no history of a shared computer and no link to another page.
 */
export function receiptCookie(code: string, overTls: boolean): string {
  const secure = overTls ? '; Secure' : ''
  return `${name}=${code}; Path=/; Max-Age=${minutes * 60}; HttpOnly; SameSite=Lax${secure}`
}

/** Ends it at once, for whoever uses a computer of others. */
export const forgottenReceipt = `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`

/** The receipt that comes with a request; undefined without one, or when it is written like none. */
export function receiptOf(headers: Headers): string | undefined {
  const cookies = headers.get('cookie')?.split(';') ?? []
  const ours = cookies.map((cookie) => cookie.trim()).find((cookie) => cookie.startsWith(`${name}=`))
  const code = ours?.slice(name.length + 1) ?? ''
  return isReceiptCode(code) ? code : undefined
}
