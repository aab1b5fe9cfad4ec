import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { loadDirective440 } from '#jobs/demonstration/directive-440'
import { withActor } from '#platform/database'
import { seedPublishing } from '#publishing'
import { freshDatabase } from '#test/database'
import { noticePath } from '#test/portal-addresses'
import { Served } from '#test/served'
import { listPublicDirectives, listPublicTasks } from './public-tasks.server.ts'

const database = await freshDatabase()
const served = new Served(database, 'web')
const path = `${noticePath}/tien-do`

beforeAll(async () => {
  await withActor(database, { kind: 'system', job: 'test' }, seedPublishing)
  await loadDirective440({ database, today: day('2026-11-23'), officerOf: () => undefined })
  await served.start()
})

async function read(address: string): Promise<{ status: number; html: string }> {
  const answer = await fetch(served.url(address))
  return { status: answer.status, html: await answer.text() }
}

describe('the progress of a directive', () => {
  it('stands below its article: every task with who leads it, its day and its state, in both languages', async () => {
    const { status, html } = await read(path)
    expect(status).toBe(200)
    expect(html).toContain('23 nhiệm vụ, tính đến')
    expect(html.match(/<span lang="vi">/g)?.length).toBeGreaterThanOrEqual(23)
    expect(html).toContain('27/07/2022')
    const english = await read(`/en${path}`)
    expect(english.html).toContain('23 tasks, as of')
    expect((await read(noticePath)).html).toContain(`href="${path}"`)
    expect((await read('/sitemap.xml')).html).toContain(`${path}</loc>`)
  })

  it('tells nobody who reported what, nor with which papers', async () => {
    const [directive] = await listPublicDirectives(database)
    const [task] = await listPublicTasks(database, directive?.id ?? 0)
    expect(Object.keys(task ?? {}).toSorted()).toEqual(
      ['does', 'dueOn', 'id', 'leadName', 'number', 'recurs', 'state'].toSorted(),
    )
  })

  it('is there for no article without a directive, and gone with its article', async () => {
    expect((await read('/bai-viet/khong-co/tien-do')).status).toBe(404)
    await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
      sql`update publishing.article set published_at = null`.execute(transaction),
    )
    // Pages are kept for a while by their address as it is written; this spelling nobody asked for yet.
    expect((await read(`${path}/`)).status).toBe(404)
    expect(await listPublicDirectives(database)).toEqual([])
  })
})
