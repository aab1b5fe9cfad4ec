import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordApplication, recordAward } from '#awards'
import { day, month } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { recordFact, recordPerson, recordResidence, recordUnits } from '#registry'
import { asOwner, freshDatabase } from '#test/database'
import {
  countFindings,
  explainPerson,
  getPersonFile,
  listFindings,
  monthsOf,
  readPrinciples,
  sweep,
} from './index.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01']
const units = `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${ours},,
17827,Xã Nghi Lộc,xã,commune,40,2025-07-01,,,${theirs},,`
const origin = 'officer:test'
const knownOn = day('2099-12-31')
const november = { month: month('2026-11'), knownOn: day('2026-11-23') }

const officer = (unitUid: string): Actor => ({
  kind: 'officer',
  id: unitUid,
  name: 'Lan',
  role: unitUid === 'province' ? 'leader' : 'communeOfficer',
  unitUid,
  areas: ['socialAssistance'],
})
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

interface Sketch {
  name: string
  born: string
  facts?: Record<string, string>
  unitUid?: string
  deathOn?: string
  /** Recorded as receiving: benefit, category, đồng, first month. */
  award?: [string, string, number, string]
}

async function settle(transaction: Transaction, sketch: Sketch): Promise<number> {
  const { name, born, facts = {}, unitUid = ours, deathOn, award } = sketch
  const birth = { from: day(born), to: day(born) }
  const id = await recordPerson(
    transaction,
    {
      name,
      birth,
      unitUid,
      sex: 'female',
      reviewedOn: day('2025-07-01'),
      deathOn: deathOn === undefined ? undefined : day(deathOn),
    },
    origin,
  )
  const from = day('2025-07-01')
  await recordResidence(transaction, { personId: id, unitUid, from, origin })
  for (const [key, value] of Object.entries(facts))
    await recordFact(transaction, id, { key, value, valid: { from }, origin })
  if (award)
    await recordAward(transaction, {
      personId: id,
      benefit: award[0],
      category: award[1],
      coefficientTenths: undefined,
      amountDong: award[2],
      fromMonth: month(award[3]),
      toMonth: undefined,
      decisionNumber: undefined,
      signedOn: undefined,
      payee: undefined,
      origin,
    })
  return id
}

const severe = { disability: 'severe', k4Children: '0', childrenUnder36Months: '0' }
const elder = { insurance: 'none', pensionRequested: 'yes', k4Children: '0', childrenUnder36Months: '0' }
const ids: Record<string, number> = {}

beforeAll(async () => {
  const sketches: Record<string, Sketch> = {
    right: {
      name: 'Đúng',
      born: '1980-01-01',
      facts: severe,
      award: ['socialAllowance', 'K6', 810_000, '2026-07'],
    },
    missed: { name: 'Bỏ Sót', born: '1990-01-01', facts: severe },
    old: {
      name: 'Mức Cũ',
      born: '1945-01-01',
      facts: elder,
      award: ['socialPension', 'SP', 500_000, '2026-01'],
    },
    dead: {
      name: 'Đã Chết',
      born: '1940-01-01',
      facts: elder,
      deathOn: '2026-09-10',
      award: ['socialPension', 'SP', 540_000, '2026-07'],
    },
    over: {
      name: 'Thừa',
      born: '1985-01-01',
      facts: severe,
      unitUid: theirs,
      award: ['socialAllowance', 'K6', 1_080_000, '2026-10'],
    },
    asked: { name: 'Chưa Hỏi', born: '1945-05-05', facts: { ...elder, pensionRequested: '' } },
    soon: { name: 'Sắp Đủ', born: '1952-01-15', facts: elder },
  }
  await as(machine, async (transaction) => {
    await recordUnits(transaction, units)
    for (const [key, sketch] of Object.entries(sketches)) {
      const facts = Object.fromEntries(Object.entries(sketch.facts ?? {}).filter(([, value]) => value !== ''))
      ids[key] = await settle(transaction, { ...sketch, facts })
    }
    const application = { benefit: 'socialAllowance', decidedOn: undefined, outcome: undefined, origin }
    await recordApplication(transaction, {
      ...application,
      personId: ids.missed ?? 0,
      receivedOn: day('2026-11-02'),
    })
    await recordApplication(transaction, {
      ...application,
      personId: ids.right ?? 0,
      receivedOn: day('2026-06-01'),
      decidedOn: day('2026-06-10'),
      outcome: 'granted',
    })
  })
  await asThen('2025-07-01')
  await sweep(database, november)
})

