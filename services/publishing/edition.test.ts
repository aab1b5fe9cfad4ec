import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { askedTogether, keptByEdition, readEdition } from './edition.ts'
import { readContents } from './reading.ts'
import { seedPublishing } from './seed.ts'

const database = await freshDatabase()
const { query } = database
const act = <Value>(work: Parameters<typeof withActor<Value>>[2]) =>
  withActor(database, { kind: 'system', job: 'test' }, work)

beforeAll(() => act(seedPublishing))

/** A reading that counts how often the database was really asked. */
function counted() {
  const state = { reads: 0 }
  const read = keptByEdition(async (_connection, name: string) => {
    state.reads += 1
    return `${name} ${state.reads}`
  })
  return { state, read }
}

describe('what is kept of the portal', () => {
  it('is read once for each question, however many ask', async () => {
    const { state, read } = counted()
    await Promise.all(Array.from({ length: 20 }, () => read(query, 'a')))
    expect([await read(query, 'a'), await read(query, 'b'), await read(query, 'a')]).toEqual([
      'a 1',
      'b 2',
      'a 1',
    ])
    expect(state.reads).toBe(2)
  })

  it('is forgotten with the very transaction that takes an article from its readers, and not before', async () => {
    const contents = keptByEdition(readContents)
    const countNow = async () => (await contents(query)).kinds.article?.count ?? 0
    const before = await countNow()
    await act(async (transaction) => {
      await sql`update publishing.article set withdrawn_at = now() where kind = 'article'`.execute(
        transaction,
      )
      expect(await countNow()).toBe(before)
    })
    expect([before > 0, await countNow()]).toEqual([true, 0])
    await act((transaction) => sql`update publishing.article set withdrawn_at = null`.execute(transaction))
    expect(await countNow()).toBe(before)
  })

  it('stays when a change was undone', async () => {
    const { state, read } = counted()
    const edition = await readEdition(query)
    await read(query, 'a')
    await act(async (transaction) => {
      await sql`update publishing.article set title = 'x'`.execute(transaction)
      throw new Error('undone')
    }).catch(() => undefined)
    await read(query, 'a')
    expect([await readEdition(query), state.reads]).toEqual([edition, 1])
  })

  it('is not kept when it could not be read', async () => {
    let times = 0
    const read = keptByEdition(async () => {
      times += 1
      if (times === 1) throw new Error('the server restarts')
      return times
    })
    await expect(read(query)).rejects.toThrow('restarts')
    expect(await read(query)).toBe(2)
  })

  it('is read anew within a transaction, which sees what nobody else does yet', async () => {
    const { state, read } = counted()
    await act(async (transaction) => [await read(transaction, 'a'), await read(transaction, 'a')])
    expect(state.reads).toBe(2)
  })

  it('is bounded: the oldest question is asked anew', async () => {
    const { state, read } = counted()
    for (let at = 0; at <= 500; at += 1) await read(query, `${at}`)
    await read(query, '500')
    expect(state.reads).toBe(501)
    await read(query, '0')
    expect(state.reads).toBe(502)
  })

  it('grows by nothing that the program itself could write', async () => {
    await expect(sql`update publishing.edition set number = 0`.execute(query)).rejects.toThrow(
      'permission denied',
    )
  })
})

describe('those who ask together', () => {
  it('are never told what was so before they asked', async () => {
    const state = { now: 0, asked: 0 }
    const ask = askedTogether(async () => {
      state.asked += 1
      const answer = state.now
      await new Promise((resolve) => setTimeout(resolve, 5))
      return answer
    })
    const first = ask()
    await Promise.resolve()
    await Promise.resolve()
    state.now = 1
    const later = Array.from({ length: 50 }, () => ask())
    expect([await first, ...new Set(await Promise.all(later))]).toEqual([0, 1])
    expect(state.asked).toBe(2)
  })

  it('are answered after one of them was refused', async () => {
    let times = 0
    const ask = askedTogether(async () => {
      times += 1
      if (times === 1) throw new Error('broken')
      return times
    })
    await expect(ask()).rejects.toThrow('broken')
    expect(await ask()).toBe(2)
  })
})
