import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { birthsMeet, doubtsAbout, foldText, type IdDoubt, parseCitizenId, resolveUnit } from '#identity'
import { recordChange } from '#platform/audit'
import { BilingualError } from '#platform/bilingual-error'
import type { Transaction } from '#platform/database'
import { indexOf, listPersons, type Person, readUnits, successorsOn, wholly } from '#registry'
import {
  type Difference,
  differencesFrom,
  type EnteredField,
  type Kept,
  keptFrom,
  type Standing,
} from './differences.ts'
import { householdOnPaper } from './entry-households.ts'
import { writeEntry } from './entry-writing.ts'
import type { FieldValues } from './fields/field-names.ts'
import { birthOf, type Paper, sexOf, signedOnOf } from './paper-values.ts'
import { findAgreed } from './readings.ts'
import { listPages } from './scans.ts'

/** Somebody the paper may be about, what would change, and what would not though the paper says it. */
interface Candidate {
  person: Person
  /** The number is theirs; a name and birth that fit are a lesser proof. */
  by: 'number' | 'name'
  differences: Difference[]
  kept: Kept[]
}

/** What would happen if an officer entered a scan. */
export interface EntryProposal {
  values: FieldValues
  candidates: Candidate[]
  /** What the register would be told of somebody new, and what would stay with the scan. */
  ofNew: Difference[]
  keptOfNew: Kept[]
  /** Where the values speak against each other; told, never a refusal. */
  doubts: IdDoubt[]
}

