import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Actor, Transaction } from '#platform/database'
import { getPerson, recordFact, recordPerson } from '#registry'
import {
  as,
  hoa,
  lan,
  minh,
  neighbour,
  newScan,
  nextHash,
  openArchive,
  ours,
  province,
  sign,
  theirs,
  today,
  vote,
} from '#test/reading-scans'
import { addScan, recordBatch } from './batches.ts'
import { enterScan, findEntry, proposeEntry } from './entering.ts'
import type { FieldValues } from './fields/field-names.ts'
import { listLedger } from './ledger.ts'
import { findAgreed, listOutcomes } from './readings.ts'
import { countScans, findScan, listPages, listScans } from './scans.ts'

await openArchive()

/** The code by which PostgreSQL refuses a piece of work; undefined when it does not. */
const refusal = (actor: Actor, work: (transaction: Transaction) => Promise<unknown>) =>
  as(actor, work).then(
    () => undefined,
    (error) => error.code,
  )

async function agreed(values: FieldValues = hoa): Promise<number> {
  const scanId = await newScan(lan)
  await sign(lan, scanId, values)
  expect(await sign(minh, scanId, values)).toEqual({ ok: true, turn: 2, state: 'agreed' })
  return scanId
}

describe('reading twice', () => {
  it('needs two officers, and is agreed upon when both read the same, wherever they put the tone', async () => {
    const scanId = await newScan(lan)
    expect(await sign(lan, scanId, hoa)).toEqual({ ok: true, turn: 1, state: 'readOnce' })
    expect(await sign(lan, scanId, hoa)).toEqual({ ok: false, because: 'alreadyRead' })
    expect(await sign(minh, scanId, { ...hoa, name: 'NGUYỄN THỊ HÒA', birth: '1/2/1944' })).toEqual({
      ok: true,
      turn: 2,
      state: 'agreed',
    })
    expect(await as(minh, (transaction) => findAgreed(transaction, scanId))).toEqual(hoa)
  })

  it('by the same officer twice is refused by the database itself', async () => {
    const scanId = await newScan(lan)
    await sign(lan, scanId, hoa)
    expect(
      await refusal(lan, (transaction) =>
        sql`insert into archive.reading (scan_id, turn, after, written, compared)
          values (${scanId}, 2, 1, '{}', '{}')`.execute(transaction),
      ),
    ).toBe('23505')
    expect(
      await refusal(minh, (transaction) =>
        sql`insert into archive.reading (scan_id, turn, after, written, compared, by)
          values (${scanId}, 2, 1, '{}', '{}', 'officer:somebody')`.execute(transaction),
      ),
    ).toBe('42501')
  })

  it('hides the first reading from the second officer until they have signed', async () => {
    const scanId = await newScan(lan)
    await sign(lan, scanId, hoa)
    const seenBy = (actor: Actor) =>
      as(actor, (transaction) =>
        sql`select from archive.reading where scan_id = ${scanId}`.execute(transaction),
      ).then(({ rows }) => rows.length)
    expect([await seenBy(lan), await seenBy(minh), await seenBy(province)]).toEqual([1, 0, 0])
    await sign(minh, scanId, { ...hoa, birth: '01/02/1949' })
    expect([await seenBy(lan), await seenBy(minh), await seenBy(province)]).toEqual([2, 2, 2])
  })

  it('is not signed empty, nor after it is done', async () => {
    const scanId = await newScan(lan)
    expect(await sign(lan, scanId, { name: '  ' })).toEqual({ ok: false, because: 'nothingRead' })
    const done = await agreed()
    expect(await sign(province, done, hoa)).toEqual({ ok: false, because: 'notToBeRead' })
  })

  it('cannot be called agreed by a program that skips it', async () => {
    const scanId = await newScan(lan)
    for (const state of ['disagreed', 'agreed', 'entered'])
      expect(
        await refusal(lan, (transaction) =>
          sql`update archive.scan set state = ${state} where id = ${scanId}`.execute(transaction),
        ),
        state,
      ).toBe('23514')
    expect(
      await refusal(lan, (transaction) =>
        sql`insert into archive.passed values (${scanId})`.execute(transaction),
      ),
    ).toBe('42501')
  })
})

