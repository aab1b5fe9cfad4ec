import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Actor, Transaction } from '#platform/database'
import type { ReadWord } from '#platform/ocr'
import {
  as,
  hoa,
  lan,
  minh,
  neighbour,
  newScan,
  ofChildren,
  openArchive,
  province,
  sign,
  today,
  vote,
} from '#test/reading-scans'
import { enterScan } from './entering.ts'
import { type FieldValues, illegible, notOnPaper } from './fields/field-names.ts'
import { chooseForm, turnPage } from './machine-again.ts'
import { findAgreed, listOutcomes } from './readings.ts'
import { listRounds, reopenScan } from './reopening.ts'
import { findPicture, findScan, listPages, setAside } from './scans.ts'

await openArchive()

const reopen = (actor: Actor, scanId: number, reason = 'Ngày sinh đọc nhầm') =>
  as(actor, (transaction) => reopenScan(transaction, scanId, { reason }))
const rounds = (actor: Actor, scanId: number) => as(actor, (transaction) => listRounds(transaction, scanId))
const stateOf = async (scanId: number) =>
  (await as(lan, (transaction) => findScan(transaction, scanId)))?.state

async function agreed(values: FieldValues = hoa): Promise<number> {
  const scanId = await newScan(lan)
  await sign(lan, scanId, values)
  expect(await sign(minh, scanId, values)).toMatchObject({ state: 'agreed' })
  return scanId
}

const refusal = (actor: Actor, work: (transaction: Transaction) => Promise<unknown>) =>
  as(actor, work).then(
    () => undefined,
    (error) => error.code,
  )

describe('a reading that cannot be', () => {
  it('is refused by field, the empty and the impossible, and nothing is signed', async () => {
    const scanId = await newScan(lan)
    expect(await sign(lan, scanId, { ...hoa, name: ' ', birth: '31/02/1944' })).toEqual({
      ok: false,
      because: 'problems',
      problems: { name: 'empty', birth: 'notADay' },
    })
    expect(await stateOf(scanId)).toBe('unread')
  })

  it('may say of a field that nobody can read it: agreed by both it stays out of the register', async () => {
    const values = { ...hoa, citizenId: illegible, village: notOnPaper }
    const scanId = await agreed(values)
    const { citizenId: _, ...rest } = hoa
    expect(await as(lan, (transaction) => findAgreed(transaction, scanId))).toEqual(rest)
    const outcomes = await as(lan, (transaction) => listOutcomes(transaction, scanId))
    expect(outcomes.find(({ field }) => field === 'citizenId')).toMatchObject({
      written: illegible,
      isOpen: false,
    })
    expect(outcomes.some(({ field }) => field === 'village')).toBe(false)
  })

  it('differs from one that could read it, and an impossible word settles nothing', async () => {
    const scanId = await newScan(lan)
    await sign(lan, scanId, { ...hoa, birth: illegible })
    expect(await sign(minh, scanId, hoa)).toMatchObject({ state: 'disagreed' })
    expect(await vote(province, scanId, { birth: '31/02/1944' })).toEqual({
      ok: false,
      because: 'problems',
      problems: { birth: 'notADay' },
    })
    expect(await vote(province, scanId, { birth: notOnPaper })).toEqual({ ok: true, state: 'agreed' })
    const { birth: _, ...rest } = hoa
    expect(await as(lan, (transaction) => findAgreed(transaction, scanId))).toEqual(rest)
  })
})

