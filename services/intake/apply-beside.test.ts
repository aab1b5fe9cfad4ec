import { describe, expect, it } from 'vitest'
import { month } from '#calendar'
import { birthFromShort, type CitizenId, foldText } from '#identity'
import type { Chunk } from './apply.ts'
import { footprintOf, meets } from './apply-beside.ts'
import type { StagedFile } from './files.ts'
import { ListPlan } from './list-plan.ts'
import type { ListRow } from './list-rows.ts'
import type { PlacedRow } from './row-placing.ts'

const unitUid = '16702@2025-07-01'
const file = { id: 1, hash: 'h', month: month('2026-06'), unitUid } as StagedFile
let numbers = 0

interface Sketch {
  name: string
  born?: string
  number?: string
  household?: string
}

/** Rows compared with a register in which `standing` are. */
function chunkOf(sketches: readonly Sketch[], standing: readonly (Sketch & { id: number })[] = []): Chunk {
  const plan = new ListPlan(file, month('2026-06'), () => --numbers)
  plan.candidates.know(
    standing.map(({ id, name, born, number }) => ({
      id,
      nameFolded: foldText(name),
      sex: undefined,
      birth: born === undefined ? undefined : birthFromShort(born),
      citizenId: number,
      oldId: undefined,
      deathOn: undefined,
      unitUid,
      village: undefined,
      linkedTo: undefined,
    })),
  )
  const rows = sketches.map(
    ({ name, born, number, household }, index): PlacedRow => ({
      number: index + 1,
      remarks: [],
      decision: undefined,
      unitUid,
      reading: {
        row: index + 1,
        name,
        sex: undefined,
        birth: born === undefined ? undefined : birthFromShort(born),
        id: number as CitizenId | undefined,
        idKind: number === undefined ? undefined : 'citizenId',
        unitAsWritten: [],
        village: undefined,
        household,
        relation: undefined,
        facts: {},
        award: undefined,
        note: undefined,
        standing: 'good',
        rowHash: `${index}`,
      } satisfies ListRow,
    }),
  )
  return { plan, rows, planned: rows.map((row) => plan.plan(row)) }
}

const an = { name: 'Lê Văn An', born: '1950-03-12', number: '040050000001' }
const meet = (earlier: Chunk, later: Chunk) => meets(later, footprintOf(earlier))

describe('two chunks of a list that do not see each other', () => {
  it('have nothing to do with each other when they are about other people', () => {
    const binh = { name: 'Lê Văn Bình', born: '1950-03-12', number: '040050000002' }
    expect(meet(chunkOf([an]), chunkOf([binh]))).toBe(false)
    expect(meet(chunkOf([an]), chunkOf([{ ...an, born: '1950-03-13', number: binh.number }]))).toBe(false)
  })

  it('meet by a number, by a name with a birth, and by a household', () => {
    expect(meet(chunkOf([an]), chunkOf([{ name: 'Lê An', number: an.number }]))).toBe(true)
    expect(meet(chunkOf([an]), chunkOf([{ name: 'lê văn an', born: '1950' }]))).toBe(true)
    const [first, second] = ['An', 'Bình'].map((name) => chunkOf([{ name, household: '7' }])) as [
      Chunk,
      Chunk,
    ]
    expect(meet(first, second)).toBe(true)
    expect(meet(first, chunkOf([{ name: 'Bình', household: '8' }]))).toBe(false)
  })

  it('meet in a record that stood before them, whichever way each found it', () => {
    const known = { ...an, id: 5 }
    const byNumber = chunkOf([{ name: 'Lê Văn An', born: '1950', number: an.number }], [known])
    const byName = chunkOf([{ name: 'Lê Văn An', born: '1950-03-12' }], [known])
    expect(meet(byNumber, byName)).toBe(true)
    expect(
      meet(byNumber, chunkOf([{ name: 'Vi Văn Bình', born: '1950' }], [{ ...known, id: 6, name: 'Vi' }])),
    ).toBe(false)
  })

  it('meet when the one gives a record the number by which the other would find it', () => {
    const nameless = { name: 'Lê Văn An', born: '1950-03-12', id: 5 }
    const giving = chunkOf([an], [nameless])
    const asking = chunkOf([{ name: 'Lê An Văn', number: an.number }])
    expect(giving.planned[0]).toMatchObject({ state: 'doubtful' })
    expect(meet(giving, asking)).toBe(false)
    const decided = { ...giving, planned: [] as Chunk['planned'] }
    const row = giving.rows[0] as PlacedRow & { unitUid: string }
    const plan = giving.plan.plan({ ...row, decision: { is: 'same', personId: 5 } })
    expect(meet({ ...decided, planned: [plan] }, asking)).toBe(true)
  })
})