/** What the tests have recorded counts as recorded on that day, so that the sweep may know it. */
async function asThen(on: string): Promise<void> {
  const owner = asOwner(database)
  await sql`alter table registry.fact disable trigger keep_fact`.execute(owner.query)
  await sql`alter table awards.award disable trigger keep_award`.execute(owner.query)
  await withActor(owner, machine, async (transaction) => {
    await sql`update registry.fact set recorded_at = ${on}`.execute(transaction)
    await sql`update awards.award set recorded_at = ${on}`.execute(transaction)
  })
}

const keysOf = (actor: Actor, filter = {}) =>
  as(actor, async (transaction) =>
    (await listFindings(transaction, { ...filter, sort: 'name' }))
      .map(({ personName, kind }) => `${personName}: ${kind}`)
      .sort(),
  )

describe('a sweep', () => {
  it('finds what is missed, undue, underpaid, overpaid, late, unknown and coming up, and nothing else', async () => {
    expect(await keysOf(machine)).toEqual(
      [
        'Bỏ Sót: late',
        'Bỏ Sót: missed',
        'Chưa Hỏi: unknown',
        'Mức Cũ: underpaid',
        'Sắp Đủ: comingUp',
        'Thừa: overpaid',
        'Đã Chết: undue',
      ].sort(),
    )
  })

  it('says how much, since when and by which article', async () => {
    const of = async (key: string, kind: string) =>
      as(machine, async (transaction) =>
        (await listFindings(transaction)).find((each) => each.personId === ids[key] && each.kind === kind),
      )
    // NĐ 335/2026 Đ32: the new level since July, 40 000 đ short for five months.
    expect(await of('old', 'underpaid')).toMatchObject({
      lawDong: { low: 540_000, high: 540_000 },
      recordedDong: 500_000,
      differenceDong: 40_000,
      arrearsDong: 200_000,
      sinceMonth: '2026-07',
    })
    // The month of death is still paid: October and November are to be recovered.
    expect(await of('dead', 'undue')).toMatchObject({
      differenceDong: -540_000,
      arrearsDong: -1_080_000,
      sinceMonth: '2026-10',
    })
    expect(await of('missed', 'missed')).toMatchObject({ differenceDong: 810_000, arrearsDong: 0 })
    expect(await of('soon', 'comingUp')).toMatchObject({ differenceDong: 540_000, dueOn: '2027-01-01' })
    // Received on Monday 2 November: seven working days end on Wednesday 11 November.
    expect(await of('missed', 'late')).toMatchObject({ dueOn: '2026-11-11' })
    const unknown = await of('asked', 'unknown')
    expect(unknown?.reasons[0]?.vi).toBe(
      'Chưa biết đã đề nghị hưởng hưu trí xã hội hay chưa: hỏi và mời làm tờ khai.',
    )
    const missed = await of('missed', 'missed')
    expect(missed?.reasons.flatMap(({ articles }) => articles)).toContain('NĐ 335/2026, Đ6.1.e')
  })

  it('names the cause first, the next step and the day of every finding', async () => {
    const told = await as(machine, async (transaction) =>
      (await listFindings(transaction, { sort: 'name' })).map((each) => [
        `${each.personName}: ${each.kind}`,
        each.reasons[0]?.vi,
        each.nextStep?.vi,
        each.dueOn,
      ]),
    )
    expect(told.toSorted()).toEqual([
      [
        'Bỏ Sót: late',
        'Hồ sơ trợ cấp xã hội nhận 02/11/2026, hạn 7 ngày làm việc hết ngày 11/11/2026; quá 8 ngày làm việc.',
        'Trình Chủ tịch UBND xã quyết định ngay',
        '2026-11-11',
      ],
      [
        'Bỏ Sót: missed',
        'Khuyết tật nặng; hồ sơ trợ cấp xã hội nhận 02/11/2026 chưa quyết định.',
        'Quyết định hồ sơ nhận 02/11/2026',
        '2026-11-30',
      ],
      [
        'Chưa Hỏi: unknown',
        'Chưa biết đã đề nghị hưởng hưu trí xã hội hay chưa: hỏi và mời làm tờ khai.',
        'Hỏi và mời làm tờ khai',
        '2026-11-30',
      ],
      [
        'Mức Cũ: underpaid',
        'Chi theo mức chuẩn 500.000 từ tháng 7; luật cho 540.000. Thiếu 5 tháng.',
        'Điều chỉnh thành 540.000 đ từ 12/2026 và lập truy lĩnh 5 tháng: 200.000 đ',
        '2026-11-23',
      ],
      [
        'Sắp Đủ: comingUp',
        'Đủ 75 tuổi ngày 15/01/2027; mời nộp hồ sơ trước.',
        'Mời nộp tờ khai mẫu số 01 để hưởng hưu trí xã hội',
        '2027-01-01',
      ],
      [
        'Thừa: overpaid',
        'Giấy xác nhận ghi khuyết tật nặng từ 07/2025; chi như khuyết tật đặc biệt nặng. Thừa 2 tháng.',
        'Điều chỉnh thành 810.000 đ từ 12/2026 và thu hồi 2 tháng: 540.000 đ',
        '2026-11-23',
      ],
      [
        'Đã Chết: undue',
        'Đã khai tử 10/09/2026 nhưng kỳ tháng 10, 11 vẫn chi.',
        'Dừng chi từ 12/2026 và thu hồi 1.080.000 đ',
        '2026-11-23',
      ],
    ])
  })

  it('says where the fact was read that explains a finding', async () => {
    const [over] = await as(machine, (transaction) => listFindings(transaction, { kind: 'overpaid' }))
    expect(over?.reasons.map(({ vi }) => vi)).toEqual([
      'Giấy xác nhận ghi khuyết tật nặng từ 07/2025; chi như khuyết tật đặc biệt nặng. Thừa 2 tháng.',
      'Nguồn: cán bộ ghi vào sổ',
      'Nhóm K6 (người khuyết tật nặng, đặc biệt nặng), hệ số 1,5',
    ])
  })

  it('run again leaves the same findings, first seen by the run before', async () => {
    const before = await as(machine, (transaction) => listFindings(transaction))
    await sweep(database, november)
    const after = await as(machine, (transaction) => listFindings(transaction))
    expect(after.map(({ lastSeenAt: _, ...rest }) => rest)).toEqual(
      before.map(({ lastSeenAt: _, ...rest }) => rest),
    )
    expect(after[0]?.lastSeenAt.getTime()).toBeGreaterThan(before[0]?.lastSeenAt.getTime() ?? 0)
  })

  it('closes what has been put right, and opens it again when it comes back', async () => {
    const grant = (amount: number) => ({
      personId: ids.missed ?? 0,
      benefit: 'socialAllowance',
      category: 'K6',
      coefficientTenths: 15,
      amountDong: amount,
      fromMonth: month('2026-11'),
      toMonth: undefined,
      decisionNumber: '12/QĐ-UBND',
      signedOn: day('2026-11-20'),
      payee: undefined,
      origin,
    })
    await as(machine, (transaction) => recordAward(transaction, grant(810_000)))
    await asThen('2026-11-20')
    await sweep(database, november)
    expect(await keysOf(machine, { kind: 'missed' })).toEqual([])
    await as(machine, async (transaction) => {
      await sql`update awards.award set valid = daterange('2026-12-01', null) where person_id = ${ids.missed}`.execute(
        transaction,
      )
    })
    await sweep(database, november)
    const [again] = await as(machine, (transaction) => listFindings(transaction, { kind: 'missed' }))
    expect(again?.personId).toBe(ids.missed)
    expect(again?.firstSeenAt.getTime()).toBeLessThan(again?.lastSeenAt.getTime() ?? 0)
  })

  it('does not know what was recorded later', async () => {
    await sweep(database, { month: month('2026-11'), knownOn: day('2025-06-30') })
    const counts = await as(machine, (transaction) => countFindings(transaction, { month: month('2026-11') }))
    expect(counts).toMatchObject({ missed: 0, underpaid: 0, overpaid: 0, undue: 0 })
    await sweep(database, november)
  })
})

