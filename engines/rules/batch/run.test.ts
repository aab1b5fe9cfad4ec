import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain, type FactValues, no, type Program, yes } from '#rules'
import {
  encodePopulation,
  fromList,
  randomPerson,
  randomProgram,
  sampleLaw,
  samplePopulation,
  seeded,
} from '#rules/samples'
import { foldAmounts } from './amounts.ts'
import { judgePersons, newOutput, runTables } from './run.ts'
import { compileTables } from './tables.ts'

/** Fails unless the kernel says of everybody what the explanation says. */
function expectAgreement(program: Program, persons: readonly FactValues[]): void {
  const out = judgePersons(program, persons)
  persons.forEach((facts, i) => {
    const explanation = explain(program, facts)
    const said = program.grounds.map((ground) => explanation.grounds.get(ground.id)?.truth)
    const judged = program.grounds.map((_, g) => {
      const certain = ((out.certain[g >> 5]?.[i] as number) >>> (g & 31)) & 1
      const possible = ((out.possible[g >> 5]?.[i] as number) >>> (g & 31)) & 1
      return certain ? yes : possible ? 1 : no
    })
    expect(judged, JSON.stringify(facts)).toEqual(said)
    for (const [id, { entitled, amount }] of foldAmounts(program, out, i)) {
      const verdict = explanation.benefits.get(id)
      const tenths = { low: out.low[id]?.[i], high: out.high[id]?.[i] }
      expect({ tenths, entitled, amount }, `${id} of ${JSON.stringify(facts)}`).toEqual({
        tenths: verdict?.tenths,
        entitled: verdict?.entitledDong,
        amount: verdict?.amountDong,
      })
    }
  })
}

describe('the reference kernel', () => {
  it('judges some of the people and leaves the others alone', () => {
    const program = sampleLaw()
    const columns = encodePopulation(program, samplePopulation(program, 9_000, 2))
    const tables = compileTables(program)
    const [whole, inPieces] = [newOutput(program, 9_000), newOutput(program, 9_000)]
    runTables(tables, columns, 0, 9_000, whole)
    runTables(tables, columns, 4_097, 9_000, inPieces)
    expect(inPieces.possible[0]?.subarray(0, 4_097).every((word) => word === 0)).toBe(true)
    runTables(tables, columns, 0, 4_097, inPieces)
    expect(inPieces).toEqual(whole)
  })

  it('says of everybody what the explanation says, under any program', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 999_999 }), { maxLength: 300, size: 'max' }),
        fc.nat(),
        (numbers, seed) => {
          const program = randomProgram(fromList(numbers))
          const draw = seeded(seed)
          expectAgreement(
            program,
            Array.from({ length: 20 }, () => randomPerson(draw, program)),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('says it too under large drawn programs', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const draw = seeded(seed)
      const program = randomProgram(draw)
      expectAgreement(
        program,
        Array.from({ length: 30 }, () => randomPerson(draw, program)),
      )
    }
  })
})
