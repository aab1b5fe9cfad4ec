import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { day } from '#calendar'
import { readNotice, readPlainText } from '#notices'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { people, sent } from '#test/directive-rows'
import {
  acceptTask,
  confirmDrafts,
  confirmYear,
  finishTask,
  getDirective,
  getTask,
  issueDirective,
  issuingWarnings,
  keepDraft,
  listTasks,
  splitTask,
} from './index.ts'

const database = await freshDatabase()
const on = '2026-11-23'
const today = day(on)
const { clerk, homeAffairs, health } = people
const as = <Result>(actor: Parameters<typeof withActor>[1], work: Parameters<typeof withActor<Result>>[2]) =>
  withActor(database, actor, work)

it.each(['conclusion-on-jobs', 'plan-on-poverty', 'press-on-children', 'assignment-one-line'])(
  'what the reader finds in %s is handed out with its words, and all of it stands in the text',
  async (name) => {
    const text = await readFile(
      new URL(`../../engines/notices/examples/${name}.txt`, import.meta.url),
      'utf8',
    )
    const document = readPlainText(text)
    const reading = readNotice(document)
    const { tasks, version, parts } = await as(clerk, async (tx) => {
      const { id } = await keepDraft(tx, { reading, source: document, ...sent(on) })
      await confirmYear(tx, { directiveId: id, version: 1, ...sent(on) })
      const read = await getDirective(tx, id, today)
      await confirmDrafts(tx, { drafts: read.drafts, ...sent(on) })
      await issueDirective(tx, {
        directiveId: id,
        version: read.version,
        knowing: issuingWarnings,
        ...sent(on),
      })
      return { ...read, tasks: await listTasks(tx, { directiveId: id, today, sort: 'number', limit: 200 }) }
    })
    expect(version).toBe(2)
    expect(tasks.map(({ does }) => does)).toEqual(
      reading.tasks.map(({ does }) => does.replace(/\s+/g, ' ').trim()),
    )
    for (const { quotes } of tasks)
      for (const { paragraph, quote } of quotes)
        expect(JSON.stringify(parts[paragraph - 1]).normalize('NFC')).toContain(
          JSON.stringify(quote).slice(1, -1).normalize('NFC'),
        )
  },
)

it('a task of a department that is no more is split among who carries its areas on, and done when each part is', async () => {
  const document = readPlainText(
    'Giao Sở Lao động - Thương binh và Xã hội rà soát hồ sơ người có công và trợ giúp xã hội trước ngày 30/12/2026.',
  )
  const reading = readNotice(document)
  const { task, candidates } = await as(clerk, async (tx) => {
    const { id } = await keepDraft(tx, { reading, source: document, ...sent(on) })
    const { drafts, version } = await getDirective(tx, id, today)
    await confirmDrafts(tx, { drafts, ...sent(on) })
    await issueDirective(tx, { directiveId: id, version, knowing: issuingWarnings, ...sent(on) })
    const [first] = await listTasks(tx, { directiveId: id, today, limit: 1 })
    return getTask(tx, first?.id ?? 0, today)
  })
  expect(task).toMatchObject({ lead: undefined, dueOn: '2026-12-30' })
  expect(candidates.map(({ agency }) => agency)).toEqual(['dpHomeAffairs', 'dpHealth'])
  const parts = candidates.map(({ agency }) => ({ does: task.does, lead: agency }))
  const { ids } = await as(clerk, (tx) => splitTask(tx, { taskId: task.id, parts, ...sent(on) }))
  for (const [index, actor] of [homeAffairs, health].entries()) {
    const taskId = ids[index] as number
    await as(actor, (tx) => finishTask(tx, { taskId, note: 'Đã rà soát', ...sent(on) }))
    await as(clerk, (tx) => acceptTask(tx, { taskId, ...sent(on) }))
  }
  await as(clerk, (tx) => acceptTask(tx, { taskId: task.id, ...sent(on) }))
  expect((await as(clerk, (tx) => getTask(tx, task.id, today))).task.state).toBe('doneInTime')
})
