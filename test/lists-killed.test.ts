import { describe, expect, it } from 'vitest'
import { openAccounts } from './served.ts'
import {
  accounts,
  count,
  fileIdOf,
  isOver,
  type JobRow,
  lan,
  listOf,
  serverOf,
  standing,
  takeBack,
  uploadPath,
  workOn,
  write,
} from './served-lists.ts'

const { database, served } = await serverOf()

const rows = 4_500

describe('a server that is killed', () => {
  it('in the middle of reading, trying, writing and taking back a list loses nothing, doubles nothing, and shows how far it is', {
    timeout: 180_000,
  }, async () => {
    await openAccounts(database, accounts)
    await served.start()
    let visitor = await served.signIn(lan)
    const fileId = fileIdOf(await visitor.upload(uploadPath, 'ds.csv', listOf(rows)))
    const page = `/can-bo/danh-sach/xem/${fileId}`
    /** Kills it at that moment, starts it again, and comes back with another browser to a page that shows the work. */
    async function killWhen(isThere: (job: JobRow) => boolean): Promise<void> {
      const { id, name } = await workOn(database, fileId, isThere)
      await served.kill('SIGKILL')
      await served.start()
      visitor = await served.signIn(lan)
      // The same work goes on, or has just ended; nobody had to ask for it again.
      const { text } = await visitor.get(page)
      const left = await workOn(database, fileId, (job) => job.id === id)
      if (!isOver(left)) expect(text).toMatch(/data-job="(waiting|running)"/)
      expect(await workOn(database, fileId, isOver)).toMatchObject({ id, name, state: 'done' })
    }

    await killWhen(({ name, state, done }) => name === 'read' && state === 'running' && done > 0)
    const tried = { new: rows }
    const states = () => count(database, `intake.preview where file_id = ${fileId} and state = 'new'`)
    expect(await states()).toBe(rows)
    await visitor.post(page, { viec: 'xem' })
    await killWhen(({ name, state, done }) => name === 'preview' && state === 'running' && done > 0)
    expect(await states()).toBe(tried.new)
    expect(await standing(database)).toMatchObject({ people: 0, awards: 0 })

    await write(visitor, fileId)
    await killWhen(({ name, state, done }) => name === 'import' && state === 'running' && done > 0)
    const whole = { people: rows, numbers: rows, residences: rows, awards: rows, imports: rows }
    expect(await standing(database)).toEqual(whole)
    expect(await count(database, `platform.audit where action = 'importList'`)).toBe(1)

    await takeBack(visitor, fileId)
    await killWhen(({ name, state }) => name === 'undo' && state === 'running')
    expect(await standing(database)).toMatchObject({ people: 0, residences: 0, awards: 0 })
    expect(await count(database, `intake.undoing where file_id = ${fileId}`)).toBe(1)
    expect(await count(database, `intake.row where file_id = ${fileId} and state = 'waiting'`)).toBe(rows)
  })
})
