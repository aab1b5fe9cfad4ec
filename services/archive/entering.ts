import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import {
  type BirthDate,
  birthsMeet,
  doubtsAbout,
  foldText,
  type IdDoubt,
  parseBirth,
  parseCitizenId,
  spellingOf,
} from '#identity'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import {
  amendPerson,
  listPersons,
  type NewPerson,
  type Origin,
  type Person,
  recordFact,
  recordPerson,
  recordResidence,
} from '#registry'
import type { FieldValues } from './fields/field-names.ts'
import { findAgreed } from './readings.ts'

/** Where a value that was read twice comes from, as the register keeps it. */
function scanOrigin(scanId: number): Origin {
  return `scan:${scanId}`
}

/** Fields of the papers that the register takes from a scan; the others stay with the scan. */
export const enteredFields = [
  'name',
  'birth',
  'sex',
  'citizenId',
  'oldId',
  'village',
  'disabilityDegree',
] as const

export type EnteredField = (typeof enteredFields)[number]

/** A field as the register has it and as the paper says it. */
export interface Difference {
  field: EnteredField
  before: string | undefined
  after: string
}

/** Somebody the paper may be about, and what would change. */
interface Candidate {
  person: Person
  /** The number is theirs; a name and birth that fit are a lesser proof. */
  by: 'number' | 'name'
  differences: Difference[]
}

/** What would happen if an officer entered a scan. */
export interface EntryProposal {
  values: FieldValues
  candidates: Candidate[]
  /** What the register would be told of somebody new. */
  ofNew: Difference[]
  /** Where the values speak against each other; told, never a refusal. */
  doubts: IdDoubt[]
}

/**
 * Who an agreed scan may be about, in the actor's sight, and what would change for each: by number first, else by the
 * same name and a birth that may be the same. Undefined while the scan is not agreed upon. Writes nothing.
 */
export async function proposeEntry(
  transaction: Transaction,
  scanId: number,
  { today }: { today: LocalDate },
): Promise<EntryProposal | undefined> {
  const values = await findAgreed(transaction, scanId)
  if (!values) return undefined
  const candidates: Candidate[] = []
  for (const { person, by } of await findPeople(transaction, values, today)) {
    const degree = await degreeOf(transaction, person.id, today)
    candidates.push({ person, by, differences: differencesFrom(values, { person, degree, today }) })
  }
  const id = parseCitizenId(values.citizenId ?? '')
  const birth = birthOf(values, today)
  return {
    values,
    candidates,
    ofNew: differencesFrom(values, { today }),
    doubts: id ? doubtsAbout(id, { sex: sexOf(values), birth }) : [],
  }
}

async function findPeople(
  transaction: Transaction,
  values: FieldValues,
  today: LocalDate,
): Promise<{ person: Person; by: Candidate['by'] }[]> {
  const found = new Map<number, { person: Person; by: Candidate['by'] }>()
  for (const number of [values.citizenId, values.oldId])
    if (number)
      for (const person of await listPersons(transaction, { text: number, limit: 5 }))
        found.set(person.id, { person, by: 'number' })
  const birth = birthOf(values, today)
  if (values.name && found.size === 0)
    for (const person of await listPersons(transaction, { text: values.name, limit: 50 }))
      if (foldText(person.name) === foldText(values.name) && mayBeTheSame(person, birth))
        found.set(person.id, { person, by: 'name' })
  return [...found.values()].slice(0, 10)
}

function mayBeTheSame(person: Person, birth: BirthDate | undefined): boolean {
  return !person.birth || !birth || birthsMeet(person.birth, birth)
}

/** The degree of disability that is recorded for today, by its value in the law. */
async function degreeOf(
  transaction: Transaction,
  personId: number,
  today: LocalDate,
): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`select value from registry.fact where person_id = ${personId}
    and key = 'disability' and valid @> ${today}::date`.execute(transaction)
  return rows[0]?.value
}

const degrees: Readonly<Record<string, string>> = {
  'dac biet nang': 'extreme',
  nang: 'severe',
  nhe: 'light',
}

function birthOf({ birth }: FieldValues, today: LocalDate): BirthDate | undefined {
  const reading = birth === undefined ? undefined : parseBirth(birth, { asOf: today })
  return reading?.ok ? reading.birth : undefined
}

function sexOf({ sex }: FieldValues): 'male' | 'female' | undefined {
  const folded = foldText(sex ?? '')
  return folded === 'nu' ? 'female' : folded === 'nam' ? 'male' : undefined
}

/** The fields that can be entered and are not already so; a value that cannot be one of the register stays with the scan. */
function differencesFrom(
  values: FieldValues,
  { person, degree, today }: { person?: Person; degree?: string | undefined; today: LocalDate },
): Difference[] {
  const birth = birthOf(values, today)
  const after: Partial<Record<EnteredField, string | undefined>> = {
    name: values.name,
    birth:
      birth &&
      (person?.birth?.from === birth.from && person.birth.to === birth.to ? undefined : values.birth),
    sex: sexOf(values),
    citizenId: parseCitizenId(values.citizenId ?? ''),
    oldId: /^\d{9}$/.test(values.oldId ?? '') ? values.oldId : undefined,
    village: values.village,
    disabilityDegree: degrees[foldText(values.disabilityDegree ?? '')],
  }
  const before: Partial<Record<EnteredField, string | undefined>> = {
    name: person?.name,
    birth: person?.birthWritten ?? person?.birth?.from,
    sex: person?.sex,
    citizenId: person?.citizenId,
    oldId: person?.oldId,
    village: person?.village,
    disabilityDegree: degree,
  }
  return enteredFields.flatMap((field) => {
    const [was, is] = [before[field], after[field]]
    if (is === undefined || (was !== undefined && spellingOf(was) === spellingOf(is))) return []
    return [{ field, before: was, after: is }]
  })
}

