import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { BilingualError } from './bilingual-error.ts'

/** The operating system's user PostgreSQL runs as; undefined is whoever runs this process. */
export interface SystemUser {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root, so root lends it to `postgres`, or to `nobody`; other users run it themselves. */
export function findDatabaseUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody')
  if (!row)
    throw new BilingualError({
      vi: `PostgreSQL không chạy bằng root, và máy này không có người dùng postgres hay nobody.`,
      en: `PostgreSQL does not run as root, and this machine has no user postgres or nobody.`,
    })
  return { uid: Number(row[2]), gid: Number(row[3]) }
}

/** Whether that user may pass every existing folder above `path`; a checkout below /root is out of its reach. */
export function canReach(path: string, user: SystemUser | undefined): boolean {
  if (!user) return true
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && !maySearch(folder, user)) return false
    if (folder === dirname(folder)) return true
  }
}

function maySearch(folder: string, { uid, gid }: SystemUser): boolean {
  const { uid: owner, gid: group, mode } = statSync(folder)
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
  return (mode & bit) !== 0
}

/** The folder for a checkout that PostgreSQL's own user cannot reach. Not in a temporary place: those are swept. */
export function refugeFor(checkout: string): string {
  return join('/var/lib', `an-sinh-${shortHash(resolve(checkout))}`)
}

/** Copies PostgreSQL's programs into `refuge` once a version, whole or not at all, and returns where they are. */
export function copyPrograms(native: string, version: string, refuge: string): string {
  const home = join(refuge, `postgresql-${version}`)
  if (existsSync(home)) return home
  const unfinished = `${home}.${process.pid}`
  mkdirSync(refuge, { recursive: true, mode: 0o755 })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(unfinished, home)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
  return home
}

/** Makes a folder that only PostgreSQL's user reads. Throws when somebody else already owns it. */
export function makePrivate(folder: string, user: SystemUser | undefined): void {
  make(folder)
  const found = lstatSync(folder)
  const mine = process.getuid?.()
  const trusted = found.isDirectory() && (mine === undefined || found.uid === mine || found.uid === user?.uid)
  if (!trusted)
    throw new BilingualError({
      vi: `${folder} thuộc về người dùng khác: hãy chọn DATA_DIR khác.`,
      en: `${folder} belongs to another user: choose another DATA_DIR.`,
    })
  if (user) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
}

/** One folder after the other from the first that is missing: the recursive call never ends where none may be made, as in /proc. */
function make(folder: string): void {
  if (existsSync(folder)) return
  try {
    if (dirname(folder) !== folder) make(dirname(folder))
    mkdirSync(folder)
  } catch (error) {
    if (error instanceof BilingualError || existsSync(folder)) {
      if (error instanceof BilingualError) throw error
      return
    }
    const code = error instanceof Error && 'code' in error ? error.code : error
    throw new BilingualError(
      {
        vi: `Không tạo được thư mục ${folder} (${code}): hãy chọn DATA_DIR ở nơi người chạy An Sinh được ghi.`,
        en: `The folder ${folder} cannot be made (${code}): choose a DATA_DIR where whoever runs An Sinh may write.`,
      },
      { cause: error },
    )
  }
}

/** Refuses to take over a folder that holds something else: it is given to PostgreSQL's user alone. */
export function assertOurs(home: string): void {
  if (!existsSync(home)) return
  if (!statSync(home).isDirectory())
    throw new BilingualError({
      vi: `${home} là một tệp, không phải thư mục: hãy chọn DATA_DIR khác.`,
      en: `${home} is a file, not a folder: choose another DATA_DIR.`,
    })
  const other = readdirSync(home).find((name) => !/^(pg|run|postgres|(files|exports)$)/.test(name))
  if (other === undefined) return
  throw new BilingualError({
    vi: `${home} đang chứa thứ khác (${other}): hãy chọn DATA_DIR là một thư mục trống.`,
    en: `${home} holds something else (${other}): choose an empty folder as DATA_DIR.`,
  })
}

/** The socket's folder: beside the data, or in a short temporary one where the path would be too long (103 bytes). */
export function socketFolderFor(home: string): string {
  const beside = join(home, 'run')
  if (Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= 103) return beside
  return join(tmpdir().length < 60 ? tmpdir() : '/tmp', `an-sinh-${shortHash(home)}`)
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