describe('opening again', () => {
  it('has a reason, keeps the readings that were, and asks two officers anew, whoever read before', async () => {
    const scanId = await agreed()
    expect(await reopen(lan, scanId, '  ')).toEqual({ ok: false, because: 'needReason' })
    expect(await reopen(province, scanId)).toEqual({ ok: true })
    expect(await stateOf(scanId)).toBe('unread')
    expect(await sign(minh, scanId, { ...hoa, birth: '01/02/1949' })).toMatchObject({ state: 'readOnce' })
    expect(await sign(minh, scanId, hoa)).toEqual({ ok: false, because: 'alreadyRead' })
    expect(await sign(lan, scanId, { ...hoa, birth: '01/02/1949' })).toMatchObject({ state: 'agreed' })
    expect(await as(lan, (transaction) => findAgreed(transaction, scanId))).toMatchObject({
      birth: '01/02/1949',
    })
    expect(await rounds(lan, scanId)).toMatchObject([
      {
        round: 1,
        was: 'agreed',
        reason: 'Ngày sinh đọc nhầm',
        by: 'officer:tinh',
        readings: [{ by: 'officer:lan' }, { by: 'officer:minh' }],
      },
    ])
  })

  it('shows a second reader nothing of the rounds before, nor why', async () => {
    const scanId = await agreed()
    await reopen(lan, scanId, 'Ngày sinh là 01/02/1949')
    await sign(lan, scanId, { ...hoa, birth: '01/02/1949' })
    expect(await rounds(province, scanId)).toEqual([])
    const { rows } = await as(province, (transaction) =>
      sql`select from archive.reading where scan_id = ${scanId}`.execute(transaction),
    )
    expect(rows).toEqual([])
  })

  it('shuts the way into the register until two have agreed again', async () => {
    const scanId = await agreed()
    await reopen(lan, scanId)
    const enter = () =>
      as(lan, (transaction) => enterScan(transaction, scanId, { personId: 'new', fields: [], today }))
    expect(await enter()).toEqual({ ok: false, because: 'notAgreed' })
    const { rows } = await as(lan, (transaction) =>
      sql`select from archive.passed where scan_id = ${scanId}`.execute(transaction),
    )
    expect(rows).toEqual([])
  })

  it('is not for what is in the register, nor for what nobody agreed upon', async () => {
    const scanId = await agreed({ ...hoa, citizenId: '040144005555' })
    await as(lan, (transaction) => enterScan(transaction, scanId, { personId: 'new', fields: [], today }))
    expect(await reopen(lan, scanId)).toEqual({ ok: false, because: 'alreadyEntered' })
    expect(await reopen(lan, await newScan(lan))).toEqual({ ok: false, because: 'notAgreed' })
    expect(await reopen(neighbour, await agreed())).toEqual({ ok: false, because: 'notAgreed' })
  })

  it('brings back what was set aside by mistake', async () => {
    const scanId = await newScan(lan)
    await sign(lan, scanId, hoa)
    await as(minh, (transaction) => setAside(transaction, scanId, 'Trang trắng'))
    expect(await reopen(minh, scanId, 'Không phải trang trắng')).toEqual({ ok: true })
    expect(await sign(minh, scanId, hoa)).toMatchObject({ turn: 1, state: 'readOnce' })
    expect(await sign(lan, scanId, hoa)).toMatchObject({ turn: 2, state: 'agreed' })
  })

  it('cannot be done by a program that names nobody and no reason', async () => {
    const scanId = await agreed()
    for (const statement of [
      sql`update archive.scan set state = 'unread', round = round + 1 where id = ${scanId}`,
      sql`update archive.scan set round = round + 1 where id = ${scanId}`,
      sql`update archive.scan set state = 'unread' where id = ${scanId}`,
    ])
      expect(await refusal(lan, (transaction) => statement.execute(transaction))).toBe('23514')
    expect(
      await refusal(lan, (transaction) =>
        sql`insert into archive.reopening (scan_id, round, reason, was) values (${scanId}, 1, ' ', 'agreed')`.execute(
          transaction,
        ),
      ),
    ).toBe('23514')
    const { numAffectedRows } = await as(lan, (transaction) =>
      sql`delete from archive.passed where scan_id = ${scanId}`.execute(transaction),
    )
    expect(numAffectedRows).toBe(0n)
  })
})

