import { challengeMinutes } from '#feedback'

/** The cookie that says which challenge a visitor was given; it says nothing of the answer. */
const name = 'kiem-tra'

/** Only forms of our own send it back, scripts cannot read it, and it ends with the challenge. */
export function challengeCookie(id: string, overTls: boolean): string {
  const secure = overTls ? '; Secure' : ''
  return `${name}=${id}; Path=/; Max-Age=${challengeMinutes * 60}; HttpOnly; SameSite=Lax${secure}`
}

/** The challenge this request answers, or an empty text. */
export function challengeOf(headers: Headers): string {
  const cookies = headers.get('cookie')?.split(';') ?? []
  const ours = cookies.map((cookie) => cookie.trim()).find((cookie) => cookie.startsWith(`${name}=`))
  return ours?.slice(name.length + 1) ?? ''
}