describe('findings', () => {
  it('are listed and counted for the own commune alone', async () => {
    expect(await keysOf(officer(theirs))).toEqual(['Thừa: overpaid'])
    expect(await as(officer(theirs), (transaction) => countFindings(transaction))).toMatchObject({
      overpaid: 1,
      missed: 0,
    })
    expect((await keysOf(officer(ours))).length).toBe(6)
    expect((await keysOf(officer('province'))).length).toBe(7)
    expect(await keysOf({ kind: 'citizen' })).toEqual([])
    expect(await keysOf(officer(ours), { unitUid: theirs })).toEqual([])
  })

  it('are found by name without marks and by kind', async () => {
    expect(await keysOf(machine, { text: 'bo sot' })).toEqual(['Bỏ Sót: late', 'Bỏ Sót: missed'])
    expect(await keysOf(machine, { text: '%' })).toEqual(await keysOf(machine))
  })

  it('are not written for another commune', async () => {
    const write = as(officer(ours), (transaction) =>
      sql`update findings.finding set unit_uid = ${theirs}`.execute(transaction),
    )
    await expect(write).rejects.toThrow(/row-level security/)
  })
})

describe('the three principles', () => {
  it('are the sum of the communes, by one definition', async () => {
    const read = (actor: Actor, unitUid?: string) =>
      as(actor, (transaction) => readPrinciples(transaction, unitUid === undefined ? {} : { unitUid }))
    const province = await read(machine)
    expect(province).toMatchObject({
      people: 7,
      rightPerson: { part: 3, whole: 4, share: 750 },
      fullEntitlement: { part: 2, whole: 4, share: 500 },
      onTime: { part: 1, whole: 2, share: 500 },
    })
    expect(await read(machine, theirs)).toEqual(await read(officer(theirs)))
    const [own, other] = [await read(officer(ours)), await read(officer(theirs))]
    expect((own?.rightPerson.whole ?? 0) + (other?.rightPerson.whole ?? 0)).toBe(province?.rightPerson.whole)
  })
})