describe('two readings that differ', () => {
  async function disagreed() {
    const scanId = await newScan(lan)
    await sign(lan, scanId, hoa)
    const { citizenId, ...rest } = hoa
    expect(await sign(minh, scanId, { ...rest, birth: '01/02/1949' })).toMatchObject({ state: 'disagreed' })
    return scanId
  }
  const open = async (scanId: number) =>
    (await as(lan, (transaction) => listOutcomes(transaction, scanId)))
      .filter(({ isOpen }) => isOpen)
      .map(({ field }) => field)

  it('are queued field by field, what only one saw included', async () => {
    const scanId = await disagreed()
    expect(await open(scanId)).toEqual(['birth', 'citizenId'])
    const queued = await as(lan, (transaction) =>
      listScans(transaction, { states: ['disagreed'], limit: 50 }),
    )
    expect(queued.map(({ id }) => id)).toContain(scanId)
  })

  it('are settled by a third officer’s word', async () => {
    const scanId = await disagreed()
    expect(await vote(province, scanId, { birth: '01/02/1944' })).toEqual({ ok: true, state: 'disagreed' })
    expect(await open(scanId)).toEqual(['citizenId'])
    expect(await vote(province, scanId, { citizenId: '' })).toEqual({ ok: true, state: 'agreed' })
    expect(await as(lan, (transaction) => findAgreed(transaction, scanId))).toEqual({
      name: hoa.name,
      sex: 'Nữ',
      birth: '01/02/1944',
    })
  })

  it('are settled between the two readers only when both come to the same', async () => {
    const scanId = await disagreed()
    await vote(lan, scanId, { birth: '01/02/1944', citizenId: hoa.citizenId })
    expect(await open(scanId)).toEqual(['birth', 'citizenId'])
    await vote(minh, scanId, { birth: '01/02/1949', citizenId: hoa.citizenId })
    expect(await open(scanId)).toEqual(['birth'])
    expect(await vote(minh, scanId, { birth: '1/2/1944' })).toEqual({ ok: true, state: 'agreed' })
    expect(await vote(minh, scanId, { birth: '1949' })).toEqual({ ok: false, because: 'notOpen' })
  })
})

