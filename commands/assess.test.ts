import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BenefitReport, Report } from './assess/report.ts'
import { command } from './assess.ts'

const examples = 'test/examples/cases'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'case-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function ask(file: string | undefined, values: Record<string, string | boolean>) {
  const out: string[] = []
  const err: string[] = []
  const code = await command.run(
    { values: { lang: 'vi', 'known-on': '2026-11-22', ...values }, positionals: file ? [file] : [] },
    { out: (line) => out.push(line), err: (line) => err.push(line), stdinIsTerminal: false },
  )
  return { code, out, err }
}

async function report(file: string, month: string, values: Record<string, string> = {}): Promise<Report> {
  const { code, out } = await ask(`${examples}/${file}`, { month, json: true, ...values })
  expect(code).toBe(0)
  return JSON.parse(out.join(''))
}

const amounts = (benefits: readonly BenefitReport[]) =>
  Object.fromEntries(
    benefits.filter((each) => each.amountDong.high > 0).map((each) => [each.benefit, each.amountDong.low]),
  )

async function problems(written: unknown, lang = 'vi'): Promise<string[]> {
  const path = join(folder, 'case.json')
  await writeFile(path, typeof written === 'string' ? written : JSON.stringify(written))
  const { code, err } = await ask(path, { month: '2026-11', lang })
  expect(code).toBe(1)
  return err
}

describe('ansinh assess', () => {
  it('SA-E07 counts the children of a poor single mother and adds her disability', async () => {
    const { persons, monthlyTotalDong } = await report('sa-e07-single-mother.json', '2024-09')
    expect(persons.map((each) => amounts(each.benefits))).toEqual([{ socialAllowance: 1_750_000 }, {}, {}])
    expect(monthlyTotalDong).toEqual({ low: 1_750_000, high: 1_750_000 })
  })

  it('SA-E11 pays one support for the child of a disabled couple', async () => {
    const { persons, monthlyTotalDong } = await report('sa-e11-couple.json', '2025-05')
    expect(persons.map((each) => amounts(each.benefits))).toEqual([
      { socialAllowance: 750_000, parentCareSupport: 750_000 },
      { socialAllowance: 750_000 },
      {},
    ])
    expect(monthlyTotalDong.low).toBe(2_250_000)
  })

  it('SA-E16 pays the social pension from the month of signing', async () => {
    const due = async (month: string) => (await report('sa-e16-pension-start.json', month)).persons[0]?.due
    expect(await due('2025-08')).toEqual([])
    expect(await due('2025-09')).toEqual([
      { benefit: 'socialPension', dueDong: { low: 500_000, high: 500_000 }, payable: true },
    ])
  })

  it('SA-E19 finds what is still owed after Decree 335/2026, and only once it was known', async () => {
    const { persons } = await report('sa-e19-arrears.json', '2026-10')
    expect(persons[0]?.arrears?.totalDong).toEqual({ low: 180_000, high: 180_000 })
    expect(persons[0]?.due[0]?.dueDong.low).toBe(810_000)
    const before = await report('sa-e19-arrears.json', '2026-10', { 'known-on': '2026-08-20' })
    expect(before.persons[0]?.arrears?.months).toEqual([])
  })

  it('SA-E23 pays the month of a death, the funeral, and nothing after', async () => {
    const { persons, events } = await report('sa-e23-death.json', '2024-03')
    expect(amounts(persons[0]?.benefits ?? [])).toEqual({ socialAllowance: 720_000, careSupport: 360_000 })
    expect(events.map((each) => amounts(each.benefits))).toEqual([{ funeralSupport: 7_200_000 }])
    const after = await report('sa-e23-death.json', '2024-04')
    expect([amounts(after.persons[0]?.benefits ?? []), after.events]).toEqual([{}, []])
  })

  it('SA-E24 supports a household after a flood', async () => {
    const { events } = await report('sa-e24-flood.json', '2024-09')
    expect(events.map((each) => amounts(each.benefits))).toEqual([
      { deathSupport: 25_000_000, houseDestroyedSupport: 40_000_000 },
    ])
  })

  it('asks for the fact that settles an open amount, and never counts it as zero', async () => {
    const { persons } = await report('unknown-disability.json', '2026-11', { lang: 'en' })
    const allowance = persons[0]?.benefits.find((each) => each.benefit === 'socialAllowance')
    expect(allowance?.amountDong).toEqual({ low: 0, high: 1_350_000 })
    expect(allowance?.missing).toEqual(['disability'])
    expect(persons[0]?.missing.map((each) => each.fact)).toContain('disability')
  })

  it('adds up of two benefits that exclude each other only the higher', async () => {
    const { persons } = await report('unknown-disability.json', '2026-12')
    expect(persons[0]?.totalDong).toEqual({ low: 0, high: 1_350_000 })
    const path = join(folder, 'pensioner.json')
    const facts = { insurance: 'none', pensionRequested: 'yes', hiv: 'no', formerlyWithoutSupport: 'no' }
    const file = {
      persons: [{ id: 'a', birth: '1948', facts }],
      household: { poverty: 'none', relations: [] },
    }
    await writeFile(path, JSON.stringify(file))
    const { out } = await ask(path, { month: '2026-12', json: true })
    // The pension is certain, an unknown disability may bring more.
    expect(JSON.parse(out.join('')).monthlyTotalDong).toEqual({ low: 540_000, high: 1_350_000 })
  })

  it('prints amounts, articles, reasons, what is owed and what was presumed', async () => {
    const { code, out } = await ask(`${examples}/disabled-woman.json`, { month: '2026-11' })
    expect(code).toBe(0)
    expect(out[0]).toBe('Tháng 11/2026, theo luật biết đến ngày 22/11/2026')
    expect(out).toContain('  Trợ cấp xã hội hằng tháng: 1.080.000 đ/tháng')
    expect(out).toContain('    ✓ 540.000 đ × 2,0 = 1.080.000 đ')
    expect(out).toContain('      ✓ Mức chuẩn 540.000 đ  [NĐ 335/2026, Đ4.2]')
    expect(out).toContain('  Còn phải trả các tháng trước: 240.000 đ')
    expect(out.join('\n')).toMatch(/Coi như, vì hồ sơ không ghi: còn sống vào đầu tháng: có;/)
    expect(out.at(-1)).toBe('Cộng các khoản hằng tháng: 1.080.000 đ')
  })

  it('marks what rests on less than the gazetted text', async () => {
    const { out } = await ask(`${examples}/disabled-woman.json`, { month: '2024-08', lang: 'en' })
    expect(out).toContain('  Monthly social allowance: 1,000,000 đ/month (from a secondary source)')
  })
})

