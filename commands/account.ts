import { randomInt } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { foldText } from '#identity'
import { loadUnits } from '#jobs/units-table'
import { agencies, areaNames, isAgencyCode, isArea } from '#law/authorities'
import { today } from '#platform/clock'
import type { Command, CommandArguments, CommandIo } from '#platform/command'
import { readConfig } from '#platform/config'
import { type Database, withActor } from '#platform/database'
import { isUsername, type NewAccount, openSessions } from '#platform/sessions'
import { openSystem } from '#platform/system'
import { listCommunes, readUnits } from '#registry'
import { accountTexts } from './account/texts.ts'

/** `ansinh account`: how a province gets its first officer, and every one after. */
export const command: Command = {
  name: 'account',
  summary: {
    vi: 'Mở tài khoản cho cán bộ, hoặc đổi tài khoản đã có',
    en: 'Open an account for an officer, or renew one',
  },
  usage:
    'account --username NAME --name "FULL NAME" --role ROLE [--unit CODE] [--areas A,B] [--agency CODE] [--renew] | --codes',
  options: {
    username: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    unit: { type: 'string' },
    areas: { type: 'string' },
    agency: { type: 'string' },
    renew: { type: 'boolean' },
    codes: { type: 'boolean' },
  },
  positionals: '',
  run,
}

type Role = NewAccount['role']
type Texts = (typeof accountTexts)['vi' | 'en']
type Wanted = Omit<NewAccount, 'password' | 'unitUid'> & { unit: string | undefined }

async function run({ values }: CommandArguments, io: CommandIo): Promise<number> {
  const texts = accountTexts[values.lang === 'en' ? 'en' : 'vi']
  if (values.codes === true) return listCodes(io, values.lang === 'en' ? 'en' : 'vi')
  const wanted = read(values, texts)
  if (typeof wanted === 'string') return refuse(io, wanted)
  const typed = io.stdinIsTerminal && !values.json ? await askPassword(texts.ask) : ''
  if (typed !== '' && (typed.length < 8 || typed.length > 128)) return refuse(io, texts.badPassword)
  const system = await openSystem(readConfig(process.env))
  try {
    const unit = await findUnit(system.database, wanted.unit)
    if (!unit) return refuse(io, texts.noUnit(wanted.unit ?? ''))
    const sessions = await openSessions(system.database, readConfig(process.env))
    const isThere = await sessions.hasAccount(wanted.username)
    if (isThere && values.renew !== true) {
      io.err(texts.exists(wanted.username))
      return 1
    }
    const password = typed || makePassword()
    const { username, role, unitUid } = await sessions.createAccount({
      ...wanted,
      unitUid: unit.uid,
      password,
    })
    if (values.json) io.out(JSON.stringify({ username, role, unitUid, password, renewed: isThere }))
    else {
      const said = isThere ? texts.renewed : texts.opened
      io.out(said(username, texts.roles[role], unit.name ?? texts.province))
      if (typed === '') io.out(texts.password(password))
    }
    return 0
  } finally {
    await system.close()
  }
}

/** The reserved area of those who receive denunciations; `children` is an area of the law, and reserved for messages. */
const denunciation = 'denunciation'

/** Every agency and area an account may be given. */
function listCodes(io: CommandIo, language: 'vi' | 'en'): number {
  const texts = accountTexts[language]
  const list = (title: string, codes: [string, string][]) => {
    io.out(title)
    for (const [code, name] of codes) io.out(`  ${code.padEnd(24)} ${name}`)
  }
  list(
    texts.agencies,
    Object.entries(agencies).map(([code, { name }]) => [code, name[language]]),
  )
  const ofLaw = Object.entries(areaNames).map(([code, name]): [string, string] => [code, name[language]])
  list(texts.areas, [['*', texts.allAreas], ...ofLaw, [denunciation, texts.denunciation]])
  return 0
}

function refuse(io: CommandIo, sentence: string): number {
  io.err(sentence)
  return 2
}

/** The account as it was asked for, or the sentence that says what is wrong. */
function read(values: CommandArguments['values'], texts: Texts): Wanted | string {
  const [username, name, role, unit] = [values.username, values.name, values.role, values.unit].map(
    (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined),
  )
  if (username === undefined || name === undefined || role === undefined) return texts.missing
  if (!isUsername(username.toLowerCase())) return texts.badUsername(username)
  if (!(role in texts.roles)) return texts.badRole(role)
  if (role === 'communeOfficer' && unit === undefined) return texts.needsUnit
  if (role === 'provinceOfficer' && unit !== undefined) return texts.noUnitForProvince
  const agency = typeof values.agency === 'string' ? values.agency.trim() : null
  if (agency !== null && !isAgencyCode(agency))
    return texts.badAgency(agency, Object.keys(agencies).join(', '))
  const areas = typeof values.areas === 'string' ? values.areas.split(',').map((area) => area.trim()) : ['*']
  const unknown = areas.find((area) => area !== '*' && area !== denunciation && !isArea(area))
  if (unknown !== undefined) return texts.badArea(unknown)
  return {
    username: username.toLowerCase(),
    name: name.normalize('NFC'),
    role: role as Role,
    unit,
    areas,
    agency,
  }
}

/** A commune that stands today, by code, uid or name; without one the province. */
async function findUnit(
  database: Database,
  wanted: string | undefined,
): Promise<{ uid: string; name?: string } | undefined> {
  if (wanted === undefined) return { uid: 'province' }
  await loadUnits(database)
  const units = await withActor(database, { kind: 'system', job: 'account' }, readUnits)
  const folded = foldText(wanted)
  const found = listCommunes(units, today()).filter(
    ({ uid, code, name }) => uid === wanted || code === wanted || foldText(name) === folded,
  )
  return found.length === 1 ? found[0] : undefined
}

/** Sixteen characters that nobody confuses with each other when they are read out. */
function makePassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const some = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [some(), some(), some(), some()].join('-')
}

/** What is typed is not shown. */
async function askPassword(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return (await lines.question('')).trim()
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
