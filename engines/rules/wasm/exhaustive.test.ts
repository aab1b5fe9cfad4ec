import { describe, expect, it } from 'vitest'
import { explain, type FactValues, no, type Program, yes } from '#rules'
import { type BatchOutput, encode, foldAmounts, judgePersons } from '#rules/batch'
import { everyPersonOf, personOf, sampleLaw, samplePopulation } from '#rules/samples'
import { kernelFor, runKernel } from './run.ts'

/** Ground by ground and đồng by đồng, in a few characters, so that a hundred thousand people compare quickly. */
function explained(program: Program, facts: FactValues): string {
  const { grounds, benefits } = explain(program, facts)
  const truths = [...grounds.values()].map((verdict) => verdict.truth).join('')
  const amounts = [...benefits.values()].map(({ amountDong }) => `${amountDong.low}-${amountDong.high}`)
  return `${truths} ${amounts.join(' ')}`
}

function judged(program: Program, out: BatchOutput, i: number): string {
  const truths = program.grounds.map((_, g) => {
    const bit = (words: readonly Uint32Array[]) => ((words[g >> 5]?.[i] as number) >>> (g & 31)) & 1
    return bit(out.certain) ? yes : bit(out.possible) ? 1 : no
  })
  const amounts = [...foldAmounts(program, out, i).values()].map(
    ({ amount }) => `${amount.low}-${amount.high}`,
  )
  return `${truths.join('')} ${amounts.join(' ')}`
}

function expectOneAnswer(program: Program, persons: readonly FactValues[]): void {
  const out = judgePersons(program, persons)
  const columns = encode(program, persons.length, (person, fact) => persons[person]?.[fact])
  expect(runKernel(kernelFor(program), program, columns)).toEqual(out)
  const differing = persons.filter((facts, i) => explained(program, facts) !== judged(program, out, i))
  expect(differing.slice(0, 3)).toEqual([])
}

const program = sampleLaw()

describe('explanation, reference kernel and WebAssembly give one answer', () => {
  it('for every combination of classes that a ground reads, each ground in turn', () => {
    const persons = program.grounds.flatMap((ground) => everyPersonOf(program, ground.id))
    expect(persons.length).toBeGreaterThan(100_000)
    expectOneAnswer(program, persons)
  })

  it('for a hundred thousand people drawn at random', () => {
    const people = samplePopulation(program, 100_000, 3)
    expectOneAnswer(
      program,
      Array.from({ length: people.count }, (_, person) => personOf(people, person)),
    )
  })
})