describe('a case file that is wrong', () => {
  it('is refused by the path of every problem', async () => {
    const person = { id: 'a', birht: '1951', facts: { povrty: 'poor', disability: 'bad', k4Children: -1 } }
    const lines = await problems({ persons: [person], extra: 1 })
    expect(lines.map((each) => each.split(':')[0])).toEqual([
      '$.extra',
      '$.persons[0].birht',
      '$.persons[0].facts.povrty',
      '$.persons[0].facts.disability',
      '$.persons[0].facts.k4Children',
    ])
    expect(lines[0]).toBe('$.extra: không có khóa này; dùng một trong: persons, household, events')
  })

  it('says in English what a value must be', async () => {
    const decision = { benefit: 'socialAllowance', signedOn: '2026-02-31' }
    const payment = { benefit: 'socialPension', month: '2026-13', amountDong: 1.5 }
    const person = { id: 'a', birth: '51', decisions: [decision], paid: [payment] }
    expect(await problems({ persons: [person] }, 'en')).toEqual([
      '$.persons[0].birth: must be a day "1951-12-09", a month "1951-12" or a year "1951" of birth',
      '$.persons[0].decisions[0].signedOn: must be a real day, written like "2026-11-18"',
      '$.persons[0].paid[0].month: must be a month, written like "2026-11"',
      '$.persons[0].paid[0].amountDong: must be a whole number of đồng, 0 or more, such as 540000',
    ])
  })

  it('is refused for persons missing, doubled or not there', async () => {
    expect(await problems({})).toEqual(['$.persons: thiếu; phải ghi'])
    expect(await problems({ persons: [] })).toEqual(['$.persons: phải có ít nhất một người'])
    expect(await problems({ persons: [{ id: 'a' }, { id: 'a' }] })).toEqual([
      '$.persons[1].id: id này đã dùng cho người khác; mỗi người một id riêng',
    ])
    const relations = [{ kind: 'parentOf', from: 'a', to: 'b' }]
    expect(await problems({ persons: [{ id: 'a' }], household: { relations } })).toEqual([
      '$.household.relations[0].to: không có người nào mang id này trong "persons"',
    ])
  })

  it('is refused when it is no JSON or cannot be opened', async () => {
    expect((await problems('{ "persons": '))[0]).toMatch(/không phải JSON đúng cú pháp/)
    const { code, err } = await ask(join(folder, 'nothing.json'), { month: '2026-11' })
    expect([code, err[0]?.startsWith('Không mở được tệp')]).toEqual([1, true])
  })

  it('asks again when it is asked wrongly', async () => {
    expect((await ask(undefined, { month: '2026-11' })).code).toBe(2)
    expect((await ask('x.json', {})).err[0]).toMatch(/^Thiếu tháng/)
    expect((await ask('x.json', { month: '2026-13' })).err[0]).toMatch(/^Không có tháng "2026-13"/)
    expect((await ask('x.json', { month: '2014-12' })).err[0]).toMatch(/bắt đầu từ tháng 2015-01/)
    expect((await ask('x.json', { month: '2026-11', 'known-on': 'nay' })).code).toBe(2)
  })
})
