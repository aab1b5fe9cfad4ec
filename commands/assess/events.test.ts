import { describe, expect, it } from 'vitest'
import { assess, once, person, relation } from './ordinary-household.ts'

const household = { poverty: 'none', area: 'ordinary', relations: [] }
const drawing = [
  { benefit: 'socialAllowance', ground: 'K6', signedOn: '2020-04-20', certificateOn: '2020-04-03' },
]
const severe = { disability: 'severe', sex: 'male' }
const death = (of: Record<string, unknown>, on: string, birth = '1980-05-05') => ({
  persons: [person('a', birth, of)],
  household,
  events: [{ kind: 'death', person: 'a', on }],
})
const emergency = (on: string, facts: Record<string, unknown>, rice?: Record<string, unknown>) => ({
  persons: [person('a', '1980-01-01')],
  household,
  events: [{ kind: 'emergency', person: 'a', on, facts, ...(rice ? { rice } : {}) }],
})

describe('funeral support (Đ11)', () => {
  it.each([
    ['2024-06-30', 7_200_000, true],
    ['2024-07-01', 10_000_000, true],
    ['2026-06-30', 10_000_000, true],
    ['2026-07-01', 10_000_000, false],
    ['2026-10-04', 10_000_000, false],
    ['2026-10-05', 10_800_000, true],
  ])(
    'of a recipient who died on %s is %d, to be paid without an officer: %s',
    (on, funeralSupport, payable) => {
      const file = death({ ...severe, decisions: drawing }, on)
      expect(once(file, on.slice(0, 7))).toEqual([{ amounts: { funeralSupport }, payable }])
    },
  )

  it('T6: of a social pensioner who died in the summer of 2026 awaits an officer too', () => {
    const pension = {
      pensionRequested: 'yes',
      decisions: [{ benefit: 'socialPension', signedOn: '2025-08-03' }],
    }
    expect(once(death(pension, '2026-08-10', '1948-01-01'), '2026-08')).toEqual([
      { amounts: { pensionFuneralSupport: 10_000_000 }, payable: false },
    ])
  })

  it('is that of social pensioners for the very old moved over on 1/7/2025', () => {
    const moved = {
      pensionRequested: 'yes',
      decisions: [{ benefit: 'socialAllowance', ground: 'K5c', signedOn: '2019-02-01' }],
    }
    expect(once(death(moved, '2025-12-10', '1939-01-10'), '2025-12')[0]?.amounts).toEqual({
      pensionFuneralSupport: 10_000_000,
    })
  })

  it('is due for somebody of whom only payments are told', () => {
    const paid = [{ benefit: 'socialAllowance', month: '2026-09', amountDong: 750_000 }]
    expect(once(death({ ...severe, paid }, '2026-11-10'), '2026-11')[0]?.amounts).toEqual({
      funeralSupport: 10_800_000,
    })
  })

  it('is due for the child of a poor single parent (Đ11.1.b)', () => {
    const file = {
      persons: [
        person('me', '1980-01-01', { marriage: 'widowed' }),
        person('con', '2016-01-01', { father: 'dead' }),
      ],
      household: { ...household, poverty: 'poor', relations: [relation(['parentOf', 'me', 'con'])] },
      events: [{ kind: 'death', person: 'con', on: '2026-11-05' }],
    }
    expect(once(file, '2026-11')[0]?.amounts).toEqual({ funeralSupport: 10_800_000 })
  })

  it.each([
    ['1951-11-01', 'none', 10_800_000],
    ['1951-11-02', 'none', 0],
    ['1951-11-02', 'poor', 10_800_000],
    ['1956-11-02', 'poor', 0],
  ])(
    'of a survivor born %s, household %s, who died on 1/11/2026 is %d (Đ11.1.c, d)',
    (birth, poverty, due) => {
      const file = death({ insurance: 'survivor', poverty }, '2026-11-01', birth)
      expect(once(file, '2026-11')[0]?.amounts).toEqual(due > 0 ? { funeralSupport: due } : {})
    },
  )

  it('ST8: gives way to the 50 times of the same death in a disaster', () => {
    const file = death({ ...severe, decisions: drawing }, '2026-11-05')
    const flood = {
      kind: 'emergency',
      person: 'a',
      on: '2026-11-05',
      facts: { cause: 'disaster', harm: 'deadOrMissing' },
    }
    const both = { ...file, events: [...file.events, flood] }
    expect(once(both, '2026-11').map((each) => each.amounts)).toEqual([{}, { deathSupport: 27_000_000 }])
  })
})

describe('emergencies', () => {
  it('of the summer of 2026 are counted from 500,000 and await an officer', () => {
    const injured = {
      cause: 'fire',
      harm: 'injured',
      emergencyAdmission: 'yes',
      treatmentDays: 20,
    }
    expect(once(emergency('2026-08-01', injured), '2026-08')).toEqual([
      { amounts: { injurySupport: 5_000_000 }, payable: false },
    ])
    expect(once(emergency('2026-10-05', injured), '2026-10')).toEqual([
      { amounts: { injurySupport: 5_400_000 }, payable: true },
    ])
  })

  it('bring 15 kg of rice a person a month, for three months at most (Đ12.1)', () => {
    const flood = emergency('2026-11-05', { cause: 'disaster' }, { people: 3, months: 5, occasion: 'event' })
    expect(assess(flood, '2026-11').events[0]?.rice).toMatchObject({ kilograms: 135, months: 3 })
    const tet = emergency('2024-02-05', {}, { people: 4, months: 2, occasion: 'tet' })
    expect(assess(tet, '2024-02').events[0]?.rice).toMatchObject({
      kilograms: 60,
      cite: { place: 'Đ12.1', instrument: { short: 'NĐ 20/2021' } },
    })
  })

  it('before 1/7/2021 are not judged at all', () => {
    const before = emergency('2021-06-05', { cause: 'disaster', harm: 'deadOrMissing' })
    expect(assess(before, '2021-06').events[0]?.covered).toBe(false)
  })
})

describe('T6: a recipient who died before Decree 335/2026 came into force', () => {
  const paid = ['2026-07', '2026-08', '2026-09'].map((month) => ({
    benefit: 'socialAllowance',
    month,
    amountDong: 750_000,
  }))
  const owed = (on: string, until: string) =>
    assess(death({ ...severe, decisions: drawing, paid: paid.slice(0, Number(until)) }, on), '2026-10')
      .persons[0]?.arrears?.totalDong.low

  it('has no arrears of the summer; one who died afterwards has', () => {
    expect(owed('2026-08-15', '2')).toBe(0)
    expect(owed('2026-10-02', '3')).toBe(0)
    expect(owed('2026-10-06', '3')).toBe(180_000)
  })
})
