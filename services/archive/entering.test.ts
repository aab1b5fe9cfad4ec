import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { getPerson, listMembers, recordHousehold, recordMembership, recordPerson } from '#registry'
import { agreed, as, entered, lan, openArchive, ours, someone, today } from '#test/reading-scans'
import { findEntry, proposeEntry } from './entering.ts'

await openArchive()

const factsOf = async (table: 'fact' | 'household_fact', column: string, id: number) =>
  (
    await as(lan, (transaction) =>
      sql<object>`select key, value, lower(valid)::text as since, origin from ${sql.table(`registry.${table}`)}
        where ${sql.ref(column)} = ${id} order by key`.execute(transaction),
    )
  ).rows

describe('entering a paper', () => {
  it('founds a head’s household with its poverty, each with the page it stands on', async () => {
    const { name, citizenId } = someone()
    const paper = { name, citizenId, head: name, poverty: 'Hộ nghèo', village: 'Khối 3' }
    const scanId = await agreed(paper, 2)
    const personId = await entered(scanId)
    const person = await as(lan, (transaction) => getPerson(transaction, personId))
    // The name stands on the second page, of the others nobody knows: the record names the paper.
    expect(person).toMatchObject({ origin: `scan:${scanId}`, village: 'Khối 3', unitUid: ours })
    const { rows } = await as(lan, (transaction) =>
      sql<{ id: number; relation: string; origin: string }>`select household_id as id, relation, origin
        from registry.membership where person_id = ${personId}`.execute(transaction),
    )
    expect(rows).toMatchObject([{ relation: 'head', origin: `scan:${scanId}` }])
    expect(await factsOf('household_fact', 'household_id', rows[0]?.id ?? 0)).toEqual([
      { key: 'poverty', value: 'poor', since: today, origin: `scan:${scanId}` },
    ])
  })

  it('changes what stands on different pages with the origin of each', async () => {
    const { name, citizenId } = someone()
    const id = await as(lan, (transaction) =>
      recordPerson(transaction, { name: `${name} x`, citizenId, unitUid: ours }, 'officer:lan'),
    )
    const scanId = await agreed({ name, citizenId, disabilityDegree: 'Nặng', signedOn: '08/12/2021' }, 2)
    await entered(scanId, id)
    const { rows } = await as(lan, (transaction) =>
      sql`select amended_origin as origin from registry.person where id = ${id}`.execute(transaction),
    )
    expect(rows).toEqual([{ origin: `scan:${scanId}#2` }])
    expect(await factsOf('fact', 'person_id', id)).toEqual([
      { key: 'disability', value: 'severe', since: '2021-12-08', origin: `scan:${scanId}` },
    ])
  })

  it('puts somebody into the household of the one head of that name, shown before it is written', async () => {
    const head = someone()
    const householdId = await as(lan, async (transaction) => {
      const id = await recordPerson(transaction, { ...head, unitUid: ours }, 'officer:lan')
      const household = await recordHousehold(transaction, { unitUid: ours, origin: 'officer:lan' })
      const membership = { personId: id, householdId: household, relation: 'head' as const }
      await recordMembership(transaction, { ...membership, valid: { from: today }, origin: 'officer:lan' })
      return household
    })
    const scanId = await agreed({
      ...someone(),
      head: head.name.toUpperCase(),
      relation: 'Con',
      poverty: 'Hộ cận nghèo',
    })
    const proposal = await as(lan, (transaction) => proposeEntry(transaction, scanId, { today }))
    expect(proposal?.ofNew).toContainEqual({
      field: 'household',
      before: undefined,
      after: head.name,
      page: 1,
    })
    expect(proposal?.ofNew).toContainEqual({
      field: 'poverty',
      before: undefined,
      after: 'nearPoor',
      page: 1,
    })
    const personId = await entered(scanId)
    const members = await as(lan, (transaction) => listMembers(transaction, personId, today))
    expect(members.find((each) => each.personId === personId)).toMatchObject({ relation: 'child' })
    expect(await factsOf('household_fact', 'household_id', householdId)).toMatchObject([
      { value: 'nearPoor' },
    ])
  })

  it('keeps with the paper what the register cannot hold or nobody can be sure of, and says why', async () => {
    const paper = {
      ...someone(),
      oldId: '12345678',
      ethnicity: 'Thái',
      phone: '0912345678',
      guardian: 'Vi Thị Hoa',
      disabilityKind: 'Vận động',
      commune: 'xã Không Có Đâu',
      head: 'Không Ai Biết',
      relation: 'Con',
      poverty: 'Hộ nghèo',
    }
    const scanId = await agreed(paper)
    const personId = await entered(scanId)
    const entry = await as(lan, (transaction) => findEntry(transaction, scanId))
    expect(Object.fromEntries(entry?.kept.map(({ field, because }) => [field, because]) ?? [])).toEqual({
      oldId: 'notValid',
      ethnicity: 'noPlace',
      phone: 'noPlace',
      guardian: 'noPlace',
      disabilityKind: 'noPlace',
      commune: 'unknownCommune',
      head: 'headUnknown',
      relation: 'headUnknown',
      poverty: 'noHousehold',
    })
    expect(await as(lan, (transaction) => getPerson(transaction, personId))).toMatchObject({
      oldId: undefined,
    })
  })

  it('does not move anybody: a paper of another commune leaves place and village as they are', async () => {
    const { name, citizenId } = someone()
    const id = await as(lan, (transaction) =>
      recordPerson(transaction, { name, citizenId, village: 'Khối 1', unitUid: ours }, 'officer:lan'),
    )
    const scanId = await agreed({ name, citizenId, village: 'Xóm 9', commune: 'phường Cửa Lò' })
    const proposal = await as(lan, (transaction) => proposeEntry(transaction, scanId, { today }))
    expect(proposal?.candidates[0]).toMatchObject({
      differences: [],
      kept: [
        { field: 'commune', because: 'otherCommune' },
        { field: 'village', because: 'otherCommune' },
      ],
    })
    await entered(scanId, id)
    expect(await as(lan, (transaction) => getPerson(transaction, id))).toMatchObject({
      village: 'Khối 1',
      unitUid: ours,
    })
  })
})
