import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withActor } from '#platform/database'
import { openAccounts } from './served.ts'
import {
  accounts,
  count,
  fileIdOf,
  isOver,
  lan,
  listOf,
  machine,
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
    timeout: 300_000,
  }, async () => {
    await openAccounts(database, accounts)
    await served.start()
    let visitor = await served.signIn(lan)
    const fileId = fileIdOf(await visitor.upload(uploadPath, 'ds.csv', listOf(rows)))
    const page = `/can-bo/danh-sach/xem/${fileId}`
    /**
     * Asks for work that comes to a row which `lock` holds, kills the server there, starts it again, and comes back with
     * another browser to a page that shows the work.
     */
    async function killAt(lock: string, name: string, wish: () => Promise<unknown>): Promise<void> {
      await withActor(database, machine, async (transaction) => {
        const hold = () => sql`${sql.raw(lock)}`.execute(transaction)
        if (name === 'preview' || name === 'undo') await hold()
        await wish()
        if (name === 'read' || name === 'import') await hold()
        await expect.poll(blocked, { timeout: 60_000 }).toBeGreaterThan(0)
        await served.kill('SIGKILL')
      })
      const { id } = await workOn(database, fileId, () => true)
      await served.start()
      visitor = await served.signIn(lan)
      // The same work goes on, or has just ended; nobody had to ask for it again.
      const { text } = await visitor.get(page)
      const left = await workOn(database, fileId, () => true)
      if (!isOver(left)) expect(text).toMatch(/data-job="(waiting|running)"/)
      expect(await workOn(database, fileId, isOver)).toMatchObject({ id, name, state: 'done' })
    }
    const blocked = () =>
      count(database, `pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
    const ofFile = `select from intake.file where id = ${fileId} for no key update`
    const written = () => count(database, `intake.row where file_id = ${fileId} and state = 'new'`)

    await killAt(ofFile, 'read', async () => {})
    const tried = { new: rows }
    const states = () => count(database, `intake.preview where file_id = ${fileId} and state = 'new'`)
    expect(await states()).toBe(rows)
    await killAt(`select from intake.upload where file_id = ${fileId} for update`, 'preview', () =>
      visitor.post(page, { viec: 'xem' }),
    )
    expect(await states()).toBe(tried.new)
    expect(await standing(database)).toMatchObject({ people: 0, awards: 0 })

    // Between the rows that are written first and the rest.
    await killAt(ofFile, 'import', async () => {
      await write(visitor, fileId)
      await expect.poll(written, { timeout: 60_000, interval: 10 }).toBeGreaterThan(0)
    })
    const whole = { people: rows, numbers: rows, residences: rows, awards: rows, imports: rows }
    expect(await standing(database)).toEqual(whole)
    expect(await count(database, `platform.audit where action = 'importList'`)).toBe(1)

    await killAt(
      `select from intake.row where file_id = ${fileId} order by number limit 1 for update`,
      'undo',
      () => takeBack(visitor, fileId),
    )
    expect(await standing(database)).toMatchObject({ people: 0, residences: 0, awards: 0 })
    expect(await count(database, `intake.undoing where file_id = ${fileId}`)).toBe(1)
    expect(await count(database, `intake.row where file_id = ${fileId} and state = 'waiting'`)).toBe(rows)
  })
})
