import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { applyAct, decideAward, listAwardRequests, listAwards, readAwardBase, recordAward } from '#awards'
import { day, month } from '#calendar'
import type { Actor } from '#platform/database'
import { type Act, recordLink, recordPerson } from '#registry'
import {
  agreed,
  as,
  entered,
  lan,
  minh,
  neighbour,
  ofChildren,
  openArchive,
  ours,
  province,
  someone,
  today,
} from '#test/reading-scans'
import type { FieldValues } from './fields/field-names.ts'
import { findAwardOnPaper, proposeAwardOf } from './paper-awards.ts'
import { listScans } from './scans.ts'

await openArchive()

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

  it('is weighed against what all records of the person receive', async () => {
    const { scanId, personId } = await enteredDecision()
    const machine: Actor = { kind: 'system', job: 'test' }
    const other = await as(machine, async (transaction) => {
      const id = await recordPerson(transaction, { name: 'Lô Văn Trước', unitUid: ours }, 'officer:minh')
      await recordAward(transaction, {
        ...{ personId: id, benefit: 'socialAllowance', category: 'K6', amountDong: 540_000 },
        ...{ coefficientTenths: undefined, decisionNumber: undefined, signedOn: undefined, payee: undefined },
        ...{ fromMonth: month('2023-01'), toMonth: undefined, origin: 'officer:minh' },
      })
      await recordLink(transaction, { records: [personId, id], because: { reason: 'cùng người' } })
      return id
    })
    await propose(lan, scanId)
    expect((await requestOf(scanId)).base).toMatchObject([{ amountDong: 540_000, fromMonth: '2023-01' }])
    expect(await approve(minh, scanId)).toEqual({ ok: true })
    expect(await awardsOf(other)).toMatchObject([{ fromMonth: '2023-01', toMonth: '2024-02' }])
    expect(await awardsOf(personId)).toMatchObject([{ fromMonth: '2024-03', amountDong: 810_000 }])
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
