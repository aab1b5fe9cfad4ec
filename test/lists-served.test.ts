import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Database, withActor } from '#platform/database'
import { referenceOf } from '#platform/queue'
import { asOwner, freshDatabase } from './database.ts'
import { type Account, type Answer, openAccounts, Served, type Visitor } from './served.ts'

const unitUid = '16702@2025-07-01'
const commune = (username: string, name: string, areas = ['socialAssistance']): Account => ({
  username,
  name,
  role: 'communeOfficer',
  unitUid,
  areas,
})
const lan = commune('lan', 'Nguyễn Thị Lan')
const minh = commune('minh', 'Lê Văn Minh')
const work = commune('viec', 'Cao Thị Việc', ['employment'])
const leader: Account = { ...lan, username: 'hoa', name: 'Vi Thị Hoa', role: 'leader', areas: ['*'] }
const accounts = [lan, minh, work, leader]
const machine = { kind: 'system', job: 'test' } as const
const uploadPath = '/can-bo/danh-sach'

/** A server on a database of its own, ended before that goes. */
async function serverOf(only?: 'web') {
  const database = await freshDatabase()
  return { database, served: new Served(database, only) }
}

// Without the work that reads lists: what is measured is taking them in.
const taken = await serverOf('web')
const killed = await serverOf()
const shared = await serverOf()

let people = 0

/** A list of people nobody has named before, each with a number. */
function listOf(count: number, note = ''): string {
  const rows = Array.from({ length: count }, () => {
    people += 1
    // No two share a birth, so that nobody is taken for somebody else.
    const year = 1940 + (people % 40)
    const [days, months] = [1 + (Math.floor(people / 480) % 28), 1 + (Math.floor(people / 40) % 12)]
    const id = `0400${String(year).slice(2)}${String(people).padStart(6, '0')}`
    const names = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lộc']
    return `Vi Văn ${names[people % 8]},${days}/${months}/${year},Nam,${id},Khối ${people % 9},K6,750000,06/2026,${note}`
  })
  const headings =
    'Họ và tên,Ngày sinh,Giới tính,Số định danh,"Thôn, xóm",Nhóm đối tượng,Số tiền,Hưởng từ tháng,Ghi chú'
  return [headings, ...rows].join('\n')
}

async function ask<Row>(database: Database, statement: string): Promise<Row[]> {
  return withActor(database, machine, async (transaction) => {
    const { rows } = await sql<Row>`${sql.raw(statement)}`.execute(transaction)
    return rows
  })
}

async function count(database: Database, what: string): Promise<number> {
  const [row] = await ask<{ n: number }>(database, `select count(*) as n from ${what}`)
  return row?.n ?? -1
}

interface JobRow {
  id: string
  name: string
  state: string
  done: number
  result: unknown
}

/** The latest work on the list, as soon as it is as wanted. */
async function workOn(database: Database, fileId: number, isWanted: (job: JobRow) => boolean) {
  for (let turn = 0; turn < 4_000; turn++) {
    const [job] = await ask<JobRow>(
      database,
      `select j.id, j.name, j.state, j.done, j.result from platform.job j join intake.file f on f.job_id = j.id where f.id = ${fileId}`,
    )
    if (job && isWanted(job)) return job
    await sleep(15)
  }
  throw new Error(`The work on list ${fileId} never came so far`)
}

const isOver = ({ state }: JobRow) => state === 'done' || state === 'failed'

function fileIdOf(answer: Answer): number {
  const fileId = /\/can-bo\/danh-sach\/xem\/(\d+)$/.exec(answer.to)?.[1]
  if (answer.status !== 302 || !fileId) throw new Error(`${answer.status} ${answer.to} ${answer.text}`)
  return Number(fileId)
}

/** Brings a list in and waits until it is tried. */
async function bring(database: Database, visitor: Visitor, content: string): Promise<number> {
  const fileId = fileIdOf(await visitor.upload(uploadPath, `ds-${people}.csv`, content))
  expect(await workOn(database, fileId, isOver)).toMatchObject({ name: 'read', state: 'done' })
  return fileId
}

const write = (visitor: Visitor, fileId: number) =>
  visitor.post(`/can-bo/danh-sach/xem/${fileId}`, { viec: 'ghi' })
const takeBack = (visitor: Visitor, fileId: number) =>
  visitor.post(`/can-bo/danh-sach/xem/${fileId}/hoan-tac`, { 'ly-do': 'nhập nhầm', lan: '0' })

const megabyte = 1024 * 1024
const limit = 50 * megabyte