describe('the way into the register', () => {
  const origin = (scanId: number) => `scan:${scanId}#1`

  it('is shut to whatever was not read twice, whoever tries', async () => {
    const unread = await newScan(lan)
    const once = await newScan(lan)
    await sign(lan, once, hoa)
    const person = await as(lan, (transaction) =>
      recordPerson(transaction, { name: 'Vi Thị Hoa', unitUid: ours }, 'officer:lan'),
    )
    for (const scanId of [unread, once, 999_999])
      for (const actor of [lan, province, { kind: 'system', job: 'test' } as const]) {
        const work = [
          (transaction: Transaction) =>
            recordPerson(transaction, { name: 'A B', unitUid: ours }, origin(scanId)),
          (transaction: Transaction) =>
            recordFact(transaction, person, {
              key: 'disability',
              value: 'severe',
              valid: { from: today },
              origin: origin(scanId),
            }),
          (transaction: Transaction) =>
            sql`update registry.person set name = 'C D', name_folded = 'c d', amended_at = now(),
              amended_origin = ${origin(scanId)} where id = ${person}`.execute(transaction),
        ]
        for (const attempt of work) expect(await refusal(actor, attempt)).toBe('23514')
      }
    expect(
      await as(lan, (transaction) => enterScan(transaction, once, { personId: 'new', fields: [], today })),
    ).toEqual({ ok: false, because: 'notAgreed' })
  })

  it('admits somebody new with the scan as the origin, once', async () => {
    const scanId = await agreed({
      ...hoa,
      citizenId: '040144009999',
      disabilityDegree: 'Nặng',
      signedOn: '08/12/2021',
    })
    const entered = await as(lan, (transaction) =>
      enterScan(transaction, scanId, { personId: 'new', fields: [], today }),
    )
    if (!entered.ok) throw new Error(entered.because)
    const person = await as(lan, (transaction) => getPerson(transaction, entered.personId))
    expect(person).toMatchObject({ name: hoa.name, sex: 'female', unitUid: ours, origin: origin(scanId) })
    const { rows } = await as(lan, (transaction) =>
      sql`select value, lower(valid)::text as since, origin from registry.fact
        where person_id = ${entered.personId} and key = 'disability'`.execute(transaction),
    )
    expect(rows).toEqual([{ value: 'severe', since: '2021-12-08', origin: origin(scanId) }])
    const again = await as(lan, (transaction) =>
      enterScan(transaction, scanId, { personId: 'new', fields: [], today }),
    )
    expect(again).toEqual({ ok: false, because: 'alreadyEntered' })
    expect(await as(minh, (transaction) => findEntry(transaction, scanId))).toMatchObject({
      personId: entered.personId,
      by: 'officer:lan',
    })
  })

  it('shows what would change for who bears the number, and changes only what the officer chose', async () => {
    const id = await as(lan, (transaction) =>
      recordPerson(
        transaction,
        { name: 'Nguyễn Thị Hoa', citizenId: '040144001111', village: 'Xóm 1', unitUid: ours },
        'officer:lan',
      ),
    )
    const scanId = await agreed({ ...hoa, citizenId: '040144001111', village: 'Xóm 2' })
    const proposal = await as(lan, (transaction) => proposeEntry(transaction, scanId, { today }))
    expect(proposal?.candidates).toMatchObject([
      {
        person: { id },
        by: 'number',
        differences: [
          { field: 'name', before: 'Nguyễn Thị Hoa', after: 'Nguyễn Thị Hoà' },
          { field: 'birth', after: '01/02/1944' },
          { field: 'sex', after: 'female' },
          { field: 'village', before: 'Xóm 1', after: 'Xóm 2' },
        ],
      },
    ])
    await as(lan, (transaction) =>
      enterScan(transaction, scanId, { personId: id, fields: ['birth', 'sex'], today }),
    )
    expect(await as(lan, (transaction) => getPerson(transaction, id))).toMatchObject({
      name: 'Nguyễn Thị Hoa',
      village: 'Xóm 1',
      sex: 'female',
      birth: { from: '1944-02-01', to: '1944-02-01' },
    })
  })

  it('enters nobody but a candidate', async () => {
    const scanId = await agreed({ ...hoa, citizenId: '040144002222' })
    const other = await as(lan, (transaction) =>
      recordPerson(transaction, { name: 'Trần Văn Nam', unitUid: ours }, 'officer:lan'),
    )
    expect(
      await as(lan, (transaction) =>
        enterScan(transaction, scanId, { personId: other, fields: ['name'], today }),
      ),
    ).toEqual({ ok: false, because: 'notACandidate' })
  })
})

describe('whose scans they are', () => {
  it('a commune sees its own alone, pages, pictures and counts alike', async () => {
    const scanId = await newScan(lan)
    expect(await as(lan, (transaction) => findScan(transaction, scanId))).toMatchObject({ id: scanId })
    expect(await as(neighbour, (transaction) => findScan(transaction, scanId))).toBeUndefined()
    expect(await as(neighbour, (transaction) => listPages(transaction, scanId))).toEqual([])
    expect(await as(neighbour, (transaction) => countScans(transaction))).toEqual({})
    expect(await as(neighbour, (transaction) => listLedger(transaction))).toEqual([])
    expect(await sign(neighbour, scanId, hoa)).toEqual({ ok: false, because: 'notToBeRead' })
  })

  it('the same picture twice in a unit is one scan, and the one that was there is told', async () => {
    const file = { sha256: nextHash(), bytes: 10, isRepeated: false }
    const add = (actor: Actor, unitUid: string) =>
      as(actor, async (transaction) => {
        const id = await recordBatch(transaction, { unitUid, bookId: undefined, firstNumber: undefined })
        const batch = { id, unitUid, bookId: undefined }
        return addScan(transaction, batch, { file, type: 'image/png', fileName: 'a.png', ordinal: 1 })
      })
    const first = await add(lan, ours)
    expect(await add(minh, ours)).toEqual({ isNew: false, scanId: first.scanId })
    expect(await add(neighbour, theirs)).toMatchObject({ isNew: true })
  })
})
