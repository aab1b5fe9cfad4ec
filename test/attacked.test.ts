import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { loadDemonstration } from '#jobs/demonstration'
import { withActor } from '#platform/database'
import { recordFact } from '#registry'
import { addressesNotAmong, addressesOf, type Named } from './attacked-addresses.ts'
import { plantManuscripts } from './manuscript-rows.ts'
import { plantPairs } from './pair-rows.ts'
import { plantScan } from './scan-rows.ts'
import { type Account, type Answer, openAccounts, type Visitor } from './served.ts'
import { ask, bring, count, listOf, machine, serverOf } from './served-lists.ts'

const { database, served } = await serverOf()
const today = day('2026-11-23')
const unitUid = '17827@2025-07-01'
const account = (username: string, change: Partial<Account> = {}): Account => ({
  username,
  name: username,
  role: 'communeOfficer',
  unitUid,
  areas: ['socialAssistance'],
  ...change,
})
const [lan, mai] = [account('lan'), account('mai')]
const leader = account('hoa', { role: 'leader', areas: ['*'] })
const neighbour = account('bao', { unitUid: '16702@2025-07-01' })
const employment = account('viec', { areas: ['employment'] })

const atProvince = { name: 'Tỉnh', role: 'provinceOfficer', unitUid: 'province', areas: ['*'] }

const alive = `registry.person where unit_uid = '${unitUid}' and death_on is null`
let named: Named
let lanHere: Visitor
let addresses: string[] = []
/** What a search is typed into is a form that changes nothing. */
const isSearch = (path: string) => path.startsWith('/can-bo/tim')

beforeAll(async () => {
  await loadDemonstration({ database, people: 900, seed: 11, today })
  await plantScan(database, unitUid, { today, number: 1 })
  await withActor(database, machine, async (transaction) => {
    await plantPairs(transaction)
    await sql`update registry.link set unlinked_by = platform.actor(), unlinked_at = now(), unlinked_because = 'nhầm'`.execute(
      transaction,
    )
  })
  await plantManuscripts(database, [unitUid], { kind: 'officer', id: 'tinh', ...atProvince })
  await openAccounts(database, [lan, mai, leader, neighbour, employment])
  await served.start()
  lanHere = await served.signIn(lan)
  const list = await bring(database, lanHere, listOf(5))
  const death = { buoc: 'gui', ma: 'truoc', ngay: '01/09/2026', 'ly-do': 'Giấy chứng tử' }
  const [deceased] = await ask<{ id: number }>(database, `select min(id) as id from ${alive}`)
  expect((await lanHere.post(`/can-bo/ghi?viec=death&nguoi=${deceased?.id}`, death)).status).toBe(303)
  const [found] = await ask<Omit<Named, 'list'>>(
    database,
    `select (select id from ${alive} order by id limit 1 offset 1) as person, (select max(id) from ${alive}) as head,
      (select min(id) from registry.household where unit_uid = '${unitUid}') as household,
      (select min(id) from registry.change_request) as request,
      (select min(id) from deduplication.pair where unit_a = '${unitUid}') as pair,
      (select min(id) from archive.scan) as scan, (select min(id) from archive.book) as book,
      (select min(id) from archive.batch) as batch,
      (select min(id) from publishing.manuscript where unit_uid = '${unitUid}') as manuscript, (select job_id from intake.file where id = ${list}) as job`,
  )
  named = { ...(found as Omit<Named, 'list'>), list }
  addresses = addressesOf(named)
})

/** What a page says, without its scripts and styles. */
function saidBy({ text }: Answer): string {
  return text.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')
}

/** What an officer must never read of the machine behind a page. */
const machinery =
  /\b(select|insert into|relation|syntax error|violates|pg_\w+|node_modules|at async|TypeError)\b/

async function expectSound(answer: Answer, asked: string): Promise<void> {
  expect(answer.status, asked).toBeLessThan(500)
  expect(saidBy(answer), asked).not.toMatch(machinery)
}