describe('a list that is uploaded', () => {
  const { database, served } = taken
  let visitor: Visitor
  beforeAll(async () => {
    await openAccounts(database, accounts)
    await served.start()
    visitor = await served.signIn(lan)
  })

  const ofSize = (bytes: number) => {
    const content = Buffer.alloc(bytes, 'Vi Văn An,1/1/1950,Nam\n')
    content.write(`${listOf(100)}\n`)
    return content
  }
  const leftovers = () => readdirSync(served.temporary).filter((name) => name.startsWith('an-sinh-'))

  it('of fifty megabytes is taken in whole, in little memory', async () => {
    await visitor.upload(uploadPath, 'nho.csv', listOf(10))
    served.peakMegabytes()
    const before = served.peakMegabytes()
    const fileId = fileIdOf(await visitor.upload(uploadPath, 'lon.csv', ofSize(limit)))
    const grown = served.peakMegabytes() - before
    const [kept] = await ask(
      database,
      `select (select size_bytes from intake.file where id = ${fileId}) as said,
        (select sum(octet_length(bytes)) from intake.original where file_id = ${fileId}) as kept`,
    )
    expect(kept).toEqual({ said: limit, kept: limit })
    expect(grown).toBeLessThan(200)
    expect(leftovers()).toEqual([])
  })

  it.each([
    ['a byte more', limit + 1],
    ['many times that', 5 * limit],
  ])(
    'of %s is refused with the limit and what to do, in little memory, and leaves nothing',
    async (_, bytes) => {
      served.peakMegabytes()
      const [files, before] = [await count(database, 'intake.file'), served.peakMegabytes()]
      const answer = await visitor.upload(uploadPath, 'lon.csv', ofSize(bytes))
      expect(answer.status).toBe(413)
      expect(answer.text).toMatch(/lớn hơn 50 MB.*tách danh sách thành nhiều tệp/)
      const grown = served.peakMegabytes() - before
      expect(grown).toBeLessThan(200)
      expect(await count(database, 'intake.file')).toBe(files)
      expect(leftovers()).toEqual([])
      const english = await visitor.upload(`/en${uploadPath}`, 'lon.csv', ofSize(bytes))
      expect(english.text).toMatch(/larger than 50 MB.*split the list/)
    },
  )

  it('slowly, and is cut in the middle, leaves nothing behind', async () => {
    const files = await count(database, 'intake.file')
    await cutUpload(visitor, served, 6 * megabyte)
    await expect.poll(leftovers, { timeout: 10_000 }).toEqual([])
    expect(await count(database, 'intake.file')).toBe(files)
    expect(await count(database, 'intake.original where file_id not in (select id from intake.file)')).toBe(0)
  })

  it('whose server is killed meanwhile leaves nothing in the register, and the next upload removes the rest', async () => {
    const files = await count(database, 'intake.file')
    await cutUpload(visitor, served, 6 * megabyte, () => served.kill('SIGKILL'))
    expect(leftovers().length).toBe(1)
    await served.start()
    expect(await count(database, 'intake.file')).toBe(files)
    fileIdOf(await visitor.upload(uploadPath, 'nho.csv', listOf(10)))
    expect(leftovers()).toEqual([])
  })
})

/** Sends a part of a form of twenty megabytes, as a slow line does, and breaks off: by itself, or by what `end` does. */
async function cutUpload(
  { cookie }: Visitor,
  served: Served,
  bytes: number,
  end?: () => Promise<void>,
): Promise<void> {
  const boundary = 'ranh-gioi'
  const sent = request(served.url(uploadPath), {
    method: 'POST',
    headers: {
      cookie,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': 20 * megabyte,
    },
  })
  const gone = new Promise<void>((resolve) => sent.on('error', () => resolve()))
  sent.write(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="cham.csv"\r\n\r\n`)
  for (let at = 0; at < bytes; at += megabyte) {
    sent.write(Buffer.alloc(megabyte, 'x'))
    await sleep(20)
  }
  await expect
    .poll(() => readdirSync(served.temporary).filter((name) => name.startsWith('an-sinh-')).length)
    .toBe(1)
  if (end) await end()
  else sent.destroy()
  await gone
}

/** What there is of the people of all lists. */
async function standing(database: Database) {
  const [row] = await ask<Record<string, number>>(
    database,
    `select (select count(*) from registry.person) as people,
      (select count(distinct citizen_id) from registry.person) as numbers,
      (select count(*) from registry.residence) as residences,
      (select count(*) from awards.award) as awards,
      (select count(*) from platform.audit where action = 'import') as imports`,
  )
  return row
}

const rows = 4_500

describe('a server that is killed', () => {
  it('in the middle of reading, trying, writing and taking back a list loses nothing, doubles nothing, and shows how far it is', {
    timeout: 180_000,
  }, async () => {
    const { database, served } = killed
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

describe('two officers with one list', () => {
  const { database, served } = shared
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
