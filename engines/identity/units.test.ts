import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, type LocalDate } from '#calendar'
import { exampleLines } from '#test/example-lines'
import { foldText } from './names.ts'
import { resolveUnit } from './resolve-unit.ts'
import { placesOf, reaggregate } from './unit-figures.ts'
import { buildUnitIndex } from './unit-index.ts'
import { parseUnitTable } from './unit-table.ts'
import { nextVersions, standsOn, type UnitVersion, versionOn, versionsOn } from './unit-versions.ts'

const rows = parseUnitTable(readFileSync('data/nghe-an-units.csv', 'utf8'))
const index = buildUnitIndex(rows)
const [before, between, now] = [day('2024-11-30'), day('2025-06-30'), day('2026-11-23')]
const communesOn = (on: LocalDate) => rows.filter((unit) => unit.level === 'commune' && standsOn(unit, on))
const get = (uid: string): UnitVersion => {
  const unit = index.byUid.get(uid)
  if (!unit) throw new Error(uid)
  return unit
}
const uids = (units: readonly UnitVersion[]) => units.map(({ uid }) => uid).sort()

describe('the versions of units', () => {
  it('are 671: a province, 21 districts, and communes 460, then 412, then 130', () => {
    expect(rows).toHaveLength(671)
    expect(rows.filter(({ level }) => level === 'district')).toHaveLength(21)
    expect([before, between, now].map((on) => communesOn(on).length)).toEqual([460, 412, 130])
  })

  it('have no successor that does not stand the day after, and leave no commune behind', () => {
    for (const unit of rows) {
      expect(nextVersions(index, unit)).toHaveLength(unit.successorCodes.length)
      if (unit.level === 'commune') expect(versionsOn(index, unit, now)).not.toEqual([])
    }
    const reached = new Set(communesOn(before).flatMap((unit) => uids(versionsOn(index, unit, now))))
    expect(reached.size).toBe(130)
  })

  it('lead back to what they lead from', () => {
    for (const unit of communesOn(before)) {
      for (const next of versionsOn(index, unit, now)) expect(versionsOn(index, next, before)).toContain(unit)
    }
    for (const unit of communesOn(now)) {
      for (const old of versionsOn(index, unit, before)) expect(versionsOn(index, old, now)).toContain(unit)
    }
  })

  it('of 52 codes changed on 1/12/2024, and of 121 took over other ground on 1/7/2025', () => {
    const changed = communesOn(day('2024-12-01')).filter(({ code, name, kind, parentCode }) => {
      const old = versionOn(index, code, before)
      return old && (old.name !== name || old.kind !== kind || old.parentCode !== parentCode)
    })
    expect(changed).toHaveLength(52)
    const kept = communesOn(now).filter((unit) => {
      const old = versionsOn(index, unit, between)
      return old.length === 1 && old[0]?.code === unit.code && old[0].name === unit.name
    })
    expect(kept).toHaveLength(9)
    expect(rows.filter(({ code }) => code === '16681').map(({ name }) => name)).toEqual([
      'Phường Quang Trung',
      'Phường Quang Trung',
      'Phường Thành Vinh',
    ])
  })

  it('AD-E19 and AD-E20 tell a code by its day', () => {
    const steps = [before, day('2024-12-01'), day('2025-07-01')].map((on) =>
      versionsOn(index, get('17452@pre2020'), on).map(({ code, name }) => `${code} ${name}`),
    )
    expect(steps).toEqual([['17452 Xã Diễn Ngọc'], ['17452 Xã Ngọc Bích'], ['17464 Xã Diễn Châu']])
    expect(versionOn(index, '17452', now)).toBeUndefined()
    expect([before, between, now].map((on) => versionOn(index, '16681', on)?.uid)).toEqual([
      '16681@pre2020',
      '16681@2024-12-01',
      '16681@2025-07-01',
    ])
  })

  it('of three communes were split', () => {
    const split = rows.filter(({ successorCodes }) => successorCodes.length > 1).map(({ name }) => name)
    expect(split.sort()).toEqual(['Xã Chi Khê', 'Xã Quỳnh Bá', 'Xã Quỳnh Hưng'])
    expect(uids(versionsOn(index, get('17251@pre2020'), between))).toEqual([
      '17251@2024-12-01',
      '17254@2024-12-01',
    ])
    expect(uids(versionsOn(index, get('17194@pre2020'), between))).toEqual([
      '17179@2024-12-01',
      '17185@2024-12-01',
    ])
  })
})

