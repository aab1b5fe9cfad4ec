import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { applyAct, decideAward, listAwardRequests, listAwards, readAwardBase, recordAward } from '#awards'
import { day, month } from '#calendar'
import type { Actor } from '#platform/database'
import { type Act, getPerson, listMembers, recordHousehold, recordMembership, recordPerson } from '#registry'
import {
  as,
  lan,
  minh,
  neighbour,
  newScan,
  ofChildren,
  ours,
  province,
  sign,
  today,
} from '#test/reading-scans'
import { enteredFields } from './differences.ts'
import { enterScan, findEntry, proposeEntry } from './entering.ts'
import type { FieldValues } from './fields/field-names.ts'
import { findAwardOnPaper, proposeAwardOf } from './paper-awards.ts'
import { listScans } from './scans.ts'

let numbers = 0
/** Somebody whom no other test knows. */
const someone = () => {
  numbers += 1
  const tail = String(numbers).padStart(4, '0')
  return {
    name: `Lô Văn ${'ABCDEGHKLM'[numbers % 10]}${tail.replace(/\d/g, (digit) => 'abcdeghikl'[Number(digit)] ?? '')}`,
    citizenId: `04004400${tail}`,
  }
}

const box = { left: 1, top: 1, right: 9, bottom: 9 }

async function agreed(values: FieldValues, pageOfName?: number): Promise<number> {
  const scanId = await newScan(lan, { form: 'application', pages: pageOfName ?? 1 })
  if (pageOfName !== undefined) {
    const proposals = [{ field: 'name', value: 'x', confidence: 50, doubts: [], box }]
    await as(lan, (transaction) =>
      sql`update archive.page set proposals = ${JSON.stringify(proposals)}::jsonb
        where scan_id = ${scanId} and number = ${pageOfName}`.execute(transaction),
    )
  }
  await sign(lan, scanId, values)
  expect(await sign(minh, scanId, values)).toMatchObject({ state: 'agreed' })
  return scanId
}

const enter = (scanId: number, personId: number | 'new' = 'new') =>
  as(lan, (transaction) => enterScan(transaction, scanId, { personId, fields: enteredFields, today }))

async function entered(scanId: number, personId?: number): Promise<number> {
  const done = await enter(scanId, personId)
  if (!done.ok) throw new Error(done.because)
  return done.personId
}

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

