import { afterAll, describe, expect, it } from 'vitest'
import { openSessions } from '#platform/sessions'
import { asOwner, freshDatabase } from '#test/database'
import { command } from './account.ts'

const database = await freshDatabase()
// Set by the test runner for pages; here it would be taken for the address of the portal.
delete process.env.BASE_URL
process.env.DATABASE_URL = database.url
process.env.DATABASE_OWNER_URL = asOwner(database).url
afterAll(() => {
  delete process.env.DATABASE_URL
  delete process.env.DATABASE_OWNER_URL
})

async function account(values: Record<string, string | boolean>) {
  const [out, err]: [string[], string[]] = [[], []]
  const io = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    stdinIsTerminal: false,
  }
  const code = await command.run({ values: { lang: 'vi', ...values }, positionals: [] }, io)
  return { code, out, err }
}

const lan = { username: 'lan.vinhphu', name: 'Nguyễn Thị Lan', role: 'communeOfficer', unit: '16702' }

async function signIn(username: string, password: string) {
  const sessions = await openSessions(database, { baseUrl: 'http://localhost' })
  const answer = await sessions.signIn({ username, password, ip: '10.0.0.1' })
  if (!answer.ok) return undefined
  const cookie = answer.setCookie.map((line) => line.split(';')[0]).join('; ')
  return sessions.findOfficer(new Headers({ cookie }))
}

describe('ansinh account', () => {
  it('opens the first account of an empty province, with a password shown once that signs in', async () => {
    const { code, out } = await account(lan)
    expect([code, out[0]]).toEqual([0, 'Đã mở tài khoản lan.vinhphu: cán bộ xã, Phường Vinh Phú'])
    const password = /^Mật khẩu: (\S+) /.exec(out[1] ?? '')?.[1] ?? ''
    expect(await signIn('lan.vinhphu', password)).toMatchObject({
      name: 'Nguyễn Thị Lan',
      role: 'communeOfficer',
      unitUid: '16702@2025-07-01',
      areas: ['*'],
    })
  })

  it('finds the commune by its name too, and a leader sees the province without one', async () => {
    const byName = await account({ ...lan, username: 'hoa.vinhphu', unit: 'phuong vinh phu', json: true })
    expect(JSON.parse(byName.out[0] ?? '')).toMatchObject({ unitUid: '16702@2025-07-01', renewed: false })
    const leader = await account({ username: 'lanhdao', name: 'Lê Thị Hòa', role: 'leader', json: true })
    expect(JSON.parse(leader.out[0] ?? '')).toMatchObject({ role: 'leader', unitUid: 'province' })
  })

  it('says for which agency an officer of the province works', async () => {
    const values = {
      username: 'so-noi-vu',
      name: 'Phan Đức Thắng',
      role: 'provinceOfficer',
      agency: 'dpHomeAffairs',
    }
    const { out } = await account({ ...values, json: true })
    expect(await signIn('so-noi-vu', JSON.parse(out[0] ?? '').password)).toMatchObject({
      agency: 'dpHomeAffairs',
    })
  })

  it('lists the codes of agencies and areas, and takes each of them', async () => {
    const { code, out } = await account({ codes: true })
    expect([code, out]).toEqual([
      0,
      expect.arrayContaining([expect.stringMatching(/^ {2}dpHealth +Sở Y tế/)]),
    ])
    const areas = out.slice(out.indexOf('Lĩnh vực (--areas)') + 1).map((line) => line.trim().split(' ')[0])
    const asked = await account({ ...lan, username: 'moi.linhvuc', areas: areas.join(','), json: true })
    const { password } = JSON.parse(asked.out[0] ?? '')
    expect(await signIn('moi.linhvuc', password)).toMatchObject({ areas })
  })

  it('leaves an account alone unless it is told to renew it', async () => {
    const again = await account({ ...lan, role: 'provinceOfficer', unit: '' })
    expect([again.code, again.err[0]]).toEqual([1, expect.stringContaining('--renew')])
    const renewed = await account({ ...lan, role: 'provinceOfficer', unit: '', renew: true, json: true })
    const { password } = JSON.parse(renewed.out[0] ?? '')
    expect(await signIn('lan.vinhphu', password)).toMatchObject({ unitUid: 'province' })
  })

  it.each([
    [{}, 'Cần --username'],
    [{ ...lan, username: 'cán bộ' }, 'tên đăng nhập'],
    [{ ...lan, role: 'admin' }, 'không phải là vai trò'],
    [{ ...lan, unit: '' }, 'cần --unit'],
    [{ ...lan, unit: '99999' }, 'Không có xã, phường nào'],
    [{ ...lan, role: 'provinceOfficer' }, 'bỏ --unit'],
    [{ ...lan, agency: 'soNoiVu' }, 'không phải mã cơ quan'],
    [{ ...lan, areas: 'merit, treEm' }, '"treEm" không phải mã lĩnh vực'],
  ])('says what was asked wrongly in one sentence: %j', async (values, sentence) => {
    const { code, out, err } = await account(values as Record<string, string>)
    expect([code, out, err]).toEqual([2, [], [expect.stringContaining(sentence)]])
  })
})
