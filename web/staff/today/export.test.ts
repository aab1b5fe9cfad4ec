import { sql } from 'kysely'
import { RouterContextProvider } from 'react-router'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, withActor } from '#platform/database'
import type { Officer } from '#platform/sessions'
import { freshDatabase } from '#test/database'
import { requestContext, type Services, servicesContext } from '#web/context.ts'
import { loader as exportFindings } from './export.ts'
import { readToday } from './load.server.ts'
import { queryOf } from './query.ts'

const database = await freshDatabase()
const [ours, theirs] = ['17611@2025-07-01', '17950@2025-07-01']
const machine: Actor = { kind: 'system', job: 'test' }
const count = 1_300

function officerOf(unitUid: string): Officer {
  const role = unitUid === 'province' ? 'provinceOfficer' : 'communeOfficer'
  return { id: unitUid, username: 'lan', name: 'Lan', role, unitUid, areas: ['*'] }
}

function asked(officer: Officer, path: string) {
  const context = new RouterContextProvider()
  context.set(servicesContext, { database } as Services)
  context.set(requestContext, { id: '', address: '', nonce: '', findOfficer: async () => officer })
  const url = new URL(path, 'http://localhost')
  return { context, url, request: new Request(url), params: {} } as unknown as Parameters<
    typeof exportFindings
  >[0]
}

/** The numbers of the records in a file of findings, as they stand in it. */
function recordsIn(text: string): string[] {
  return text.split('\r\n').flatMap((line) => /người số (\d+)/.exec(line)?.[1] ?? [])
}

beforeAll(() =>
  withActor(database, machine, async (transaction) => {
    for (const [uid, name] of [
      [ours, 'Xã Vân Tụ'],
      [theirs, 'Xã Kim Liên'],
    ])
      await sql`insert into registry.unit (uid, code, name, kind, level, parent_code, valid)
        values (${uid}, ${uid?.slice(0, 5)}, ${name}, 'xã', 'commune', '40', '[2025-07-01,)')`.execute(
        transaction,
      )
    await sql`insert into registry.person (name, name_folded, unit_uid, origin)
      select 'người số ' || n, 'nguoi so ' || n, case when n <= 1000 then ${ours} else ${theirs} end, 'test'
      from generate_series(1, ${count}::integer) as n`.execute(transaction)
    await sql`insert into findings.run (month, known_on, people, counts, took_ms, mode, judged)
      values ('2026-11-01', '2026-11-23', ${count}, '{}', 1, 'changed', ${count})`.execute(transaction)
    await sql`insert into findings.measure (run_id, unit_uid, people, recipients, recipients_right, entitled,
        entitled_fully, clocks, clocks_kept)
      select run.id, unit_uid, count(*), 0, 0, 0, 0, 0, 0 from findings.run, registry.person group by 1, 2`.execute(
      transaction,
    )
    await sql`insert into findings.finding (person_id, unit_uid, kind, benefit, month, law_low_dong, law_high_dong,
        recorded_dong, difference_dong, arrears_dong, reasons, first_seen_run, last_seen_run)
      select person.id, unit_uid, 'missed', 'socialAllowance', '2026-11-01', 0, 0, 0, person.id * 1000, 0,
        jsonb_build_array(jsonb_build_object('vi', repeat('Lý do. ', 200), 'en', '', 'articles', '[]'::jsonb)),
        run.id, run.id
      from findings.run, registry.person`.execute(transaction)
  }),
)

describe('findings that are taken out while they change', () => {
  it('stand each once in the file, the highest amounts of that moment first, though a sweep reorders and closes them', async () => {
    const answer = await exportFindings(asked(officerOf('province'), '/can-bo/hom-nay.csv?sap=amount'))
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    const decoder = new TextDecoder()
    let text = decoder.decode((await reader.read()).value, { stream: true })
    expect(recordsIn(text).length).toBeLessThan(500)
    await withActor(database, machine, async (transaction) => {
      await sql`update findings.finding set difference_dong = 9000000000 - difference_dong`.execute(
        transaction,
      )
      await sql`update findings.finding set closed_run = first_seen_run where id % 7 = 0`.execute(transaction)
    })
    for (let read = await reader.read(); !read.done; read = await reader.read())
      text += decoder.decode(read.value, { stream: true })
    const expected = Array.from({ length: count }, (_, index) => String(count - index))
    expect(recordsIn(text)).toEqual(expected)
  })

  it('are those of the own commune alone', async () => {
    const closed = Math.floor(1_000 / 7)
    const answer = await exportFindings(asked(officerOf(ours), '/can-bo/hom-nay.csv?sap=amount'))
    expect(recordsIn(await answer.text())).toHaveLength(1_000 - closed)
  })
})

describe('the line that says how many were swept', () => {
  const readAs = (unitUid: string, path = '') => {
    const officer = officerOf(unitUid)
    const actor: Actor = { kind: 'officer', ...officer }
    const query = queryOf(new URLSearchParams(path))
    return withActor(database, actor, (transaction) =>
      readToday(transaction, { query, officer, on: '2026-11-23' as never, lang: 'vi' }),
    )
  }

  it('counts whom the officer may see, and of changes says no number but to the province', async () => {
    expect((await readAs('province')).run).toMatchObject({ people: count, judged: count })
    expect((await readAs('province', `xa=${theirs}`)).run).toMatchObject({ people: count })
    expect((await readAs(ours)).run).toMatchObject({ people: 1_000, judged: undefined })
    expect((await readAs(theirs)).run).toMatchObject({ people: 300, judged: undefined })
  })
})
