import { describe, expect, it } from 'vitest'
import { addDays, day } from '#calendar'
import { indexVersions, nextVersions, parseUnitTable, standsOn } from '#identity'
import { readUnitsTable } from '#jobs/units-table'
import { readCommunes } from './communes.ts'
import { formerCommunes, livedFrom } from './former-communes.ts'

const table = await readUnitsTable()
const uids = (await readCommunes()).map(({ unitUid }) => unitUid)
const former = formerCommunes(table, uids)
const units = indexVersions(parseUnitTable(table))

describe('the communes of before', () => {
  it('each stood on every day that is told of it and became the next, up to the commune of today', () => {
    expect(former.size).toBe(130)
    for (const [uid, ways] of former)
      for (const way of ways) {
        const reached = [...way.map(({ unitUid }) => unitUid), uid].map((each) => units.byUid.get(each))
        expect(way.length).toBeGreaterThan(0)
        // Of a few communes of 2020 the table does not say what they were made of.
        expect(['2015-01-01', reached[0]?.from]).toContain(way[0]?.from)
        expect(way.at(-1)?.until).toBe('2025-07-01')
        for (const [index, { from, until }] of way.entries()) {
          const unit = reached[index]
          if (!unit) throw new Error(`no unit ${way[index]?.unitUid}`)
          expect(standsOn(unit, from) && standsOn(unit, addDays(until, -1))).toBe(true)
          expect(nextVersions(units, unit)).toContain(reached[index + 1])
          expect(way[index + 1]?.from ?? until).toBe(until)
        }
      }
  })

  it('are told of a person from birth on', () => {
    const [way = []] = former.get('16681@2025-07-01') ?? []
    expect(livedFrom(way, day('1950-01-01'))).toEqual(way)
    expect(livedFrom(way, day('2025-06-30'))).toEqual([
      { ...way.at(-1), from: '2025-06-30', until: '2025-07-01' },
    ])
    expect(livedFrom(way, day('2025-07-01'))).toEqual([])
  })
})
