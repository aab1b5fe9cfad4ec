import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { turnOf } from '#intake'
import type { Database } from '#platform/database'
import { holdLock } from '#platform/locks'
import { referenceOf } from '#platform/queue'
import { asOwner } from './database.ts'
import { type Answer, openAccounts, type Visitor } from './served.ts'
import {
  accounts,
  ask,
  bring,
  count,
  fileIdOf,
  isOver,
  lan,
  leader,
  listOf,
  minh,
  serverOf,
  standing,
  takeBack,
  uploadPath,
  work,
  workOn,
  write,
} from './served-lists.ts'

const { database, served } = await serverOf()

describe('two officers with one list', () => {
  let first: Visitor
  let second: Visitor
  let other: Visitor
  let head: Visitor
  beforeAll(async () => {
    await openAccounts(database, accounts)
    await served.start()
    first = await served.signIn(lan)
    second = await served.signIn(minh)
    other = await served.signIn(work)
    head = await served.signIn(leader)
  })

  /** One of the two moves on, the other is told why nothing was done. */
  function expectOneFirst(answers: readonly Answer[], told: RegExp): void {
    expect(answers.map(({ status }) => status).toSorted()).toEqual([302, 409])
    expect(answers.find(({ status }) => status === 409)?.text).toMatch(told)
  }

  it('who both write it: one writes, the other is told who does', async () => {
    const fileId = await bring(database, first, listOf(300))
    const before = await standing(database)
    expectOneFirst(
      await Promise.all([write(first, fileId), write(second, fileId)]),
      /(Nguyễn Thị Lan|Lê Văn Minh) đang ghi danh sách này|đã được ghi xong/,
    )
    await workOn(database, fileId, isOver)
    expect((await standing(database))?.people).toBe((before?.people ?? 0) + 300)
    const late = await write(second, fileId)
    expect([late.status, late.text]).toEqual([409, expect.stringMatching(/đã được ghi xong/)])
    // Whoever sees the list sees the work, whoever asked for it.
    const { id } = await workOn(database, fileId, isOver)
    for (const visitor of [first, second])
      expect((await visitor.get(`/can-bo/danh-sach/${id}`)).status).toBe(200)
  })

  it('of whom one takes it back while the other writes the rest: one is first, the other is told', async () => {
    const fileId = await withDoubt(database, first)
    await write(first, fileId)
    await workOn(database, fileId, ({ name, state }) => name === 'import' && state === 'done')
    // A decision about a row that was left out opens the list again.
    await first.post(`/can-bo/danh-sach/xem/${fileId}`, { viec: 'moi', dong: '2' })
    expectOneFirst(
      await Promise.all([write(first, fileId), takeBack(second, fileId)]),
      /đang (ghi|hoàn tác) danh sách này|đã được ghi xong|không còn gì trong sổ/,
    )
    await workOn(database, fileId, isOver)
  })

  it('who both take it back: it is taken back once, and the second is told', async () => {
    const fileId = await bring(database, first, listOf(300))
    await write(first, fileId)
    await workOn(database, fileId, ({ name, state }) => name === 'import' && state === 'done')
    expectOneFirst(
      await Promise.all([takeBack(first, fileId), takeBack(second, fileId)]),
      /đang hoàn tác danh sách này|không còn gì trong sổ|đã được hoàn tác/,
    )
    await workOn(database, fileId, ({ name, state }) => name === 'undo' && state === 'done')
    expect(await count(database, `intake.undoing where file_id = ${fileId}`)).toBe(1)
    const late = await takeBack(second, fileId)
    expect([late.status, late.text]).toEqual([409, expect.stringMatching(/đã được hoàn tác/)])
  })

  it('of whom one is the command: the officer is told, and may act once it has ended', async () => {
    const fileId = await bring(database, first, listOf(3))
    const command = await holdLock(database, turnOf(fileId))
    const refused = await write(first, fileId)
    expect([refused.status, refused.text]).toEqual([409, expect.stringMatching(/Lệnh nhập trên máy chủ/)])
    await command.release()
    expect((await write(first, fileId)).status).toBe(302)
    await workOn(database, fileId, isOver)
  })

  it('who say different things of one row: the first is kept, the second is told', async () => {
    const fileId = await withDoubt(database, first)
    const path = `/can-bo/danh-sach/xem/${fileId}`
    const [row] = await ask<{ person_id: number }>(
      database,
      `select person_id from intake.preview where file_id = ${fileId} and number = 2`,
    )
    const nguoi = String(row?.person_id)
    const answers = await Promise.all([
      first.post(path, { viec: 'moi', dong: '2' }),
      second.post(path, { viec: 'cung', dong: '2', nguoi }),
    ])
    expectOneFirst(answers, /đã được đồng nghiệp quyết định/)
    const [kept] = await ask<{ is: string }>(
      database,
      `select decision->>'is' as is from intake.row where file_id = ${fileId} and number = 2`,
    )
    expect(kept?.is).toBe(answers[0]?.status === 302 ? 'new' : 'same')
    // Taken back, the row may be decided otherwise.
    expect((await second.post(path, { viec: 'thoi', dong: '2' })).status).toBe(302)
    expect((await second.post(path, { viec: 'cung', dong: '2', nguoi })).status).toBe(302)
  })

  it('of whom one gives it up while the other has it written: it is written or gone, never half', async () => {
    const fileId = await bring(database, first, listOf(300))
    const answers = await Promise.all([
      write(first, fileId),
      second.post(`/can-bo/danh-sach/xem/${fileId}`, { viec: 'bo' }),
    ])
    const isGone = (await count(database, `intake.file where id = ${fileId}`)) === 0
    const statuses = answers.map(({ status }) => status)
    if (isGone)
      expect([
        [409, 302],
        [404, 302],
      ]).toContainEqual(statuses)
    else expect(statuses).toEqual([302, 409])
    if (!isGone) expect(await workOn(database, fileId, isOver)).toMatchObject({ state: 'done' })
  })

  it('of whom one works on something else: they learn that there is a list, and nothing of what it says of HIV', async () => {
    const content = listOf(3, 'Đang điều trị HIV').replace('750000', '75000x')
    const fileId = await bring(database, first, content)
    const name = /Vi Văn \S+?(?=,)/.exec(content)?.[0] ?? ''
    const path = `/can-bo/danh-sach/xem/${fileId}`
    expect((await first.get(path)).text).toContain(name)
    expect((await first.get(`/can-bo/danh-sach-can-sua/${fileId}`)).text).toContain('điều trị HIV')
    for (const visitor of [other, head]) {
      const { status, text } = await visitor.get(path)
      expect(status).toBe(200)
      expect(text).toContain('Chỉ cán bộ trợ giúp xã hội được xem từng dòng')
      expect(text).not.toMatch(new RegExp(`${name}|điều trị`))
      for (const part of [`${path}/loi`, `${path}/cot`, `/can-bo/danh-sach-can-sua/${fileId}`])
        expect((await visitor.get(part)).status, part).toBe(404)
      for (const part of [
        `/can-bo/danh-sach-xem/${fileId}/dong.csv`,
        `/can-bo/danh-sach-o-loi/${fileId}.xlsx`,
      ])
        expect((await visitor.get(part)).text, part).not.toMatch(new RegExp(`${name}|điều trị`))
    }
    const refused = await write(other, fileId)
    expect([refused.status, refused.text]).toEqual([409, expect.stringMatching(/Nhờ cán bộ đó làm/)])
    expect((await write(head, fileId)).status).toBe(403)
    const mine = await other.upload(uploadPath, 'khac.csv', listOf(1, 'Nhiễm HIV'))
    const mineId = fileIdOf(mine)
    await workOn(database, mineId, isOver)
    expect((await other.get(`/can-bo/danh-sach/xem/${mineId}`)).text).toContain(
      'hoặc nhờ cán bộ trợ giúp xã hội làm',
    )
    // What was refused may be given up by who brought it.
    expect((await other.post(`/can-bo/danh-sach/xem/${mineId}`, { viec: 'bo' })).status).toBe(302)
    expect(await count(database, `intake.file where id = ${mineId}`)).toBe(0)
  })

  it('whose work breaks are told in a sentence, in both languages, with a number for the operator', async () => {
    const owner = asOwner(database)
    const run = (statement: string) => sql.raw(statement).execute(owner.query)
    await run(`create function intake.broken() returns trigger language plpgsql as $$
      begin raise exception 'disk of % is full', new.number; end $$`)
    await run(
      'create trigger broken before insert on intake.preview for each row execute function intake.broken()',
    )
    try {
      const fileId = fileIdOf(await first.upload(uploadPath, 'hong.csv', listOf(5)))
      const { id, state } = await workOn(database, fileId, isOver)
      expect(state).toBe('failed')
      const { text } = await second.get(`/can-bo/danh-sach/xem/${fileId}`)
      expect(text).toMatch(/máy chủ gặp trục trặc và đã ghi lại để sửa.*Xin yêu cầu lại/)
      expect(text).toContain(referenceOf(id))
      const english = await first.get(`/en/can-bo/danh-sach/xem/${fileId}`)
      expect(english.text).toMatch(/the server is in trouble.*Please ask for this again/)
      for (const said of [text, english.text]) expect(said).not.toMatch(/disk of|raise|intake\.broken/)
    } finally {
      await run('drop trigger broken on intake.preview')
    }
  })

  it('see their own past lists and may save them; a leader is told neither of the template nor to upload', async () => {
    const { text } = await first.get(uploadPath)
    expect(text).toContain('/can-bo/lan-nhap.')
    expect(text).toContain('/can-bo/danh-sach-mau.xlsx')
    for (const visitor of [head, other])
      expect((await visitor.get(uploadPath)).text).not.toContain('/can-bo/lan-nhap.')
    const read = (await head.get(uploadPath)).text
    expect(read).not.toMatch(/danh-sach-mau|Tải tệp mẫu|Nạp danh sách|type="file"/)
    expect((await other.get(uploadPath)).text).toContain('Tải tệp mẫu')
  })
})

/** A list of people who are new but the first, who has another number than somebody of the same name, birth and unit. */
async function withDoubt(database: Database, visitor: Visitor): Promise<number> {
  const known = await bring(database, visitor, listOf(1))
  await write(visitor, known)
  await workOn(database, known, ({ name, state }) => name === 'import' && state === 'done')
  const [row] = await ask<{ name: string; birth: string }>(
    database,
    'select name, birth_written as birth from registry.person order by id desc limit 1',
  )
  const [headings, , ...others] = listOf(41).split('\n')
  const same = `${row?.name},${row?.birth},Nam,,Khối 1,,,,`
  return bring(database, visitor, [headings, same, ...others].join('\n'))
}