describe("a person's file", () => {
  it('holds identity, facts, awards and findings, and the law of each month beside the record', async () => {
    const id = ids.old ?? 0
    const file = await as(officer(ours), (transaction) =>
      getPersonFile(transaction, id, { on: day('2026-11-23') }),
    )
    expect(file.person.name).toBe('Mức Cũ')
    expect(file.findings.map(({ kind }) => kind)).toEqual(['underpaid'])
    expect(file.awards.map(({ amountDong, fromMonth }) => [amountDong, fromMonth])).toEqual([
      [500_000, '2026-01'],
    ])
    const months = await as(officer(ours), (transaction) =>
      monthsOf(transaction, id, { from: month('2026-05'), to: month('2026-08'), knownOn }),
    )
    expect(months.map(({ month: of, lawDong, discrepancy }) => [of, lawDong.low, discrepancy?.kind])).toEqual(
      [
        ['2026-05', 500_000, undefined],
        ['2026-06', 500_000, undefined],
        ['2026-07', 540_000, 'underpaid'],
        ['2026-08', 540_000, 'underpaid'],
      ],
    )
  })

  it('is refused to another commune, and so is the reasoning', async () => {
    const question = { month: month('2026-11'), knownOn }
    const id = ids.over ?? 0
    await expect(as(officer(ours), (t) => getPersonFile(t, id, { on: day('2026-11-23') }))).rejects.toThrow(
      'Không tìm thấy',
    )
    await expect(as(officer(ours), (t) => explainPerson(t, id, question))).rejects.toThrow('Không tìm thấy')
    const explained = await as(officer(theirs), (t) => explainPerson(t, id, question))
    expect(explained.benefits.get('socialAllowance')?.amountDong).toEqual({ low: 810_000, high: 810_000 })
  })
})
