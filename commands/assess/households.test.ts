import { describe, expect, it } from 'vitest'
import { assess, monthly, person, relation } from './ordinary-household.ts'

const poor = { poverty: 'poor', area: 'ordinary' }
const wellOff = { poverty: 'none', area: 'ordinary' }
const single = { marriage: 'neverMarried' }
const noFather = { father: 'unidentified' }
const mother = (children: readonly string[]) =>
  children.map((each) => relation(['parentOf', 'me', each] as const))

describe('the children of a single parent (NĐ 20/2021 Đ5.4, NĐ 335/2026 Đ5.4)', () => {
  const household = { ...poor, relations: mother(['con', 'em']) }
  const me = person('me', '1980-01-01', single)
  const young = person('con', '2016-01-01', noFather)

  it('lower the level in the month in which one of two turns 16', () => {
    const file = { persons: [me, young, person('em', '2010-11-15', noFather)], household }
    expect(monthly(file, '2026-10').me).toEqual({ socialAllowance: 1_080_000 })
    expect(monthly(file, '2026-11').me).toEqual({ socialAllowance: 540_000 })
  })

  it('are paid for to the end of the month in which the last one turns 16', () => {
    const file = {
      persons: [me, person('con', '2010-11-15', noFather)],
      household: { ...poor, relations: mother(['con']) },
    }
    expect(monthly(file, '2026-11').me).toEqual({ socialAllowance: 540_000 })
    expect(monthly(file, '2026-12').me).toEqual({})
  })

  it('do not count after their death, nor before their birth, nor while in a centre', () => {
    const file = { persons: [me, young, person('em', '2018-11-15', noFather)], household }
    const died = { ...file, events: [{ kind: 'death', person: 'em', on: '2026-10-05' }] }
    expect(monthly(died, '2026-10').me).toEqual({ socialAllowance: 1_080_000 })
    expect(monthly(died, '2026-11').me).toEqual({ socialAllowance: 540_000 })
    expect(monthly(file, '2018-10').me).toEqual({ socialAllowance: 270_000 })
    const away = { ...file, persons: [me, young, person('em', '2018-11-15', { inCentre: 'yes' })] }
    expect(monthly(away, '2026-11').me).toEqual({ socialAllowance: 540_000 })
  })

  it('past 16 count since 10/2026 only where the allowance was already drawn for them', () => {
    const student = person('em', '2009-06-01', { ...noFather, studying: 'yes' })
    const drawing = (signedOn: string) => ({
      persons: [
        person('me', '1980-01-01', {
          ...single,
          decisions: [{ benefit: 'socialAllowance', ground: 'K4', signedOn }],
        }),
        young,
        student,
      ],
      household,
    })
    expect(monthly(drawing('2020-01-10'), '2026-11').me).toEqual({ socialAllowance: 1_080_000 })
    expect(monthly(drawing('2026-10-12'), '2026-11').me).toEqual({ socialAllowance: 540_000 })
  })

  it('both turning three on the first of a month keep the higher support for that month (Đ17.2.a)', () => {
    const twins = (birth: string) => ({
      persons: [
        person('me', '1990-01-01', { disability: 'severe', marriage: 'married' }),
        person('con', birth, { father: 'present' }),
        person('em', birth, { father: 'present' }),
      ],
      household: { ...wellOff, relations: mother(['con', 'em']) },
    })
    expect(monthly(twins('2023-11-01'), '2026-11').me).toEqual({
      socialAllowance: 810_000,
      parentCareSupport: 1_080_000,
    })
    expect(monthly(twins('2023-10-31'), '2026-11').me).toEqual({ socialAllowance: 810_000 })
  })
})

describe('father and mother in the household (Đ5.1)', () => {
  const orphaned = person('con', '2015-10-31', { mother: 'dead' })
  const father = (state: Record<string, unknown>) => ({
    persons: [person('cha', '1988-01-01', { sex: 'male', ...state }), orphaned],
    household: { ...wellOff, relations: [relation(['parentOf', 'cha', 'con'])] },
  })

  it('leave the child without support when the only one left is dead, detained or in a centre', () => {
    for (const state of [{ alive: 'no' }, { inPrison: 'yes' }, { inCentre: 'yes' }])
      expect(monthly(father(state), '2026-11').con).toEqual({ socialAllowance: 810_000 })
    expect(monthly(father({}), '2026-11').con).toEqual({})
  })

  it('leave it open while that is not known', () => {
    expect(monthly(father({ inPrison: null }), '2026-11').con).toEqual({
      socialAllowance: { low: 0, high: 810_000 },
    })
  })

  it('make a widow of the wife of a husband written as dead (Đ5.4)', () => {
    const file = {
      persons: [
        person('cha', '1988-01-01', { sex: 'male', alive: 'no' }),
        person('me', '1990-01-01'),
        person('con', '2015-10-31'),
      ],
      household: {
        poverty: 'nearPoor',
        area: 'ordinary',
        relations: [relation(['spouseOf', 'cha', 'me']), ...mother(['con'])],
      },
    }
    expect(monthly(file, '2026-11').me).toEqual({ socialAllowance: 540_000 })
  })
})

