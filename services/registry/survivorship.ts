import type { Transaction } from '#platform/database'
import { linkedRecords, listLinks } from './links.ts'
import { getPerson, type Person } from './people.ts'

/** What a record says of who somebody is, field by field. */
export const personFields = ['name', 'birth', 'sex', 'citizenId', 'oldId', 'place', 'deathOn'] as const

export type PersonField = (typeof personFields)[number]

/** One record's word on one field. */
export interface FieldValue {
  recordId: number
  /** The value as text that two records can be compared by; a place is `village|unit`. */
  value: string
  origin: string
  recordedAt: Date
  /** A citizen number that an officer called a mistake: it is shown and never speaks. */
  isMistaken: boolean
}

/** Everything the records of one person say, and which of it speaks. */
export interface GatheredPerson {
  speaker: number
  /** The speaking record first. */
  records: Person[]
  fields: Record<PersonField, { values: FieldValue[]; speaks: FieldValue | undefined }>
}

/** The person a record belongs to, from all records in the actor's sight. Throws PersonNotFound. */
export async function gatherPerson(transaction: Transaction, recordId: number): Promise<GatheredPerson> {
  const own = await getPerson(transaction, recordId)
  const ids = await linkedRecords(transaction, recordId)
  const records: Person[] = []
  for (const id of ids) records.push(id === recordId ? own : await getPerson(transaction, id))
  return gather(records, { speaker: ids[0] ?? recordId, mistaken: await mistakenOf(transaction, ids) })
}

async function mistakenOf(transaction: Transaction, ids: readonly number[]): Promise<string[]> {
  const links = await listLinks(transaction, ids)
  return links.flatMap(({ mistakenNumber, unlinked }) =>
    mistakenNumber && !unlinked ? [mistakenNumber] : [],
  )
}

/**
 * What the person would look like when `speaker` speaks for these records. The speaking record's own word counts; where
 * it has none, the most official (a register, then an officer, then a list), then the fullest (a day before a year, a
 * name with its tones), then the latest recorded, then the older record. A number called a mistake never speaks.
 */
export function gather(
  records: readonly Person[],
  { speaker, mistaken = [] }: { speaker: number; mistaken?: readonly string[] },
): GatheredPerson {
  const ordered = records.toSorted(
    (a, b) => Number(b.id === speaker) - Number(a.id === speaker) || a.id - b.id,
  )
  const fields = Object.fromEntries(
    personFields.map((field) => {
      const values = ordered.flatMap((record) => wordOf(record, field, mistaken))
      const candidates = values.filter(({ isMistaken }) => !isMistaken)
      const speaks =
        candidates.find(({ recordId }) => recordId === speaker) ??
        candidates.toSorted((a, b) => compareWords(field, a, b))[0]
      return [field, { values, speaks }]
    }),
  ) as GatheredPerson['fields']
  return { speaker, records: ordered, fields }
}

function wordOf(record: Person, field: PersonField, mistaken: readonly string[]): FieldValue[] {
  const value = textOf(record, field)
  if (value === undefined) return []
  const isMistaken = field === 'citizenId' && mistaken.includes(value)
  return [{ recordId: record.id, value, origin: record.origin, recordedAt: record.recordedAt, isMistaken }]
}

function textOf(record: Person, field: PersonField): string | undefined {
  if (field === 'birth') return record.birth && `${record.birth.from}|${record.birth.to}`
  if (field === 'place') return record.unitUid && `${record.village ?? ''}|${record.unitUid}`
  return record[field]
}

const officialFirst = ['register', 'officer', 'file']

function compareWords(field: PersonField, a: FieldValue, b: FieldValue): number {
  return (
    rankOf(a.origin) - rankOf(b.origin) ||
    fullnessOf(field, b.value) - fullnessOf(field, a.value) ||
    b.recordedAt.getTime() - a.recordedAt.getTime() ||
    a.recordId - b.recordId
  )
}

function rankOf(origin: string): number {
  const rank = officialFirst.indexOf(origin.split(':', 1)[0] ?? '')
  return rank < 0 ? officialFirst.length : rank
}

/** How much a value says: a shorter stretch of days, or a name written with its marks. */
function fullnessOf(field: PersonField, value: string): number {
  if (field === 'birth') {
    const [from = '', to = ''] = value.split('|')
    return from === to ? 2 : from.slice(0, 7) === to.slice(0, 7) ? 1 : 0
  }
  if (field === 'name') return value.normalize('NFD').replace(/[^\p{M}đĐ]/gu, '').length
  return value.length
}