/** What two officers read of a scan with the pages it stands on; undefined while it is not agreed upon. */
export async function findPaper(transaction: Transaction, scanId: number): Promise<Paper | undefined> {
  const values = await findAgreed(transaction, scanId)
  if (!values) return undefined
  const pages = await listPages(transaction, scanId)
  const only = pages.length === 1 ? pages[0]?.number : undefined
  const pageOf: Paper['pageOf'] = {}
  for (const field of Object.keys(values) as (keyof FieldValues)[]) {
    const found = pages.find(({ proposals }) => proposals.some((each) => each.field === field))
    const page = found?.number ?? only
    if (page !== undefined) pageOf[field] = page
  }
  return { scanId, values, pageOf }
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
  const paper = await findPaper(transaction, scanId)
  if (!paper) return undefined
  const { values } = paper
  const candidates: Candidate[] = []
  for (const { person, by } of await findPeople(transaction, values, today)) {
    const standing = await standingOf(transaction, paper, { person, today })
    const [differences, kept] = [differencesFrom(paper, standing), keptFrom(paper, standing)]
    candidates.push({ person, by, differences, kept })
  }
  const id = parseCitizenId(values.citizenId ?? '')
  const ofNobody = await standingOf(transaction, paper, { today })
  return {
    values,
    candidates,
    ofNew: differencesFrom(paper, ofNobody),
    keptOfNew: keptFrom(paper, ofNobody),
    doubts: id ? doubtsAbout(id, { sex: sexOf(values), birth: birthOf(values, today) }) : [],
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

function mayBeTheSame(person: Person, birth: ReturnType<typeof birthOf>): boolean {
  return !person.birth || !birth || birthsMeet(person.birth, birth)
}

/** What the register has beside the person's own record; of nobody, where somebody new would be admitted. */
async function standingOf(
  transaction: Transaction,
  { scanId, values }: Paper,
  { person, today }: { person?: Person; today: LocalDate },
): Promise<Standing> {
  const { rows } = await sql<{ unitUid: string | null }>`select unit_uid as "unitUid" from archive.scan
    where id = ${scanId}`.execute(transaction)
  const unit = await unitOnPaper(transaction, values, today)
  const own = rows[0]?.unitUid ?? undefined
  const place = person ? person.unitUid : (own ?? unit?.uid)
  return {
    person,
    degree: person && (await degreeNow(transaction, person.id, today)),
    household: await householdOnPaper(transaction, {
      personId: person?.id,
      unitUid: place,
      values,
      today,
    }),
    unit,
    unitUid: person ? own : place,
    today,
  }
}

/** The degree of disability that is recorded for today, by its value in the law. */
async function degreeNow(
  transaction: Transaction,
  personId: number,
  today: LocalDate,
): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`select value from registry.fact where person_id = ${personId}
    and key = 'disability' and valid @> ${today}::date`.execute(transaction)
  return rows[0]?.value
}

/** The commune a paper names as it is called today; undefined unless one alone is meant, to the letter but for tones. */
async function unitOnPaper(
  transaction: Transaction,
  values: FieldValues,
  today: LocalDate,
): Promise<Standing['unit']> {
  if (values.commune === undefined) return undefined
  const units = await readUnits(transaction)
  const written = [values.commune, ...(values.district ? [values.district] : [])]
  const meant = resolveUnit(written, { on: signedOnOf(values, today), level: 'commune' }, indexOf(units))
  if (meant.found !== 'one' || meant.certainty === 'near') return undefined
  const standing = successorsOn(units, meant.unit.uid, today)
  const [unit] = standing
  return unit && standing.length === 1 ? { uid: unit.uid, name: unit.name } : undefined
}

export type Entered =
  | { ok: true; personId: number; changes: Difference[] }
  | { ok: false; because: 'notAgreed' | 'alreadyEntered' | 'noName' | 'notACandidate' }
  /** The register refuses it, in a sentence of its own; nothing was written. */
  | { ok: false; because: 'refused'; sentence: { vi: string; en: string } }

/**
 * Takes the chosen fields of an agreed scan into the register, for one of its candidates or for somebody new: the only
 * way from a scan into the register, done by an officer, once. What a decision gives is proposed after it
 * (`proposeAwardOf`), for another to decide.
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
  const paper = await findPaper(transaction, scanId)
  if (!proposal || !paper) return { ok: false, because: 'notAgreed' }
  const candidate = proposal.candidates.find(({ person }) => person.id === personId)
  if (personId !== 'new' && !candidate) return { ok: false, because: 'notACandidate' }
  if (personId === 'new' && !proposal.values.name) return { ok: false, because: 'noName' }
  const all = candidate ? candidate.differences : proposal.ofNew
  const changes = candidate ? all.filter(({ field }) => fields.includes(field)) : all
  const kept = candidate ? candidate.kept : proposal.keptOfNew
  const standing = await standingOf(transaction, paper, {
    ...(candidate && { person: candidate.person }),
    today,
  })
  try {
    const id = await wholly(transaction, async () => {
      const entered = await writeEntry(transaction, { changes, paper, standing })
      await sql`insert into archive.entry (scan_id, person_id, changes, kept)
        values (${scanId}, ${entered}, ${JSON.stringify(changes)}::jsonb, ${JSON.stringify(kept)}::jsonb)`.execute(
        transaction,
      )
      await sql`update archive.scan set state = 'entered' where id = ${scanId}`.execute(transaction)
      return entered
    })
    const unitUid = candidate?.person.unitUid ?? rows[0]?.unitUid
    await recordChange(
      transaction,
      'enterScan',
      { kind: 'person', id: String(id), ...(unitUid ? { unitUid } : {}) },
      { scan: scanId, changes },
    )
    return { ok: true, personId: id, changes }
  } catch (error) {
    if (!(error instanceof BilingualError)) throw error
    return { ok: false, because: 'refused', sentence: { vi: error.vi, en: error.en } }
  }
}

/** Who was entered from a scan, by whom and when, and what stayed with it; undefined when nobody was. */
export async function findEntry(
  transaction: Transaction,
  scanId: number,
): Promise<
  { personId: number; by: string; enteredAt: Date; changes: Difference[]; kept: Kept[] } | undefined
> {
  const { rows } = await sql<{
    personId: number
    by: string
    enteredAt: Date
    changes: Difference[]
    kept: Kept[]
  }>`select person_id as "personId", by, entered_at as "enteredAt", changes, kept
    from archive.entry where scan_id = ${scanId}`.execute(transaction)
  return rows[0]
}
