import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins/username'
import { sql } from 'kysely'
import { recordChange } from './audit.ts'
import { type Actor, type Database, withActor } from './database.ts'
import { getSecret } from './secrets.ts'
import { canTry, forgiveTries } from './sign-in-tries.ts'

/** What an officer may do: a commune's officer, the province's officer, or a leader who reads. */
type OfficerRole = 'communeOfficer' | 'provinceOfficer' | 'leader'

/** Somebody who has signed in. */
export interface Officer {
  id: string
  username: string
  name: string
  role: OfficerRole
  /** The unit whose people the officer sees; `province` sees all. */
  unitUid: string | 'province'
  /** Areas of work, such as `socialAssistance`; `*` is every area. */
  areas: string[]
  /** The agency the officer works for, by its code in `#law/authorities`; null is none in particular. */
  agency?: string | null
}

type SignIn =
  | { ok: true; officer: Officer; setCookie: string[] }
  | { ok: false; because: 'wrong' | 'tooMany' }

export interface NewAccount extends Omit<Officer, 'id'> {
  password: string
}

/** Who is signed in, by cookie. Passwords and sessions are kept by the library; unit and role are ours. */
export interface Sessions {
  /** `ip` is the visitor's address: tries are counted by it and by name. `setCookie` goes on the answer as it is. */
  signIn(asked: { username: string; password: string; ip: string }): Promise<SignIn>
  /** Ends the session of these request headers; the cookies returned clear the browser's. */
  signOut(headers: Headers): Promise<{ setCookie: string[] }>
  findOfficer(headers: Headers): Promise<Officer | undefined>
  /** Opens an account, or renews name, role, unit, areas and password of the one with that username. */
  createAccount(account: NewAccount): Promise<Officer>
  hasAccount(username: string): Promise<boolean>
  /** How many can sign in. */
  countAccounts(): Promise<number>
}

/** The officer as the database's actor. */
export function actorOf({ id, name, role, unitUid, areas, agency }: Officer): Actor {
  return { kind: 'officer', id, name, role, unitUid, areas, agency }
}

const sessionHours = 12

/** Opens the sessions; `baseUrl` decides whether cookies travel by https alone. */
export async function openSessions(database: Database, { baseUrl }: { baseUrl: string }): Promise<Sessions> {
  const auth = createAuth(database, { baseUrl, secret: await getSecret(database, 'sessions') })
  return {
    signIn: (asked) => signIn(auth, database, asked),
    async signOut(headers) {
      const answer = await auth.api.signOut({ headers, asResponse: true })
      return { setCookie: answer.headers.getSetCookie() }
    },
    findOfficer: (headers) => findOfficer(auth, database, headers),
    createAccount: (account) => createAccount(auth, database, account),
    async hasAccount(name) {
      const { rows } =
        await sql`select 1 from platform.account_user u join platform.officer o on o.user_id = u.id
        where u.username = ${name.trim().toLowerCase()}`.execute(database.query)
      return rows.length > 0
    },
    async countAccounts() {
      const { rows } = await sql<{ count: number }>`select count(*) from platform.officer`.execute(
        database.query,
      )
      return rows[0]?.count ?? 0
    },
  }
}

type Auth = ReturnType<typeof createAuth>

/** Small letters, digits, dot, hyphen and underscore. The library would refuse the hyphen, and say nothing of it. */
export function isUsername(name: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{2,29}$/.test(name)
}

function createAuth(database: Database, { baseUrl, secret }: { baseUrl: string; secret: string }) {
  return betterAuth({
    appName: 'An Sinh',
    baseURL: baseUrl,
    secret,
    database: { db: database.query.withSchema('platform'), type: 'postgres' },
    user: { modelName: 'account_user' },
    session: { expiresIn: sessionHours * 3_600, disableSessionRefresh: true },
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
    // Its limiter counts by address alone, and a commune's office shares one: sign-in-tries.ts counts instead.
    rateLimit: { enabled: false },
    advanced: { cookiePrefix: 'an-sinh', useSecureCookies: baseUrl.startsWith('https:') },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [username({ usernameValidator: isUsername })],
  })
}