describe('a unit as people write it', () => {
  const lines = exampleLines('units/resolved.txt')

  it('has at least 150 examples', () => expect(lines.length).toBeGreaterThanOrEqual(150))

  it.each(lines)('"%s" on %s is %s: %s, %s', (written = '', on, units = '', certainty, how) => {
    const resolution = resolveUnit(written, { on: on ? day(on) : undefined }, index)
    if (certainty === 'none')
      return expect(resolution).toEqual({ found: 'none', because: how, candidates: [] })
    if (certainty === 'unsure') {
      expect(resolution.found).toBe('unsure')
      return expect(uids(resolution.candidates.map(({ unit }) => unit))).toEqual(
        expect.arrayContaining(units.split(',')),
      )
    }
    expect(resolution.found === 'one' && resolution.unit.uid).toBe(units)
    expect(resolution).toMatchObject({ certainty, via: how })
  })

  it('leads to what holds its area, to both parts of a split commune', () => {
    const resolved = (written: string, on: string) => {
      const resolution = resolveUnit(written, { on: day(on) }, index)
      return resolution.found === 'one' ? uids(resolution.leadsTo) : resolution.found
    }
    expect(resolved('xã Nghi Kiều, huyện Nghi Lộc', '2024-06-01')).toEqual(['17854@pre2020'])
    expect(resolved('xã Nghi Kiều, huyện Nghi Lộc', '2026-06-01')).toEqual(['17854@2025-07-01'])
    expect(resolved('xã Quỳnh Hưng', '2025-01-01')).toEqual(['17179@2024-12-01', '17185@2024-12-01'])
    expect(resolved('huyện Nghi Lộc', '2026-06-01')).toEqual([])
  })

  it('is read from the cells of a row, its own first', () => {
    const found = (written: string[], on = before) => {
      const resolution = resolveUnit(written, { on, level: 'commune' }, index)
      return resolution.found === 'one' ? resolution.unit.uid : resolution.found
    }
    expect(found(['Châu Tiến', 'Quỳ Hợp'])).toBe('17041@pre2020')
    expect(found(['TT Mường Xén', 'Kỳ Sơn', 'Nghệ An'])).toBe('16813@pre2020')
    expect(found(['Châu Tiến', ''])).toBe('unsure')
    expect(found(['Nam Đàn'])).toBe('17950@2020-01-01')
    expect(found([])).toBe('none')
  })

  it('finds every unit by its full name and district on every day it stood, however it is written', () => {
    const ways: ((name: string) => string)[] = [
      (name) => name,
      (name) => name.normalize('NFD'),
      (name) => name.toUpperCase(),
      (name) => name.toLowerCase(),
    ]
    for (const on of [before, between]) {
      for (const unit of communesOn(on)) {
        const district = versionOn(index, unit.parentCode ?? '', on)?.name ?? ''
        for (const way of ways) {
          const resolution = resolveUnit(way(`${unit.name}, ${district}`), { on }, index)
          expect(resolution.found === 'one' ? resolution.unit.uid : `${unit.name} ${resolution.found}`).toBe(
            unit.uid,
          )
        }
      }
    }
  })

  it('never takes one commune for another when all tones are dropped', () => {
    for (const unit of communesOn(before)) {
      const district = versionOn(index, unit.parentCode ?? '', before)?.name ?? ''
      const resolution = resolveUnit(foldText(`${unit.name} ${district}`), { on: before }, index)
      if (resolution.found === 'one') expect(resolution.unit.uid).toBe(unit.uid)
      else expect(uids(resolution.candidates.map((candidate) => candidate.unit))).toContain(unit.uid)
    }
  })

  it('is resolved from any text without failing', () => {
    const days = fc.constantFrom(before, between, now, undefined)
    const words = fc.array(
      fc.constantFrom('xã', 'Nghi', 'Kiều', 'huyện', 'Lộc', ',', 'H.', 'TP', 'Vinh', '-', 'xóm 5'),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          words.map((all) => all.join(' ')),
        ),
        days,
        (text, on) => {
          const resolution = resolveUnit(text, { on }, index)
          if (resolution.found === 'one') expect(index.byUid.has(resolution.unit.uid)).toBe(true)
          expect(resolveUnit(text.normalize('NFD'), { on }, index).found).toBe(
            resolveUnit(text.normalize('NFC'), { on }, index).found,
          )
        },
      ),
    )
  })
})