describe('what a decision gives', () => {
  const decision = {
    benefit: 'Trợ cấp xã hội hằng tháng',
    amountDong: '810.000',
    coefficient: '1,5',
    fromMonth: '03/2024',
    decisionNumber: '125/QĐ-UBND',
    signedOn: '12/03/2024',
    payee: 'Vi Thị Hoa',
  }
  const months = { fromMonth: month('2024-03'), toMonth: undefined }
  const propose = (actor: Actor, scanId: number, category: 'K6' | 'K5c' | 'SP' = 'K6') =>
    as(actor, (transaction) => proposeAwardOf(transaction, scanId, { category, ...months, today }))
  const requestOf = async (scanId: number) => {
    const requests = await as(lan, (transaction) =>
      listAwardRequests(transaction, { origin: `scan:${scanId}` }),
    )
    const [request] = requests
    if (!request) throw new Error('Nobody has asked for it')
    return request
  }
  const approve = (actor: Actor, scanId: number, seen?: string) =>
    as(actor, async (transaction) => {
      const request = await requestOf(scanId)
      const base = seen ?? JSON.stringify(await readAwardBase(transaction, request))
      return decideAward(transaction, request.id, { decision: 'approved', seen: base })
    })
  const awardsOf = (personId: number) => as(lan, (transaction) => listAwards(transaction, personId))

  async function enteredDecision(more: FieldValues = {}) {
    const scanId = await agreed({ ...someone(), ...decision, ...more })
    return { scanId, personId: await entered(scanId) }
  }

  it('is read from the paper once somebody was entered from it, with the grounds it may have', async () => {
    const scanId = await agreed({ ...someone(), ...decision })
    const read = () => as(lan, (transaction) => findAwardOnPaper(transaction, scanId, { today }))
    expect(await read()).toBeUndefined()
    await entered(scanId)
    expect(await read()).toMatchObject({
      amountDong: 810_000,
      coefficientTenths: 15,
      fromMonth: '2024-03',
      payee: 'Vi Thị Hoa',
      signedOn: '2024-03-12',
      categories: expect.arrayContaining(['K1', 'K6', 'K8']),
    })
  })

  it('becomes an award when another officer approves it, with number, day, payee and page', async () => {
    const { scanId, personId } = await enteredDecision()
    expect(await propose(lan, scanId)).toMatchObject({ ok: true })
    expect(await awardsOf(personId)).toEqual([])
    const queued = async (actor: Actor) =>
      (await as(actor, (transaction) => listScans(transaction, { awardAsked: true, limit: 50 }))).map(
        ({ id }) => id,
      )
    expect(await queued(minh)).toContain(scanId)
    expect(await queued(neighbour)).toEqual([])
    expect(await approve(lan, scanId)).toEqual({ ok: false, because: 'ownRequest' })
    expect(await approve(minh, scanId)).toEqual({ ok: true })
    expect(await queued(minh)).not.toContain(scanId)
    expect(await awardsOf(personId)).toMatchObject([
      {
        benefit: 'socialAllowance',
        category: 'K6',
        amountDong: 810_000,
        coefficientTenths: 15,
        fromMonth: '2024-03',
        toMonth: undefined,
        decisionNumber: '125/QĐ-UBND',
        signedOn: '2024-03-12',
        payee: 'Vi Thị Hoa',
        origin: `scan:${scanId}#1`,
      },
    ])
    expect(await approve(province, scanId)).toEqual({ ok: false, because: 'notOpen' })
    expect(await propose(lan, scanId)).toEqual({ ok: false, because: 'recordedAlready' })
  })

  it('ends the award of the same ground the month before, and is confirmed anew when that has changed', async () => {
    const { scanId, personId } = await enteredDecision()
    await propose(lan, scanId)
    const seen = JSON.stringify((await requestOf(scanId)).base)
    await as(minh, (transaction) =>
      recordAward(transaction, {
        personId,
        benefit: 'socialAllowance',
        category: 'K6',
        amountDong: 540_000,
        coefficientTenths: undefined,
        fromMonth: month('2023-01'),
        toMonth: undefined,
        decisionNumber: undefined,
        signedOn: undefined,
        payee: undefined,
        origin: 'officer:minh',
      }),
    )
    expect(await approve(minh, scanId, seen)).toEqual({ ok: false, because: 'changed' })
    expect(await approve(minh, scanId)).toEqual({ ok: true })
    expect(await awardsOf(personId)).toMatchObject([
      { amountDong: 810_000, fromMonth: '2024-03' },
      { amountDong: 540_000, fromMonth: '2023-01', toMonth: '2024-02' },
    ])
  })

  it('ends with the month of a death, and goes on when that was a mistake', async () => {
    const { scanId, personId } = await enteredDecision()
    await propose(lan, scanId)
    const record = (act: Act) =>
      as({ kind: 'system', job: 'test' }, (transaction) =>
        applyAct(transaction, { act, reason: 'Giấy báo tử', key: `${act.kind} ${personId}` }, { today }),
      )
    await record({ kind: 'death', personId, on: day('2024-05-20') })
    expect(await approve(minh, scanId)).toEqual({ ok: true })
    expect(await awardsOf(personId)).toMatchObject([{ fromMonth: '2024-03', toMonth: '2024-05' }])
    await record({ kind: 'undoDeath', personId })
    expect(await awardsOf(personId)).toMatchObject([
      { fromMonth: '2024-06', toMonth: undefined, amountDong: 810_000 },
      { fromMonth: '2024-03', toMonth: '2024-05' },
    ])
  })

  it('is refused with a reason or withdrawn, and may be proposed again', async () => {
    const { scanId, personId } = await enteredDecision()
    await propose(lan, scanId)
    expect(await propose(minh, scanId)).toEqual({ ok: false, because: 'askedAlready' })
    const decide = (actor: Actor, decision: Parameters<typeof decideAward>[2]) =>
      as(actor, async (transaction) => decideAward(transaction, (await requestOf(scanId)).id, decision))
    expect(await decide(minh, { decision: 'refused', because: ' ' })).toEqual({
      ok: false,
      because: 'needReason',
    })
    expect(await decide(minh, { decision: 'withdrawn' })).toEqual({ ok: false, because: 'notOwnRequest' })
    expect(await decide(minh, { decision: 'refused', because: 'Sai nhóm' })).toEqual({ ok: true })
    expect(await propose(lan, scanId, 'K5c')).toMatchObject({ ok: true })
    expect(await decide(lan, { decision: 'withdrawn' })).toEqual({ ok: true })
    expect(await awardsOf(personId)).toEqual([])
    expect(await propose(lan, scanId, 'SP')).toEqual({ ok: false, because: 'notItsGround' })
  })

  it('cannot become an award without a second officer, whatever a program tries', async () => {
    const { scanId, personId } = await enteredDecision()
    await propose(lan, scanId)
    const { id } = await requestOf(scanId)
    const refused = (actor: Actor, statement: ReturnType<typeof sql>) =>
      as(actor, (transaction) => statement.execute(transaction)).then(
        () => undefined,
        (error) => error.code,
      )
    expect(await refused(lan, sql`update awards.award_request set state = 'approved' where id = ${id}`)).toBe(
      '23514',
    )
    const awarded = (category: string, valid: string) => sql`insert into awards.award
        (person_id, benefit, category, amount_dong, valid, origin)
      values (${personId}, 'socialAllowance', ${category}, 810000, ${valid}, ${`scan:${scanId}#1`})`
    expect(await refused(lan, awarded('K6', '[2024-03-01,)'))).toBe('23514')
    expect(
      await refused(minh, sql`update awards.award_request set state = 'approved' where id = ${id}`),
    ).toBe(undefined)
    // What two agreed upon is of these months and no others.
    expect(await refused(minh, awarded('K6', '[2023-01-01,2024-03-01)'))).toBe('23514')
  })

  it('tells nobody outside social assistance of a ground that names HIV', async () => {
    const scanId = await agreed({ ...someone(), ...decision })
    await entered(scanId)
    const asked = { category: 'K8' as const, ...months, today }
    expect(await as(lan, (transaction) => proposeAwardOf(transaction, scanId, asked))).toMatchObject({
      ok: true,
    })
    const seen = (actor: Actor) =>
      as(actor, (transaction) => listAwardRequests(transaction, { origin: `scan:${scanId}` }))
    expect((await seen(minh)).length).toBe(1)
    expect(await seen(ofChildren)).toEqual([])
    const { rows } = await as(lan, (transaction) =>
      sql<{
        line: string
      }>`select details::text as line from platform.audit where action = 'proposeAward'`.execute(transaction),
    )
    expect(rows.map(({ line }) => line).join()).not.toMatch(/K8/)
  })
})
