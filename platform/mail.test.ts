import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '#test/database'
import { type Actor, withActor } from './database.ts'
import { enqueueMail, type Letter } from './mail.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const officer: Actor = {
  kind: 'officer',
  id: 'o1',
  name: 'Lan',
  role: 'communeOfficer',
  unitUid: '16702@2025-07-01',
  areas: ['*'],
}
const letter: Letter = {
  to: 'linh@example.com',
  subject: 'Tin về góp ý',
  text: 'Kính gửi ông/bà',
  about: { kind: 'feedback', id: '1' },
  idempotencyKey: 'một',
}
const write = (by: Actor, change: Partial<Letter> = {}) =>
  withActor(database, by, (transaction) => enqueueMail(transaction, { ...letter, ...change }))
const read = (by: Actor) =>
  withActor(database, by, async (transaction) => {
    const { rows } = await sql<{
      recipient: string
      subject: string
      state: string
    }>`select recipient, subject, state
      from platform.outgoing_mail order by id`.execute(transaction)
    return rows
  })

describe('the outbox', () => {
  it('holds a letter once however often it is asked for, and shows letters to the machine alone', async () => {
    await write(officer)
    await write(officer)
    expect(await read(machine)).toEqual([{ recipient: letter.to, subject: letter.subject, state: 'waiting' }])
    expect(await read(officer)).toEqual([])
  })

  it('lets nobody write a header by a line break', async () => {
    await write(officer, { subject: 'Tin\r\nBcc: ai@example.com', idempotencyKey: 'hai' })
    expect((await read(machine)).at(-1)?.subject).toBe('Tin Bcc: ai@example.com')
    for (const to of ['linh@example.com\nBcc: ai@example.com', 'a@b.vn, c@d.vn', 'không phải'])
      await expect(write(officer, { to, idempotencyKey: to })).rejects.toMatchObject({ code: '23514' })
  })

  it('is written by no leader and no citizen', async () => {
    for (const by of [{ ...officer, role: 'leader' }, { kind: 'citizen' }] as Actor[])
      await expect(write(by, { idempotencyKey: 'ba' })).rejects.toMatchObject({ code: '42501' })
  })
})
