import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { loadDemonstration } from '#jobs/demonstration'
import { type Account, openAccounts, type Visitor } from './served.ts'
import { ask, bring, count, listOf, serverOf } from './served-lists.ts'

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
const ofProvince: Partial<Account> = { role: 'provinceOfficer', unitUid: 'province', areas: ['*'] }
const accounts = {
  lan: account('lan'),
  mai: account('mai'),
  bao: account('bao', { unitUid: '16702@2025-07-01' }),
  hoa: account('hoa', { ...ofProvince, role: 'leader' }),
  tam: account('tam', ofProvince),
  sau: account('sau', ofProvince),
}
const here = {} as Record<keyof typeof accounts, Visitor>

beforeAll(async () => {
  await loadDemonstration({ database, people: 600, seed: 11, today })
  await openAccounts(database, Object.values(accounts))
  await served.start()
  for (const name of Object.keys(accounts) as (keyof typeof accounts)[])
    here[name] = await served.signIn(accounts[name])
})

describe('a change that needs a second officer', () => {
  const alive = `registry.person where unit_uid = '${unitUid}' and death_on is null`
  let path = ''
  let person = 0
  const stateOf = async () => {
    const [row] = await ask<{ state: string }>(
      database,
      `select state from registry.change_request where person_id = ${person}`,
    )
    return row?.state
  }

  beforeAll(async () => {
    const [chosen] = await ask<{ id: number }>(database, `select min(id) as id from ${alive}`)
    person = chosen?.id ?? 0
    const wish = { buoc: 'gui', ma: 'mot-lan', ngay: '01/09/2026', 'ly-do': 'Giấy chứng tử' }
    const form = `/can-bo/ghi?viec=death&nguoi=${person}`
    expect((await here.lan.post(form, wish)).status).toBe(303)
    const [request] = await ask<{ id: number }>(database, 'select id from registry.change_request')
    path = `/can-bo/thay-doi/${request?.id}`
    // Sent again, by the way back or by somebody who kept the form: still one.
    await here.lan.post(form, wish)
    await here.lan.post(form, { ...wish, ngay: '02/09/2026' })
    expect(await count(database, 'registry.change_request')).toBe(1)
  })

  it('is approved by nobody who proposed it, looks on, or is of another commune', async () => {
    const approve = (visitor: Visitor) => visitor.post(path, { viec: 'approve' })
    const own = await approve(here.lan)
    expect([own.status, own.text]).toEqual([422, expect.stringContaining('Người đề nghị không tự duyệt')])
    expect((await approve(here.hoa)).status).toBe(403)
    expect((await approve(here.bao)).status).toBe(404)
    expect((await here.bao.post(path, { viec: 'refuse', 'ly-do': 'x' })).status).toBe(404)
    expect((await here.mai.post(path, { viec: 'withdraw' })).status).toBe(422)
    expect(await stateOf()).toBe('proposed')
    expect(await count(database, `registry.person where id = ${person} and death_on is null`)).toBe(1)
  })

  it('is decided once: neither sent again nor decided otherwise does it change anything more', async () => {
    expect((await here.mai.post(path, { viec: 'approve' })).status).toBe(303)
    expect(await stateOf()).toBe('approved')
    const changes = () => count(database, `platform.audit where action not in ('read', 'signIn')`)
    const before = await changes()
    await here.mai.post(path, { viec: 'approve' })
    expect((await here.tam.post(path, { viec: 'refuse', 'ly-do': 'x' })).status).toBe(422)
    expect((await here.lan.post(path, { viec: 'withdraw' })).status).toBe(422)
    expect([await stateOf(), await changes()]).toEqual(['approved', before])
  })
})

describe('the register as open files', () => {
  it('is written for officers of the province, and opened by the one who asked alone', async () => {
    const page = '/can-bo/xuat-du-lieu'
    for (const name of ['lan', 'hoa'] as const) {
      const refused = await here[name].get(page)
      expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('xin báo người quản trị')])
      expect((await here[name].post(page, {})).status).toBe(403)
    }
    expect(await count(database, `platform.job where name = 'exportRegister'`)).toBe(0)
    await Promise.all([here.tam.post(page, {}), here.tam.post(page, {})])
    const jobs = await ask<{ id: string; name: string }>(
      database,
      `select id, name from platform.job where name not in ('sweep', 'linkRecords') and started_by is not null`,
    )
    // Of so few people it may be done before it is asked for again: then it is written again.
    expect([1, 2]).toContain(jobs.length)
    const progress = `/can-bo/viec/${jobs[0]?.id}/tien-do`
    const told = await here.tam.get(progress)
    expect([told.status, told.text]).toEqual([200, expect.stringContaining('"state":"done"')])
    for (const name of ['sau', 'lan', 'hoa'] as const)
      expect((await here[name].get(progress)).status).toBe(404)
    const [file] = /xuat-du-lieu\/[^"]+\.parquet/.exec((await here.tam.get(page)).text) ?? []
    expect((await here.sau.get(`/can-bo/${file}`)).status).toBe(404)
    const audited = () => count(database, `platform.audit where details->>'purpose' = 'export'`)
    const before = await audited()
    expect((await here.tam.get(`/can-bo/${file}`)).status).toBe(200)
    expect(await audited()).toBe(before + 1)
  })
})

describe('a list that says more than a list', () => {
  it('goes back into sheets as text that runs nothing', async () => {
    const list = listOf(1).replace(/Vi Văn \p{L}+/u, '"=HYPERLINK(""http://evil.example"",""Vi Thị Hoa"")"')
    const fileId = await bring(database, here.bao, list)
    const { text } = await here.bao.get(`/can-bo/danh-sach-xem/${fileId}/dong.csv`)
    expect(text).toContain('HYPERLINK')
    expect(text).not.toMatch(/(^|[,;\t\n"])=/m)
    const back = await here.bao.get(`/can-bo/danh-sach-can-sua/${fileId}`)
    expect([back.status, back.text]).toEqual([200, expect.stringContaining(`'=HYPERLINK`)])
  })
})
