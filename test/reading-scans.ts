import { readFile } from 'node:fs/promises'
import {
  addScan,
  type FieldValues,
  type FormKind,
  keepMachineReading,
  recordBatch,
  type ScanPage,
  signReading,
  voteOn,
} from '#archive'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import type { Sha256 } from '#platform/files'
import { recordUnits } from '#registry'
import { freshDatabase } from './database.ts'

/** A database with officers of two communes and of the province, for the tests of this module. */
export const database = await freshDatabase()
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

const table = await readFile(new URL('../data/nghe-an-units.csv', import.meta.url), 'utf8')
await as({ kind: 'system', job: 'test' }, (transaction) => recordUnits(transaction, table))
