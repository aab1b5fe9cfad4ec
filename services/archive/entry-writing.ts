import type { Transaction } from '#platform/database'
import {
  amendPerson,
  type NewPerson,
  type Person,
  recordFact,
  recordPerson,
  recordResidence,
} from '#registry'
import { type Difference, type EnteredField, paperFieldOf, type Standing } from './differences.ts'
import { enterHousehold, enterPoverty } from './entry-households.ts'
import {
  birthOf,
  citizenIdOf,
  degreeOf,
  oldIdOf,
  originOf,
  type Paper,
  povertyOf,
  sexOf,
  signedOnOf,
} from './paper-values.ts'

interface Writing {
  changes: readonly Difference[]
  paper: Paper
  standing: Standing
}

/** Writes what was chosen, each value with the page of the paper as its origin. Returns the person's number. */
export async function writeEntry(transaction: Transaction, write: Writing): Promise<number> {
  const { person } = write.standing
  const id = person ? await amend(transaction, person, write) : await admit(transaction, write)
  await writeHousehold(transaction, id, write)
  await writeDegree(transaction, id, write)
  return id
}

const has = ({ changes }: Writing, field: EnteredField) => changes.some((each) => each.field === field)

/** What stands on the person's own record, by the page it was read on. */
function personFrom(write: Writing, fields: readonly EnteredField[]): Partial<NewPerson> {
  const { values } = write.paper
  const birth = birthOf(values, write.standing.today)
  const chosen = (field: EnteredField) => fields.includes(field) && has(write, field)
  return {
    ...(chosen('name') && values.name ? { name: values.name } : {}),
    ...(chosen('birth') && birth ? { birth, birthWritten: birth.written } : {}),
    ...(chosen('sex') ? { sex: sexOf(values) } : {}),
    ...(chosen('citizenId') ? { citizenId: citizenIdOf(values) } : {}),
    ...(chosen('oldId') ? { oldId: oldIdOf(values) } : {}),
    ...(chosen('village') ? { village: values.village } : {}),
  }
}

const ofRecord = ['name', 'birth', 'sex', 'citizenId', 'oldId', 'village'] as const

async function amend(transaction: Transaction, person: Person, write: Writing): Promise<number> {
  const { paper, standing } = write
  const byPage = Map.groupBy(ofRecord, (field) => paper.pageOf[paperFieldOf[field]])
  for (const fields of byPage.values()) {
    const written = fields.filter((field) => has(write, field)).map((field) => paperFieldOf[field])
    if (written.length > 0)
      await amendPerson(transaction, person.id, personFrom(write, fields), originOf(paper, written))
  }
  if (has(write, 'unit') && standing.unit)
    await recordResidence(transaction, {
      personId: person.id,
      unitUid: standing.unit.uid,
      village: paper.values.village,
      from: standing.today,
      origin: originOf(paper, ['commune']),
    })
  return person.id
}

async function admit(transaction: Transaction, write: Writing): Promise<number> {
  const { paper, standing } = write
  const { unitUid, today } = standing
  const written = ofRecord.filter((field) => has(write, field)).map((field) => paperFieldOf[field])
  const origin = originOf(paper, written)
  const person = { ...personFrom(write, ofRecord), name: paper.values.name ?? '', unitUid }
  const id = await recordPerson(transaction, person, origin)
  if (unitUid !== undefined)
    await recordResidence(transaction, {
      personId: id,
      unitUid,
      village: has(write, 'village') ? paper.values.village : undefined,
      from: today,
      origin: originOf(paper, paper.values.commune === undefined ? written : ['commune']),
    })
  return id
}

async function writeHousehold(transaction: Transaction, personId: number, write: Writing): Promise<void> {
  const { paper, standing } = write
  const { household, today, unitUid, person } = standing
  const joins = has(write, 'household')
  const isOwn = household.is === 'own'
  if (!joins && !isOwn) return
  const member = {
    id: personId,
    unitUid: person ? person.unitUid : unitUid,
    village: paper.values.village ?? person?.village,
  }
  const fields = paper.values.head === undefined ? (['relation'] as const) : (['head'] as const)
  const householdId = await enterHousehold(transaction, household, member, {
    today,
    origin: originOf(paper, fields),
  })
  const poverty = povertyOf(paper.values)
  if (householdId !== undefined && poverty !== undefined && has(write, 'poverty'))
    await enterPoverty(transaction, householdId, poverty, { today, origin: originOf(paper, ['poverty']) })
}

/** The degree holds from the day the certificate was signed; without one, from today. */
async function writeDegree(transaction: Transaction, personId: number, write: Writing): Promise<void> {
  const { paper, standing } = write
  const value = degreeOf(paper.values)
  if (!has(write, 'disabilityDegree') || value === undefined) return
  await recordFact(transaction, personId, {
    key: 'disability',
    value,
    valid: { from: signedOnOf(paper.values, standing.today) ?? standing.today },
    origin: originOf(paper, ['disabilityDegree']),
    keepLater: true,
  })
}
