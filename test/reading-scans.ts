import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import {
  addScan,
  enteredFields,
  enterScan,
  type FieldValues,
  type FormKind,
  keepMachineReading,
  recordBatch,
  type ScanPage,
  signReading,
  voteOn,
} from '#archive'
import { day } from '#calendar'
import { type Actor, type Database, type Transaction, withActor } from '#platform/database'
import type { Sha256 } from '#platform/files'
import { recordUnits } from '#registry'
import { freshDatabase } from './database.ts'

/** The database of the test file that called `openArchive`. */
export let database: Database

/** A database with officers of two communes and of the province: call it once at the top of a test file. */
export async function openArchive(): Promise<void> {
  database = await freshDatabase()
  const table = await readFile(new URL('../data/nghe-an-units.csv', import.meta.url), 'utf8')
  await as({ kind: 'system', job: 'test' }, (transaction) => recordUnits(transaction, table))
}

export const today = day('2026-11-23')
export const [ours, theirs] = ['17827@2025-07-01', '16702@2025-07-01']

type OfficerActor = Extract<Actor, { kind: 'officer' }>

const officer = (id: string, unitUid: string = ours, role = 'communeOfficer'): OfficerActor => ({
  kind: 'officer',
  id,
  name: id,
  role,
  unitUid,
  areas: ['*'],
})
export const lan = officer('lan')
export const minh = officer('minh')
/** Works with children, and not on social assistance. */
export const ofChildren: Actor = { ...officer('tre-em'), areas: ['children'] }
export const province = officer('tinh', 'province', 'provinceOfficer')
export const neighbour = officer('xa-khac', theirs)

export const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

let files = 0
export const nextHash = () => (files++).toString(16).padStart(64, '0') as Sha256
const page: ScanPage = {
  number: 1,
  shown: 'f'.repeat(64) as Sha256,
  width: 800,
  height: 600,
  source: 'ocr',
  words: [],
  proposals: [],
  seconds: 1,
}

export async function newScan(
  actor: Actor,
  asked: {
    bookId?: number
    firstNumber?: number
    pages?: number
    proposals?: ScanPage['proposals']
    words?: ScanPage['words']
    /** Null for a form the machine did not know. */
    form?: FormKind | null
    /** The machine could not open it. */
    fails?: boolean
  } = {},
): Promise<number> {
  const { bookId, firstNumber, pages = 1, proposals = [], words = [] } = asked
  const form = asked.form === undefined ? 'disabilityCertificate' : (asked.form ?? undefined)
  return as(actor, async (transaction) => {
    const unitUid = actor.kind === 'officer' && actor.unitUid !== 'province' ? actor.unitUid : undefined
    const id = await recordBatch(transaction, { unitUid, bookId, firstNumber })
    const file = { sha256: nextHash(), bytes: 10, isRepeated: false }
    const added = await addScan(
      transaction,
      { id, unitUid, bookId },
      { file, type: 'image/jpeg', fileName: 'anh.jpg', ordinal: 1 },
    )
    const read = Array.from({ length: pages }, (_, index) => ({
      ...page,
      proposals,
      words,
      number: index + 1,
    }))
    await keepMachineReading(
      transaction,
      added.scanId,
      asked.fails ? { ok: false, because: 'Tệp hỏng' } : { ok: true, form, pages: read },
    )
    return added.scanId
  })
}

export const sign = (actor: Actor, scanId: number, values: FieldValues) =>
  as(actor, (transaction) => signReading(transaction, scanId, { values, today }))

export const vote = (actor: Actor, scanId: number, values: FieldValues) =>
  as(actor, (transaction) => voteOn(transaction, scanId, { values, today }))

export const hoa = { name: 'Nguyễn Thị Hoà', birth: '01/02/1944', sex: 'Nữ', citizenId: '040144001234' }

let numbers = 0
/** Somebody whom no other test knows. */
export const someone = () => {
  numbers += 1
  const tail = String(numbers).padStart(4, '0')
  return {
    name: `Lô Văn ${'ABCDEGHKLM'[numbers % 10]}${tail.replace(/\d/g, (digit) => 'abcdeghikl'[Number(digit)] ?? '')}`,
    citizenId: `04004400${tail}`,
  }
}

/** A paper that two officers have read alike; the name on the page given. */
export async function agreed(values: FieldValues, pageOfName?: number): Promise<number> {
  const scanId = await newScan(lan, { form: 'application', pages: pageOfName ?? 1 })
  if (pageOfName !== undefined) {
    const proposals = [
      {
        field: 'name',
        value: 'x',
        confidence: 50,
        doubts: [],
        box: { left: 1, top: 1, right: 9, bottom: 9 },
      },
    ]
    await as(lan, (transaction) =>
      sql`update archive.page set proposals = ${JSON.stringify(proposals)}::jsonb
        where scan_id = ${scanId} and number = ${pageOfName}`.execute(transaction),
    )
  }
  await sign(lan, scanId, values)
  const second = await sign(minh, scanId, values)
  if (!second.ok || second.state !== 'agreed') throw new Error('Two alike readings must agree')
  return scanId
}

const enter = (scanId: number, personId: number | 'new' = 'new') =>
  as(lan, (transaction) => enterScan(transaction, scanId, { personId, fields: enteredFields, today }))

/** Enters everything on the paper, for somebody new unless told; returns for whom. */
export async function entered(scanId: number, personId?: number): Promise<number> {
  const done = await enter(scanId, personId)
  if (!done.ok) throw new Error(done.because)
  return done.personId
}