export type Entered =
  | { ok: true; personId: number; changes: Difference[] }
  | { ok: false; because: 'notAgreed' | 'alreadyEntered' | 'noName' | 'notACandidate' }

/**
 * Takes the chosen fields of an agreed scan into the register, for one of its candidates or for somebody new: the only
 * way from a scan into the register, done by an officer, once.
 */
export async function enterScan(
  transaction: Transaction,
  scanId: number,
  asked: { personId: number | 'new'; fields: readonly EnteredField[]; today: LocalDate },
): Promise<Entered> {
  const { personId, fields, today } = asked
  const { rows } = await sql<{ state: string; unitUid: string | null }>`select state, unit_uid as "unitUid"
    from archive.scan where id = ${scanId} for update`.execute(transaction)
  if (rows[0]?.state === 'entered') return { ok: false, because: 'alreadyEntered' }
  const proposal = await proposeEntry(transaction, scanId, { today })
  if (!proposal) return { ok: false, because: 'notAgreed' }
  const candidate = proposal.candidates.find(({ person }) => person.id === personId)
  if (personId !== 'new' && !candidate) return { ok: false, because: 'notACandidate' }
  if (personId === 'new' && !proposal.values.name) return { ok: false, because: 'noName' }
  const all = candidate ? candidate.differences : proposal.ofNew
  const changes = candidate ? all.filter(({ field }) => fields.includes(field)) : all
  const write = { changes, values: proposal.values, scanId, today, unitUid: rows[0]?.unitUid ?? undefined }
  const id = candidate ? await amend(transaction, candidate.person, write) : await admit(transaction, write)
  await sql`insert into archive.entry (scan_id, person_id, changes)
    values (${scanId}, ${id}, ${JSON.stringify(changes)}::jsonb)`.execute(transaction)
  await sql`update archive.scan set state = 'entered' where id = ${scanId}`.execute(transaction)
  const unitUid = candidate?.person.unitUid ?? rows[0]?.unitUid
  await recordChange(
    transaction,
    'enterScan',
    { kind: 'person', id: String(id), ...(unitUid ? { unitUid } : {}) },
    { scan: scanId, changes },
  )
  return { ok: true, personId: id, changes }
}

interface Writing {
  changes: readonly Difference[]
  values: FieldValues
  scanId: number
  today: LocalDate
  unitUid: string | undefined
}

function personFrom({ changes, values, today }: Writing): Partial<NewPerson> {
  const has = (field: EnteredField) => changes.some((each) => each.field === field)
  const birth = birthOf(values, today)
  return {
    ...(has('name') && values.name ? { name: values.name } : {}),
    ...(has('birth') && birth ? { birth, birthWritten: birth.written } : {}),
    ...(has('sex') ? { sex: sexOf(values) } : {}),
    ...(has('citizenId') ? { citizenId: values.citizenId?.replace(/[\s.\-']/g, '') } : {}),
    ...(has('oldId') ? { oldId: values.oldId } : {}),
    ...(has('village') ? { village: values.village } : {}),
  }
}

async function amend(transaction: Transaction, person: Person, write: Writing): Promise<number> {
  await amendPerson(transaction, person.id, personFrom(write), scanOrigin(write.scanId))
  await recordDegree(transaction, person.id, write)
  return person.id
}

async function admit(transaction: Transaction, write: Writing): Promise<number> {
  const { values, scanId, unitUid, today } = write
  const origin = scanOrigin(scanId)
  const person = { ...personFrom(write), name: values.name ?? '', unitUid }
  const id = await recordPerson(transaction, person, origin)
  if (unitUid !== undefined)
    await recordResidence(transaction, {
      personId: id,
      unitUid,
      village: values.village,
      from: today,
      origin,
    })
  await recordDegree(transaction, id, write)
  return id
}

/** The degree holds from the day the certificate was signed; without one, from today. */
async function recordDegree(
  transaction: Transaction,
  personId: number,
  { changes, values, scanId, today }: Writing,
): Promise<void> {
  const degree = changes.find(({ field }) => field === 'disabilityDegree')
  if (!degree) return
  const signed = values.signedOn === undefined ? undefined : birthOf({ birth: values.signedOn }, today)
  const from = signed && signed.from === signed.to ? signed.from : today
  await recordFact(transaction, personId, {
    key: 'disability',
    value: degree.after,
    valid: { from },
    origin: scanOrigin(scanId),
    keepLater: true,
  })
}

/** Who was entered from a scan, by whom and when; undefined when nobody was. */
export async function findEntry(
  transaction: Transaction,
  scanId: number,
): Promise<{ personId: number; by: string; enteredAt: Date; changes: Difference[] } | undefined> {
  const { rows } = await sql<{ personId: number; by: string; enteredAt: Date; changes: Difference[] }>`select
      person_id as "personId", by, entered_at as "enteredAt", changes
    from archive.entry where scan_id = ${scanId}`.execute(transaction)
  return rows[0]
}
