import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '#test/database'
import { listAuditOf } from './audit.ts'
import { withActor } from './database.ts'
import { actorOf, type NewAccount, openSessions } from './sessions.ts'

const database = await freshDatabase()
const sessions = await openSessions(database, { baseUrl: 'http://localhost:3000' })

const lan: NewAccount = {
  username: 'lan.vinhphu',
  password: 'mat-khau-cua-lan',
  name: 'Nguyễn Thị Lan',
  role: 'communeOfficer',
  unitUid: 'vinh-phu',
  areas: ['socialAssistance'],
}
const right = { username: lan.username, password: lan.password, ip: '10.0.0.1' }

/** What a browser sends back after these Set-Cookie lines. */
function browserWith(setCookie: readonly string[]): Headers {
  return new Headers({ cookie: setCookie.map((line) => line.split(';')[0]).join('; ') })
}

beforeEach(async () => {
  await sessions.createAccount(lan)
  await sql`delete from platform.sign_in_try`.execute(database.query)
})

describe('an officer', () => {
  it('signs in with name and password and is known by the cookie', async () => {
    const answer = await sessions.signIn(right)
    if (!answer.ok) throw new Error(answer.because)
    const officer = await sessions.findOfficer(browserWith(answer.setCookie))
    expect(officer).toMatchObject({
      username: lan.username,
      name: lan.name,
      role: lan.role,
      unitUid: 'vinh-phu',
    })
    expect(officer && actorOf(officer)).toMatchObject({ kind: 'officer', areas: ['socialAssistance'] })
  })

  it('may write the name in capitals', async () => {
    expect(await sessions.signIn({ ...right, username: ' Lan.VinhPhu ' })).toMatchObject({ ok: true })
  })

  it('may have a hyphen in the name, but no name that could not sign in is ever opened', async () => {
    const tinh = await sessions.createAccount({ ...lan, username: 'canbo-tinh' })
    expect(await sessions.signIn({ ...right, username: tinh.username })).toMatchObject({ ok: true })
    await expect(sessions.createAccount({ ...lan, username: 'cán bộ' })).rejects.toThrow('not a user name')
  })

  it('is not known any more after signing out', async () => {
    const answer = await sessions.signIn(right)
    if (!answer.ok) throw new Error(answer.because)
    const browser = browserWith(answer.setCookie)
    const { setCookie } = await sessions.signOut(browser)
    expect(setCookie.join()).toContain('Max-Age=0')
    expect(await sessions.findOfficer(browser)).toBeUndefined()
  })

  it('whose account is renewed signs in with the new password only, and from nowhere before', async () => {
    const before = await sessions.signIn(right)
    if (!before.ok) throw new Error(before.because)
    const renewed = await sessions.createAccount({ ...lan, password: 'mat-khau-moi', unitUid: 'cua-lo' })
    expect(renewed.unitUid).toBe('cua-lo')
    expect(renewed.id).toBe((await sessions.createAccount({ ...lan, password: 'mat-khau-moi' })).id)
    expect(await sessions.countAccounts()).toBeGreaterThan(0)
    expect(await sessions.findOfficer(browserWith(before.setCookie))).toBeUndefined()
    expect(await sessions.signIn(right)).toEqual({ ok: false, because: 'wrong' })
    expect(await sessions.signIn({ ...right, password: 'mat-khau-moi' })).toMatchObject({ ok: true })
  })
})

describe('somebody else', () => {
  it.each([
    ['a wrong password', { ...right, password: 'sai-mat-khau' }],
    ['a name nobody has', { ...right, username: 'khong.ai' }],
    ['nothing', { username: '', password: '', ip: '10.0.0.1' }],
  ])('with %s is told no more than that it is wrong', async (_, asked) => {
    expect(await sessions.signIn(asked)).toEqual({ ok: false, because: 'wrong' })
  })

  it('without a cookie, or with one made up, is nobody', async () => {
    expect(await sessions.findOfficer(new Headers())).toBeUndefined()
    const forged = new Headers({ cookie: 'an-sinh.session_token=abc.def' })
    expect(await sessions.findOfficer(forged)).toBeUndefined()
  })

  it('who guesses is stopped at the sixth try, even with the right password then', async () => {
    const wrong = { ...right, password: 'doan-mo' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => sessions.signIn(wrong)))
    expect(answers.filter((answer) => !answer.ok && answer.because === 'wrong').length).toBeLessThanOrEqual(5)
    expect(await sessions.signIn(right)).toEqual({ ok: false, because: 'tooMany' })
  })

  it('who guesses does not lock out a colleague in the same office', async () => {
    const hoa = { ...lan, username: 'hoa.vinhphu' }
    await sessions.createAccount(hoa)
    for (let count = 0; count < 6; count++) await sessions.signIn({ ...right, password: 'doan-mo' })
    expect(await sessions.signIn({ ...right, username: hoa.username })).toMatchObject({ ok: true })
  })
})

describe('cookies', () => {
  it('are kept from scripts, and travel by https alone when the address is https', async () => {
    const secure = await openSessions(database, { baseUrl: 'https://ansinh.example.vn' })
    const answer = await secure.signIn(right)
    if (!answer.ok) throw new Error(answer.because)
    const [cookie] = answer.setCookie
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).toMatch(/^__Secure-an-sinh\..*Secure/)
    expect(await secure.findOfficer(browserWith(answer.setCookie))).toBeDefined()
  })
})

describe('the audit log', () => {
  it('has every sign-in, every refusal and why, and every account opened, and no password', async () => {
    await sessions.signIn({ ...right, ip: '10.0.0.9' })
    await sessions.signIn({ ...right, ip: '10.0.0.9', password: 'sai-mat-khau' })
    const lines = await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
      listAuditOf(transaction, { kind: 'account', id: lan.username }, 3),
    )
    expect(lines.map(({ action, details }) => [action, details])).toEqual([
      ['signInRefused', { ip: '10.0.0.9', because: 'wrong' }],
      ['signIn', { ip: '10.0.0.9' }],
      ['openAccount', { role: lan.role, unitUid: lan.unitUid, areas: lan.areas, agency: null }],
    ])
    expect(JSON.stringify(lines)).not.toContain('mat-khau')
  })
})