describe('an address of the workspace', () => {
  it('is among those attacked here', () => {
    expect(addressesNotAmong(addresses)).toEqual([])
  })

  it('answers nonsense, in the address and in a form, with a sentence and never with what broke', async () => {
    const nonsense = ['99999999999999999999', '%27--']
    const asked = addresses.flatMap((path) =>
      nonsense.map((word) => path.replace(/\d+(?=\D*$)/, word)).filter((each) => each !== path),
    )
    const queries = [
      '?ngay=0001-01-01&biet=9999-12-31',
      '?trang=99999999999999&muc=__proto__&loai=constructor',
    ]
    const forms: Record<string, string>[] = [
      {},
      { what: 'constructor', viec: 'constructor' },
      { viec: 'linked', 'so-nham': 'abc' },
    ]
    for (const path of asked) await expectSound(await lanHere.get(path), path)
    for (const path of addresses)
      for (const query of queries) {
        const [bare] = path.split('?')
        await expectSound(await lanHere.get(`${bare}${query}`), `${bare}${query}`)
      }
    for (const path of addresses)
      for (const form of forms)
        await expectSound(await lanHere.post(path, form), `${path} ${JSON.stringify(form)}`)
  })

  it('takes no text of many megabytes', async () => {
    const { status, text } = await lanHere.post('/can-bo/cong', { title: 'a'.repeat(6_400_000) })
    expect([status, text]).toEqual([413, expect.stringContaining('quay lại')])
  })

  it('takes no form from another site, and tells who is not signed in nothing', async () => {
    const stateBefore = await changesSoFar()
    for (const path of addresses) {
      for (const origin of ['https://evil.example', 'null']) {
        const headers = { origin, cookie: lanHere.cookie }
        const answer = await fetch(served.url(path), {
          method: 'POST',
          headers,
          body: new URLSearchParams({ viec: 'ghi' }),
        })
        expect(answer.status, path).toBe(400)
      }
      const asForm = isSearch(path) ? { method: 'POST', body: new URLSearchParams({ tim: 'an' }) } : {}
      const unknown = await fetch(served.url(path), { ...asForm, redirect: 'manual' })
      expect([unknown.status, unknown.headers.get('location')], path).toEqual([
        302,
        expect.stringMatching(/^\/can-bo\/dang-nhap/),
      ])
    }
    expect(await changesSoFar()).toEqual(stateBefore)
  })

  it('lets a leader and the officer of another commune change nothing', async () => {
    const stateBefore = await changesSoFar()
    for (const who of [leader, neighbour]) {
      const visitor = await served.signIn(who)
      // Of their own they may open what they like; these are of another commune.
      const ofOthers = who === leader ? addresses : addresses.filter((path) => /\d/.test(path))
      for (const path of ofOthers.filter((each) => !isSearch(each)))
        for (const form of wishes) {
          const { status, to } = await visitor.post(path, form)
          const isDone = status < 400 && !/[?&]k=/.test(to)
          expect(isDone, `${who.username} ${path} ${JSON.stringify(form)} ${status}`).toBe(false)
        }
    }
    expect(await changesSoFar()).toEqual(stateBefore)
  })
})

describe('an officer of another commune', () => {
  it('is shown nothing of this one: no page, no file, no picture, no progress of its work', async () => {
    const visitor = await served.signIn(neighbour)
    const shown: string[] = []
    for (const path of addresses.filter((each) => /\d/.test(each))) {
      const { status } = await visitor.get(path)
      if (status !== 404) shown.push(`${path} ${status}`)
    }
    expect(shown).toEqual([])
  })

  it('is led to their own commune by the page of the leaders, whatever it is asked', async () => {
    const visitor = await served.signIn(neighbour)
    for (const asked of ['', '?ngay=2026-01-01', '?chi-so=missed-people&ngay=01/11/2026&xep=ten']) {
      const { status, to } = await visitor.get(`/can-bo/dieu-hanh${asked}`)
      expect([status, to]).toEqual([302, `/can-bo/dieu-hanh/${neighbour.unitUid}`])
    }
  })
})