describe('couples and carers', () => {
  const couple = (hers: Record<string, unknown>) => ({
    persons: [
      person('cha', '1988-01-01', { sex: 'male', disability: 'severe' }),
      person('me', '1990-01-01', { disability: 'severe', ...hers }),
      person('con', '2025-10-31'),
    ],
    household: {
      ...wellOff,
      relations: [
        relation(['spouseOf', 'cha', 'me']),
        relation(['parentOf', 'cha', 'con']),
        relation(['parentOf', 'me', 'con']),
      ],
    },
  })

  it('ST4: the mother who is also pregnant draws the support of two disabled spouses', () => {
    const { cha, me } = monthly(couple({ pregnant: 'yes' }), '2026-11')
    expect([cha, me]).toEqual([
      { socialAllowance: 810_000 },
      { socialAllowance: 810_000, parentCareSupport: 1_080_000 },
    ])
  })

  it('ST4: who draws stays open while a pregnancy that decides it is not known', () => {
    const { cha, me } = monthly(couple({ pregnant: null }), '2026-11')
    expect(cha?.parentCareSupport).toEqual({ low: 0, high: 810_000 })
    expect(me?.parentCareSupport).toEqual({ low: 0, high: 1_080_000 })
  })

  it('SP5: support for care ends with the month in which the carer dies', () => {
    const file = {
      persons: [person('ba', '1960-01-01'), person('con', '1985-10-31', { disability: 'extreme' })],
      household: { ...wellOff, relations: [relation(['caresFor', 'ba', 'con'])] },
      events: [{ kind: 'death', person: 'ba', on: '2026-10-30' }],
    }
    expect(monthly(file, '2026-10').con).toEqual({ socialAllowance: 1_080_000, careSupport: 540_000 })
    expect(monthly(file, '2026-11').con).toEqual({ socialAllowance: 1_080_000 })
  })
})

describe('what decisions and age tell', () => {
  const alone = (file: ReturnType<typeof person>) => ({
    persons: [file],
    household: { ...wellOff, relations: [] },
  })

  it('whoever draws the social pension has asked for it', () => {
    const pension = { benefit: 'socialPension', signedOn: '2025-09-03' }
    const { facts, ...rest } = person('ba', '1950-01-01', { decisions: [pension] })
    const { pensionRequested: _, ...others } = facts as Record<string, unknown>
    const file = { persons: [{ ...rest, facts: others }], household: { ...wellOff, relations: [] } }
    expect(monthly(file, '2026-11').ba).toEqual({ socialPension: 540_000 })
    expect(monthly(file, '2025-08').ba).toEqual({ socialPension: { low: 0, high: 500_000 } })
  })

  it('nobody past 22 in 10/2026 is asked whether they were a child without support, and that is named', () => {
    const { facts: _, ...bare } = person('ong', '1980-05-05', { sex: 'male' })
    const facts = { disability: 'severe', insurance: 'none' }
    const assessed = assess(alone({ ...bare, facts } as ReturnType<typeof person>), '2026-11').persons[0]
    expect(assessed?.explanation.benefits.get('socialAllowance')?.amountDong).toEqual({
      low: 810_000,
      high: 810_000,
    })
    expect(assessed?.presumed.formerlyWithoutSupport).toBe('no')
    const young = person('em', '2004-10-01', { studying: 'yes' })
    expect(monthly(alone(young), '2026-11').em).toEqual({ socialAllowance: { low: 0, high: 810_000 } })
  })

  it('before the birth nothing is due', () => {
    const child = person('em', '2024-11-15', { disability: 'severe', father: 'present', mother: 'present' })
    expect([monthly(alone(child), '2024-10').em, monthly(alone(child), '2024-11').em]).toEqual([
      {},
      { socialAllowance: 1_000_000 },
    ])
  })

  it('a prisoner of 80 has no allowance; the pension awaits an officer', () => {
    const old = person('ong', '1946-01-01', {
      inPrison: 'yes',
      pensionRequested: 'yes',
      disability: 'severe',
    })
    const benefits = assess(alone(old), '2026-11').persons[0]?.explanation.benefits
    expect(benefits?.get('socialAllowance')?.amountDong.high).toBe(0)
    expect(benefits?.get('socialPension')).toMatchObject({ amountDong: { low: 540_000 }, payable: false })
  })
})
