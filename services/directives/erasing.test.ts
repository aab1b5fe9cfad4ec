import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { day } from '#calendar'
import { listAuditOf } from '#platform/audit'
import { type Actor, withActor } from '#platform/database'
import type { Sha256 } from '#platform/files'
import { freshDatabase } from '#test/database'
import { issued, parts, people, reading, sent } from '#test/directive-rows'
import { addEvidence, dropDraft, editDraft, eraseDraft, getDirective, keepDraft, type Task } from './index.ts'

const database = await freshDatabase()
const on = '2026-06-15'
const today = day(on)
const { clerk, otherClerk, health, leader, commune } = people
const as = <Result>(actor: Actor, work: Parameters<typeof withActor<Result>>[2]) =>
  withActor(database, actor, work)
const sha256 = 'a'.repeat(64)
const keep = (source: { sha256?: string } = {}) =>
  as(clerk, async (tx) => (await keepDraft(tx, { reading, source: { parts, ...source }, ...sent(on) })).id)
const erase = (actor: Actor, directiveId: number) =>
  as(actor, (tx) => eraseDraft(tx, { directiveId, because: 'stateSecret', ...sent(on) }))

it('a draft that turns out secret is erased with its text, drafts, history and all that was typed; the log tells who and why', async () => {
  const id = await keep({ sha256 })
  const other = await keep()
  const { drafts } = await as(clerk, (tx) => getDirective(tx, id, today))
  const [first, second] = drafts as [(typeof drafts)[0], (typeof drafts)[0]]
  const content = { ...first.content, does: 'Lời tuyệt mật' }
  await as(otherClerk, (tx) => editDraft(tx, { draft: first, content, ...sent(on) }))
  await as(clerk, (tx) => dropDraft(tx, { draft: second, because: 'Lời tuyệt mật', ...sent(on) }))

  for (const actor of [health, commune])
    await expect(erase(actor, id)).rejects.toMatchObject({ code: 'notClerk' })
  await expect(erase(leader, id)).rejects.toThrow()
  expect(await erase(clerk, id)).toEqual({ orphaned: sha256 })

  await expect(as(clerk, (tx) => getDirective(tx, id, today))).rejects.toMatchObject({
    code: 'noSuchDirective',
  })
  for (const actor of [clerk, otherClerk])
    for (const table of ['act', 'event', 'draft', 'directive'])
      expect(
        (
          await as(actor, (tx) =>
            sql`select from ${sql.table(`directives.${table}`)} as row where row::text like '%tuyệt mật%'`.execute(
              tx,
            ),
          )
        ).rows,
        table,
      ).toEqual([])
  const [line] = await as(clerk, (tx) => listAuditOf(tx, { kind: 'directive', id: String(id) }))
  expect(line).toMatchObject({
    actor: 'officer:van',
    action: 'eraseDraft',
    details: { because: 'stateSecret' },
  })
  expect((await as(clerk, (tx) => getDirective(tx, other, today))).drafts).toHaveLength(5)
  await expect(erase(clerk, id)).rejects.toMatchObject({ code: 'noSuchDirective' })
})

it('what has handed out tasks is not erased, in words and by the database', async () => {
  const [task] = (await issued(database, on)) as [Task]
  await expect(erase(clerk, task.directiveId)).rejects.toMatchObject({ code: 'issuedStays' })
  const byHand = (actor: Actor, id: number) =>
    as(actor, (tx) => sql`select directives.erase_draft(${id}, 'x')`.execute(tx))
  await expect(byHand(clerk, task.directiveId)).rejects.toMatchObject({ code: '23514' })
  const id = await keep()
  for (const actor of [health, leader, commune, people.citizen])
    await expect(byHand(actor, id)).rejects.toMatchObject({ code: '42501' })
})

it('a file that something else names stays', async () => {
  const [task] = (await issued(database, on)) as [Task]
  const id = await keep({ sha256: 'b'.repeat(64) })
  const file = { fileName: 'a.txt', mediaType: 'text/plain', bytes: 3, sha256: 'b'.repeat(64) as Sha256 }
  await as(health, (tx) =>
    addEvidence(tx, { taskId: task.id, evidence: { kind: 'file', title: 'a', file }, ...sent(on) }),
  )
  expect(await erase(clerk, id)).toEqual({ orphaned: undefined })
})
