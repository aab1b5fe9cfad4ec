/** A cookie the portal or the workspace gives, and how long it lasts. */
export interface Cookie {
  name: string
  use: 'challenge' | 'receipt' | 'session'
  minutes: number
}

/** Every cookie there is. */
export const cookies: readonly Cookie[] = [
  { name: 'kiem-tra', use: 'challenge', minutes: 10 },
  { name: 'bien-nhan', use: 'receipt', minutes: 30 },
  { name: 'an-sinh.session_token', use: 'session', minutes: 12 * 60 },
]