async function signIn(
  auth: Auth,
  database: Database,
  asked: { username: string; password: string; ip: string },
): Promise<SignIn> {
  const name = asked.username.trim().toLowerCase()
  if (!(await canTry(database, name, asked.ip))) return { ok: false, because: await refuse('tooMany') }
  const answer = await auth.api.signInUsername({
    body: { username: name, password: asked.password },
    asResponse: true,
  })
  if (!answer.ok) return { ok: false, because: await refuse('wrong') }
  await forgiveTries(database, name, asked.ip)
  await recordAccount(database, 'signIn', name, { ip: asked.ip })
  const { user } = (await answer.json()) as { user: { id: string } }
  return { ok: true, officer: await getOfficer(database, user.id), setCookie: answer.headers.getSetCookie() }

  async function refuse<Because extends string>(because: Because): Promise<Because> {
    await recordAccount(database, 'signInRefused', name, { ip: asked.ip, because })
    return because
  }
}

/** A line of the audit log about an account; what was typed as a name may be anything, so only its beginning is kept. */
function recordAccount(database: Database, action: string, name: string, details: object): Promise<void> {
  return withActor(database, { kind: 'system', job: 'sessions' }, (transaction) =>
    recordChange(transaction, action, { kind: 'account', id: name.slice(0, 30) }, details),
  )
}

async function findOfficer(auth: Auth, database: Database, headers: Headers): Promise<Officer | undefined> {
  if (!headers.get('cookie')?.includes('an-sinh.')) return undefined
  const session = await auth.api.getSession({ headers })
  return session ? getOfficer(database, session.user.id) : undefined
}

async function getOfficer(database: Database, id: string): Promise<Officer> {
  const { rows } =
    await sql<Officer>`select u.id, u.username, u.name, o.role, o.unit_uid as "unitUid", o.areas, o.agency
    from platform.account_user u join platform.officer o on o.user_id = u.id where u.id = ${id}`.execute(
      database.query,
    )
  const officer = rows[0]
  if (!officer) throw new Error(`The account ${id} has no role: open it again with createAccount`)
  return officer
}

/** Written into the library's tables as its own sign-up would, but whole or not at all. */
async function createAccount(auth: Auth, database: Database, account: NewAccount): Promise<Officer> {
  const name = account.username.trim().toLowerCase()
  if (!isUsername(name))
    throw new Error(`"${account.username}" is not a user name: 3 to 30 of a–z, 0–9, . _ -`)
  const hash = await (await auth.$context).password.hash(account.password)
  const { role, unitUid, areas, agency = null } = account
  const id = await database.query.transaction().execute(async (transaction) => {
    // The library knows people by e-mail; officers have none here, and .invalid never reaches anybody.
    const { rows } = await sql<{ id: string }>`insert into platform.account_user (id, name, email, username)
      values (${randomUUID()}, ${account.name}, ${`${name}@officers.invalid`}, ${name})
      on conflict (username) do update set name = excluded.name, "updatedAt" = now() returning id`.execute(
      transaction,
    )
    const user = rows[0]?.id ?? ''
    await sql`delete from platform.session where "userId" = ${user}`.execute(transaction)
    await sql`delete from platform.account where "userId" = ${user}`.execute(transaction)
    await sql`insert into platform.account (id, "userId", "accountId", "providerId", password)
      values (${randomUUID()}, ${user}, ${user}, 'credential', ${hash})`.execute(transaction)
    await sql`insert into platform.officer (user_id, role, unit_uid, areas, agency)
      values (${user}, ${role}, ${unitUid}, ${areas}, ${agency})
      on conflict (user_id) do update set role = excluded.role, unit_uid = excluded.unit_uid, areas = excluded.areas,
        agency = excluded.agency, recorded_at = now()`.execute(transaction)
    return user
  })
  await recordAccount(database, 'openAccount', name, { role, unitUid, areas, agency })
  return getOfficer(database, id)
}
