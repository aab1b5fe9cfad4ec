import { describe, expect, it } from 'vitest'
import { challengeMinutes } from '#feedback'
import { openSessions } from '#platform/sessions'
import { freshDatabase } from '#test/database'
import { challengeCookie } from '#web/portal/feedback/challenge-cookie.ts'
import { receiptCookie } from '#web/portal/feedback/receipt-cookie.ts'
import { cookies } from './cookies.ts'
import { words } from './words.ts'

const database = await freshDatabase()

describe('the page on privacy', () => {
  it('names every cookie with the time it lasts', async () => {
    const sessions = await openSessions(database, { baseUrl: 'http://localhost' })
    const account = { username: 'lan', password: 'mat-khau-cua-lan', name: 'Lan', unitUid: 'a', areas: ['*'] }
    await sessions.createAccount({ ...account, role: 'communeOfficer' })
    const signedIn = await sessions.signIn({ ...account, ip: '203.0.113.7' })
    if (!signedIn.ok) throw new Error(signedIn.because)
    const given = [challengeCookie('a', false), receiptCookie('GY-AAAA-AAAA', false), ...signedIn.setCookie]
    expect(
      given.map((line) => [line.split('=', 1)[0], Number(/Max-Age=(\d+)/i.exec(line)?.[1]) / 60]),
    ).toEqual(cookies.map(({ name, minutes }) => [name, minutes]))
    for (const line of given) expect(line).toMatch(/HttpOnly/)
    expect(challengeMinutes).toBe(10)
  })

  it('says that messages are not deleted, which the web server cannot do', async () => {
    const { rows } =
      await database.pool.query(`select relname from pg_class join pg_namespace n on n.oid = relnamespace
      where nspname = 'feedback' and relname in ('message', 'picture', 'act', 'follower')
        and has_table_privilege('an_sinh_app', pg_class.oid, 'delete')`)
    expect(rows).toEqual([])
  })

  it('says as much in English as in Vietnamese', () => {
    const shape = (lang: 'vi' | 'en') =>
      Object.entries(words[lang].parts).map(([key, { points }]) => [key, points.length])
    expect(shape('en')).toEqual(shape('vi'))
  })
})
