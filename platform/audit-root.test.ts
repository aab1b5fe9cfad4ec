import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { administratorUrlOf, freshDatabase } from '#test/database'
import { recordChange, sealAudit, verifyAudit } from './audit.ts'
import {
  type AuditRoot,
  listAuditRoots,
  parseAuditRoots,
  publishAuditRoot,
  rootOf,
  verifyAgainstRoots,
} from './audit-root.ts'
import { withActor } from './database.ts'

const database = await freshDatabase()
const owner = new pg.Client({ connectionString: administratorUrlOf(database) })
const machine = { kind: 'system', job: 'test' } as const
const [first, second, third] = [day('2026-11-21'), day('2026-11-22'), day('2026-11-23')]

const log = (id: string) =>
  withActor(database, machine, (transaction) =>
    recordChange(transaction, 'pay', { kind: 'person', id }, { amountDong: 540_000 }),
  )
const publish = (today: typeof first) => publishAuditRoot(database, { today })

/** The copy that somebody outside took of the roots. */
let copy: AuditRoot[] = []

beforeAll(async () => {
  await owner.connect()
  expect(await publish(first)).toBeUndefined()
  for (const id of ['1', '2']) await log(id)
  await publish(first)
  await log('3')
  await publish(second)
  copy = await listAuditRoots(database.query)
})
afterAll(() => owner.end())

describe('the daily root of the audit log', () => {
  it('is told once a day, with everything logged until then, to who is nobody', async () => {
    await log('4')
    expect(await publish(second)).toBeUndefined()
    expect(copy.map(({ day, seal, lines }) => [day, seal, lines])).toEqual([
      ['2026-11-22', 2, 3],
      ['2026-11-21', 1, 2],
    ])
  })

  it('holds the root of the day before, so that the list itself cannot be shortened in the middle', () => {
    const [later, earlier] = copy as [AuditRoot, AuditRoot]
    expect(later.previousRoot).toBe(earlier.root)
    expect(earlier.previousRoot).toMatch(/^0{64}$/)
    expect(rootOf(later)).toBe(later.root)
  })

  it('agrees with a log that nobody touched', async () => {
    await publish(third)
    expect(await verifyAgainstRoots(database, copy)).toEqual({ ok: true, roots: 2, seals: 3, lines: 4 })
  })

  it('is read again from its public file, and nothing else is taken for it', () => {
    expect(parseAuditRoots(JSON.stringify({ roots: copy }))).toEqual(copy)
    for (const text of ['', '[]', '{"roots":[]}', '{"roots":[{"day":"2026-11-21"}]}'])
      expect(parseAuditRoots(text)).toBeUndefined()
  })

  it('of a copy that was tampered with is found out before the log is blamed', async () => {
    const tampered = copy.map((root, index) => (index === 0 ? { ...root, lines: 2 } : root))
    expect(await verifyAgainstRoots(database, tampered)).toMatchObject({
      ok: false,
      because: 'copyDamaged',
      day: second,
    })
  })

  it('names the first day from which a line was changed', async () => {
    await owner.query(`update platform.audit set details = '{}' where subject_id = '3'`)
    expect(await verifyAgainstRoots(database, copy)).toMatchObject({
      ok: false,
      because: 'linesChanged',
      day: second,
    })
  })

  it('shows by yesterday’s copy that the owner of the tables wrote all history anew, roots and all', async () => {
    await owner.query(`update platform.audit set details = '{"amountDong":1}' where subject_id = '1'`)
    await owner.query('truncate platform.audit_seal, platform.audit_root')
    await sealAudit(database)
    await publish(third)
    expect(await verifyAudit(database)).toMatchObject({ ok: true })
    expect(await verifyAgainstRoots(database, await listAuditRoots(database.query))).toMatchObject({
      ok: true,
    })
    expect(await verifyAgainstRoots(database, copy)).toEqual({
      ok: false,
      because: 'rewritten',
      day: first,
      seal: 1,
    })
  })

  it('shows that the newest seals were cut off with their lines', async () => {
    await owner.query('truncate platform.audit_seal')
    expect(await verifyAgainstRoots(database, copy)).toMatchObject({ because: 'cutOff', day: first })
  })
})