describe('what an officer tells the machine', () => {
  const words: ReadWord[] = ['Họ và tên: Vi Thị Hoa', 'Mức độ khuyết tật: Nặng'].flatMap((text, line) =>
    text.split(' ').map((word, at) => ({
      text: word,
      confidence: 96,
      letters: 99,
      line,
      box: { left: at * 100, top: line * 40, right: at * 100 + 90, bottom: line * 40 + 30 },
    })),
  )
  const proposals = async (scanId: number) =>
    (await as(lan, (transaction) => listPages(transaction, scanId))).map((page) =>
      page.proposals.map(({ field, value }) => [field, value]),
    )
  const choose = (scanId: number) =>
    as(lan, (transaction) => chooseForm(transaction, scanId, { form: 'disabilityCertificate', today }))

  it('proposes fields for the form that was chosen, from words that were read already, the first page first', async () => {
    const scanId = await newScan(lan, { form: null, words, pages: 2 })
    expect(await proposals(scanId)).toEqual([[], []])
    expect(await choose(scanId)).toEqual({ ok: true })
    expect(await as(lan, (transaction) => findScan(transaction, scanId))).toMatchObject({
      form: 'disabilityCertificate',
    })
    expect(await proposals(scanId)).toEqual([
      [
        ['name', 'Vi Thị Hoa'],
        ['disabilityDegree', 'Nặng'],
      ],
      [],
    ])
  })

  it('turns a page to be read again, three times what was asked thrice', async () => {
    const scanId = await newScan(lan)
    const turn = (page: number) =>
      as(lan, (transaction) => turnPage(transaction, scanId, { page, quarters: 3 }))
    expect(await turn(2)).toEqual({ ok: false, because: 'noSuchPage' })
    expect(await turn(1)).toEqual({ ok: true })
    expect(await stateOf(scanId)).toBe('waiting')
    expect(await turn(1)).toEqual({ ok: false, because: 'notUnread' })
  })

  it('changes no word that was read but by turning the page', async () => {
    const scanId = await newScan(lan, { words })
    expect(
      await refusal(lan, (transaction) =>
        sql`update archive.page set words = '[]' where scan_id = ${scanId}`.execute(transaction),
      ),
    ).toBe('42501')
  })

  it('is too late once somebody has signed, and the database says so too', async () => {
    const scanId = await newScan(lan, { words })
    await sign(lan, scanId, hoa)
    expect(await choose(scanId)).toEqual({ ok: false, because: 'notUnread' })
    expect(
      await refusal(lan, (transaction) =>
        sql`update archive.page set proposals = '[]' where scan_id = ${scanId}`.execute(transaction),
      ),
    ).toBe('42501')
  })
})

describe('what stands on papers', () => {
  it('is for who works on social assistance alone: pages, pictures, readings, words and entries', async () => {
    const scanId = await newScan(lan)
    await sign(lan, scanId, { ...hoa, village: 'Nhiễm HIV' })
    await sign(minh, scanId, hoa)
    const seen = (actor: Actor) =>
      as(actor, async (transaction) => {
        const { rows } = await sql<{
          n: number
        }>`select (select count(*) from archive.page where scan_id = ${scanId})
          + (select count(*) from archive.reading where scan_id = ${scanId}) as n`.execute(transaction)
        const picture = await findPicture(transaction, { scanId, page: 1 })
        const outcomes = await listOutcomes(transaction, scanId)
        return [rows[0]?.n, picture !== undefined, outcomes.length]
      })
    expect(await seen(lan)).toEqual([3, true, 5])
    expect(await seen(ofChildren)).toEqual([0, false, 0])
    expect(await seen(neighbour)).toEqual([0, false, 0])
  })

  it('is neither read nor settled nor opened by others, who still know that the paper is there', async () => {
    const scanId = await newScan(lan)
    expect(await as(ofChildren, (transaction) => findScan(transaction, scanId))).toMatchObject({ id: scanId })
    expect(await sign(ofChildren, scanId, hoa)).toEqual({ ok: false, because: 'notToBeRead' })
    const done = await agreed()
    expect(await reopen(ofChildren, done)).toEqual({ ok: false, because: 'notAgreed' })
    expect(await as(ofChildren, (transaction) => findAgreed(transaction, done))).toBeUndefined()
  })
})