describe('figures told by the units of another day', () => {
  const figureOf = (told: ReturnType<typeof reaggregate>, uid: string) =>
    told.figures.find(({ unit }) => unit.uid === uid)

  it('add up where units merged', () => {
    const told = reaggregate(
      index,
      new Map([
        ['17446@pre2020', 10],
        ['17452@pre2020', 5],
      ]),
      { on: between },
    )
    expect(figureOf(told, '17452@2024-12-01')).toMatchObject({ figure: 15, isWhole: true })
    expect(told.undetermined).toEqual([])
  })

  it.each([
    ['Xã Quỳnh Hưng', '17194@pre2020', ['17179@2024-12-01', '17185@2024-12-01']],
    ['Xã Quỳnh Bá', '17185@pre2020', ['17179@2024-12-01', '17185@2024-12-01']],
    ['Xã Chi Khê', '17251@pre2020', ['17251@2024-12-01', '17254@2024-12-01']],
  ])('of %s, which was split, stay with both parts', (name, uid, among) => {
    expect(get(uid).name).toBe(name)
    const told = reaggregate(index, new Map([[uid, 7]]), { on: between })
    expect(told.figures).toEqual([])
    expect(told.undetermined.map((each) => [each.figure, uids(each.among)])).toEqual([[7, among]])
  })

  it('are at least what is certain where a part of a split commune may belong as well', () => {
    const told = reaggregate(
      index,
      new Map([
        ['17179@pre2020', 20],
        ['17194@pre2020', 7],
      ]),
      { on: between },
    )
    expect(figureOf(told, '17179@2024-12-01')).toMatchObject({ figure: 20, isWhole: false })
  })

  it('of a commune of today cannot be told by those it was made of, but can by their district', () => {
    const figures = new Map([['17464@2025-07-01', 100]])
    const byCommune = reaggregate(index, figures, { on: before })
    expect(byCommune.figures).toEqual([])
    expect(byCommune.undetermined[0]?.among.length).toBeGreaterThan(1)
    const byDistrict = reaggregate(index, figures, { on: before, level: 'district' })
    expect(byDistrict.figures).toMatchObject([{ unit: { uid: '425@pre2020' }, figure: 100, isWhole: true }])
  })

  it('of one of the nine communes that were kept can be told by the one of before', () => {
    const told = reaggregate(index, new Map([['16828@2025-07-01', 3]]), { on: before })
    expect(told).toMatchObject({ figures: [{ unit: { uid: '16828@pre2020' }, figure: 3, isWhole: true }] })
  })

  it('of a district stay with the communes its own became; with no district left they stay unplaced', () => {
    const told = reaggregate(index, new Map([['413@pre2020', 9]]), { on: now })
    expect(told.figures).toMatchObject([{ unit: { name: 'Phường Cửa Lò' }, figure: 9 }])
    const none = reaggregate(index, new Map([['429@pre2020', 9]]), { on: now, level: 'district' })
    expect(none).toMatchObject({ figures: [], undetermined: [{ figure: 9, among: [] }] })
  })

  it('of Vinh hang on the day they were counted, before or after it took in Cửa Lò', () => {
    const among = (countedOn: LocalDate) =>
      placesOf(index, get('412@pre2020'), { on: now, countedOn }).map(({ name }) => name)
    expect(among(before)).not.toContain('Phường Cửa Lò')
    expect(among(between)).toContain('Phường Cửa Lò')
  })

  it('of every commune before reach the province whole, whatever the way', () => {
    const figures = new Map(communesOn(before).map(({ uid }) => [uid, 1]))
    expect(reaggregate(index, figures, { on: now, level: 'province' })).toMatchObject({
      figures: [{ unit: { uid: '40@pre2020' }, figure: 460, isWhole: true }],
      undetermined: [],
    })
    const told = reaggregate(index, figures, { on: now })
    expect(told.figures).toHaveLength(130)
  })

  it('keep their sum, forwards and backwards', () => {
    const some = fc.dictionary(
      fc.constantFrom(...rows.map(({ uid }) => uid)),
      fc.integer({ min: -1000, max: 1e6 }),
    )
    const days = fc.constantFrom(before, day('2024-12-01'), between, day('2025-07-01'), now)
    const levels = fc.constantFrom('commune' as const, 'district' as const, 'province' as const)
    fc.assert(
      fc.property(some, days, levels, (figures, on, level) => {
        const told = reaggregate(index, new Map(Object.entries(figures)), { on, level })
        const sum = (all: readonly { figure: number }[]) =>
          all.reduce((total, { figure }) => total + figure, 0)
        expect(sum(told.figures) + sum(told.undetermined)).toBe(
          Object.values(figures).reduce((a, b) => a + b, 0),
        )
        for (const { unit } of told.figures) expect(standsOn(unit, on) && unit.level === level).toBe(true)
        for (const { among } of told.undetermined) expect(among.length).not.toBe(1)
      }),
    )
  })

  it('of a unit nobody recorded are refused with what to do', () => {
    expect(() => reaggregate(index, new Map([['99999@pre2020', 1]]), { on: now })).toThrow(
      'nghe-an-units.csv',
    )
  })
})
