import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { type FactValues, type Program, resolve, rulebook } from '#rules'
import { compileTables, encode, newOutput, runTables } from '#rules/batch'
import {
  encodePopulation,
  fromList,
  randomPerson,
  randomProgram,
  sampleLaw,
  samplePopulation,
  seeded,
} from '#rules/samples'
import { emitKernel } from './emit.ts'
import { kernelFor, runKernel } from './run.ts'

/** Fails unless the WebAssembly kernel gives the bits and tenths of the reference kernel. */
function expectAgreement(program: Program, persons: readonly FactValues[]): void {
  const columns = encode(program, persons.length, (person, fact) => persons[person]?.[fact])
  const expected = newOutput(program, persons.length)
  runTables(compileTables(program), columns, 0, persons.length, expected)
  expect(runKernel(kernelFor(program), program, columns)).toEqual(expected)
  const inManyFunctions = emitKernel(compileTables(program), 4)
  expect(runKernel(inManyFunctions, program, columns)).toEqual(expected)
}

describe('the WebAssembly kernel', () => {
  it('agrees with the reference kernel under any program, in one function and in many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 999_999 }), { maxLength: 300, size: 'max' }),
        fc.nat(),
        (numbers, seed) => {
          const program = randomProgram(fromList(numbers))
          const draw = seeded(seed)
          expectAgreement(
            program,
            Array.from({ length: 40 }, () => randomPerson(draw, program)),
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  it('agrees under the sample rules for a hundred thousand people, more than one block', () => {
    const program = sampleLaw()
    const columns = encodePopulation(program, samplePopulation(program, 100_000, 7))
    const expected = newOutput(program, columns.count)
    runTables(compileTables(program), columns, 0, columns.count, expected)
    expect(runKernel(kernelFor(program), program, columns)).toEqual(expected)
  })

  it('has nothing to say under a program without rules', () => {
    const moment = { month: month('2024-01'), knownOn: day('2024-01-31') }
    expectAgreement(resolve(rulebook([], []), moment), [{}, {}])
  })

  it('agrees under 480 grounds', () => {
    const program = sampleLaw(12)
    const columns = encodePopulation(program, samplePopulation(program, 20_000, 8))
    const expected = newOutput(program, columns.count)
    runTables(compileTables(program), columns, 0, columns.count, expected)
    expect(runKernel(kernelFor(program), program, columns)).toEqual(expected)
  })
})
