/** What an officer may do: a commune's officer, the province's officer, or a leader who reads. */
export type OfficerRole = 'communeOfficer' | 'provinceOfficer' | 'leader'

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
}

export type SignIn = { ok: true; setCookie: string[] } | { ok: false; because: 'wrong' | 'tooMany' }

export interface NewAccount {
  username: string
  password: string
  name: string
  role: OfficerRole
  unitUid: string | 'province'
  areas: string[]
}

/** Who is signed in, by cookie. Passwords and sessions are kept by the library; unit and role are ours. */
export interface Sessions {
  /** `ip` is the visitor's address: tries are counted by it. `setCookie` goes on the answer as it is. */
  signIn(asked: { username: string; password: string; ip: string }): Promise<SignIn>
  /** Ends the session of these request headers; the cookies returned clear the browser's. */
  signOut(headers: Headers): Promise<{ setCookie: string[] }>
  findOfficer(headers: Headers): Promise<Officer | undefined>
  /** Opens an account, or renews name, unit, role and password of the one with that username. */
  createAccount(account: NewAccount): Promise<Officer>
}