/** One wish of every form, good enough to be done by who may. */
const wishes: Record<string, string>[] = [
  { viec: 'ghi' },
  { viec: 'bo' },
  { viec: 'linked', 'ly-do': 'x' },
  { viec: 'approve' },
  { what: 'aside', because: 'x' },
  { what: 'reopen', reason: 'x' },
  { 'ly-do': 'nhầm', lan: '0' },
  { buoc: 'gui', ma: 'x', ngay: '01/09/2026', 'ly-do': 'x' },
  { intent: 'save', version: '2', title: 'Đổi tên' },
  { intent: 'takeBack', key: 'wish-0001' },
  { intent: 'approve', key: 'wish-0002' },
  { intent: 'withdraw', key: 'wish-0003', isSure: 'on', withdrawReason: 'x' },
  { title: 'Bài mới', kind: 'announcement', key: 'wish-0004' },
  { what: 'correct', name: 'x', numberFrom: '1', numberTo: '2' },
]

/** How much has been done so far, looks left out. */
async function changesSoFar() {
  const [done] = await ask<Record<string, number>>(
    database,
    `select (select count(*) from registry.act) as acts, (select count(*) from registry.change_request) as requests,
      (select count(*) from registry.link) as links, (select count(*) from archive.reading) as readings,
      (select count(*) from archive.collection) as collections, (select count(*) from platform.job) as jobs,
      (select count(*) from platform.audit where action not in ('read', 'signIn')) as changes`,
  )
  return done
}

describe('a button pressed twice at once', () => {
  const twice = (visitor: Visitor, path: string, fields: Record<string, string>) =>
    Promise.all([visitor.post(path, fields), visitor.post(path, fields)])

  it('proposes, approves, links and opens once', async () => {
    const death = { buoc: 'gui', ma: 'mot-lan', ngay: '01/09/2026', 'ly-do': 'Giấy chứng tử' }
    await twice(lanHere, `/can-bo/ghi?viec=death&nguoi=${named.head}`, death)
    const [request] = await ask<{ id: number; n: number }>(
      database,
      `select min(id) as id, count(*) as n from registry.change_request where person_id = ${named.head}`,
    )
    expect(request?.n).toBe(1)
    const maiHere = await served.signIn(mai)
    await twice(maiHere, `/can-bo/thay-doi/${request?.id}`, { viec: 'approve' })
    expect(
      await count(database, `registry.change_request where id = ${request?.id} and state = 'approved'`),
    ).toBe(1)
    expect(await count(database, `platform.audit where action = 'approveChange'`)).toBe(1)
    const links = await count(database, 'registry.link where unlinked_at is null')
    await twice(lanHere, `/can-bo/trung/${named.pair}`, { viec: 'linked', 'ly-do': 'Một người' })
    expect(await count(database, 'registry.link where unlinked_at is null')).toBe(links + 1)
    await twice(lanHere, '/can-bo/kho-ho-so', { name: 'Sổ mới' })
    expect(await count(database, `archive.collection where name = 'Sổ mới'`)).toBe(1)
  })
})

describe('whether somebody lives with HIV', () => {
  /** The sentences and values that say so, of the page and of the data its scripts are given. */
  const mentions = ({ text }: Answer) => {
    const values = text.replace(/nonce=\\?"[^"]*"/g, '').split(/[<>"\\\r\n]+/)
    return [...new Set(values.filter((value) => /\b(HIV|K8|hiv)\b/.test(value)))].toSorted()
  }

  it('is told on no page and in no file to an officer of another area, by fact or by ground', async () => {
    const page = `/can-bo/nguoi/${named.person}`
    const paths = [...addresses, `${page}?ngay=2026-01-01&biet=2026-12-01`]
    const visitor = await served.signIn(employment)
    const all = async () => {
      const said: Record<string, string[]> = {}
      for (const path of paths) said[path] = mentions(await visitor.get(path))
      return said
    }
    const [before, ofSocial] = [await all(), mentions(await lanHere.get(page))]
    await withActor(database, machine, async (transaction) => {
      const valid = { from: day('2024-01-01') }
      await recordFact(transaction, named.person, { key: 'hiv', value: 'yes', valid, origin: 'officer:lan' })
      await sql`insert into awards.award (person_id, benefit, category, amount_dong, valid, origin)
        values (${named.person}, 'socialAllowance', 'K8', 810000, '[2024-01-01,)', 'officer:lan')`.execute(
        transaction,
      )
    })
    expect(mentions(await lanHere.get(page))).not.toEqual(ofSocial)
    expect(await all()).toEqual(before)
  })
})
