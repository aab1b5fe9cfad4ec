import { resolve } from 'node:path'
import { BilingualError } from './bilingual-error.ts'

/** The machine's settings, read once when a process starts. */
export interface Config {
  port: number
  /** The address to listen on; undefined listens on every interface. */
  host: string | undefined
  /** Absolute; undefined means that nobody chose, so `.data` of the checkout when PostgreSQL can live there. */
  dataDir: string | undefined
  /** A PostgreSQL server of one's own; undefined starts the one that came from npm. */
  databaseUrl: string | undefined
  /** The role that owns the tables and migrates, when it logs in by another address than the application. */
  databaseOwnerUrl: string | undefined
  /** Believe X-Forwarded-For and X-Forwarded-Proto: only behind a proxy that sets them. */
  trustProxy: boolean
  /** The address people type, without a slash at the end. */
  baseUrl: string
  /** The server that takes letters to people; undefined sends none, and the pages say so. */
  smtpUrl: string | undefined
  /** Who letters come from. */
  mailFrom: string
  /** Size of the demonstration province of the first start; 0 starts empty. */
  demonstrationPeople: number
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings; throws one sentence that names the variable and what it must look like. */
export function readConfig(environment: Environment): Config {
  const port = wholeNumber(environment, 'PORT', { otherwise: 3000, from: 0, to: 65_535 })
  const databaseUrl = postgresUrl(environment, 'DATABASE_URL')
  const baseUrl = webAddress(environment, 'BASE_URL') ?? `http://localhost:${port}`
  return {
    port,
    host: text(environment, 'HOST'),
    dataDir: folder(environment, 'DATA_DIR'),
    databaseUrl,
    databaseOwnerUrl: postgresUrl(environment, 'DATABASE_OWNER_URL') ?? databaseUrl,
    trustProxy: yesOrNo(environment, 'TRUST_PROXY'),
    baseUrl,
    smtpUrl: smtpUrl(environment, 'SMTP_URL'),
    mailFrom: mailAddress(environment, 'MAIL_FROM') ?? `khong-tra-loi@${new URL(baseUrl).hostname}`,
    demonstrationPeople: wholeNumber(environment, 'DEMO_PEOPLE', {
      otherwise: 20_000,
      from: 0,
      to: 5_000_000,
    }),
  }
}

function text(environment: Environment, name: string): string | undefined {
  return environment[name]?.trim() || undefined
}

function folder(environment: Environment, name: string): string | undefined {
  const value = text(environment, name)
  return value === undefined ? undefined : resolve(value)
}

function wholeNumber(
  environment: Environment,
  name: string,
  { otherwise, from, to }: { otherwise: number; from: number; to: number },
): number {
  const value = text(environment, name)
  if (value === undefined) return otherwise
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
  if (number >= from && number <= to) return number
  throw wrong(name, value, {
    vi: `một số nguyên từ ${from} đến ${to}`,
    en: `a whole number from ${from} to ${to}`,
  })
}

function yesOrNo(environment: Environment, name: string): boolean {
  const value = text(environment, name)
  if (value === undefined || value === '0') return false
  if (value === '1') return true
  throw wrong(name, value, { vi: '0 hoặc 1', en: '0 or 1' })
}

function postgresUrl(environment: Environment, name: string): string | undefined {
  const value = text(environment, name)
  if (value === undefined || /^postgres(ql)?:\/\/.+\/[^/?]+/.test(value)) return value
  throw wrong(name, undefined, {
    vi: 'một địa chỉ như postgres://an_sinh:password@host:5432/an_sinh',
    en: 'an address such as postgres://an_sinh:password@host:5432/an_sinh',
  })
}

function webAddress(environment: Environment, name: string): string | undefined {
  const value = text(environment, name)
  if (value === undefined) return undefined
  if (/^https?:\/\/[^/\s]+$/.test(value)) return value
  throw wrong(name, value, {
    vi: 'một địa chỉ như https://ansinh.example.vn, không kèm đường dẫn',
    en: 'an address such as https://ansinh.example.vn, without a path',
  })
}

function smtpUrl(environment: Environment, name: string): string | undefined {
  const value = text(environment, name)
  if (value === undefined || /^smtps?:\/\/[^/?\s]+(\?\S*)?$/.test(value)) return value
  throw wrong(name, undefined, {
    vi: 'một địa chỉ như smtp://user:password@mail.example.vn:587',
    en: 'an address such as smtp://user:password@mail.example.vn:587',
  })
}

function mailAddress(environment: Environment, name: string): string | undefined {
  const value = text(environment, name)
  if (value === undefined || /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(value)) return value
  throw wrong(name, value, {
    vi: 'một địa chỉ thư như ansinh@example.vn',
    en: 'an e-mail address such as ansinh@example.vn',
  })
}

/** The value is shown unless it may hold a password. */
function wrong(
  name: string,
  value: string | undefined,
  expected: { vi: string; en: string },
): BilingualError {
  const shown =
    value === undefined
      ? { vi: 'không đọc được', en: 'cannot be read' }
      : { vi: `là "${value}"`, en: `is "${value}"` }
  return new BilingualError({
    vi: `${name} ${shown.vi}: phải là ${expected.vi}; xem docs/guides/running.md.`,
    en: `${name} ${shown.en}: it must be ${expected.en}; see docs/guides/running.md.`,
  })
}
