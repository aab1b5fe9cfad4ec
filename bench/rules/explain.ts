/**
 * One case with its full reasoning, beside Publicodes under the same rules: `node bench/rules/explain.ts`. People
 * for Publicodes know all their facts, since it has no third truth value.
 */
import { explain, type FactValues, no } from '#rules'
import { personOf, sampleLaw, samplePopulation } from '#rules/samples'
import { hold, measure, printMachine } from './measure.ts'
import { publicodesEngine, situationOf } from './publicodes.ts'

const program = sampleLaw()
const people = samplePopulation(program, 40_000, 77)
const persons = Array.from({ length: people.count }, (_, person) => personOf(people, person))
const open = persons.filter((facts) => !isKnown(facts)).slice(0, 4_000)
const known = persons.filter(isKnown).slice(0, 1_500)

printMachine()
console.log(
  `${program.grounds.length} grounds; ${known.length} persons fully known, ${open.length} with unknowns`,
)
const ofKnown = await explainAll(known)
const ofOpen = await explainAll(open)
const trace = JSON.stringify([...explain(program, known[0] as FactValues).grounds.values()]).length
console.log(
  `explanation, facts known     ${ofKnown.toFixed(1).padStart(8)} µs a case (trace of ${trace} characters)`,
)
console.log(`explanation, facts unknown   ${ofOpen.toFixed(1).padStart(8)} µs a case`)

const engine = publicodesEngine(program)
const cases = known.slice(0, 400)
const situations = cases.map((facts) => situationOf(program, facts))
const targets = ['met', ...program.benefits.map((_, index) => `amount${index}`)]
let answers: number[][] = []
const theirs = await measure(
  () => {
    answers = situations.map((situation) => {
      engine.setSituation(situation)
      return targets.map((target) => Number(engine.evaluate(target).nodeValue))
    })
  },
  { passes: 2, warmUps: 1 },
)
const ofPublicodes = (theirs.wallMs * 1000) / cases.length
console.log(`Publicodes, facts known      ${ofPublicodes.toFixed(1).padStart(8)} µs a case`)
const ratio = ofPublicodes / ofKnown
console.log(`Publicodes ÷ explanation: ${ratio.toFixed(0)}×`)
const same = cases.every((facts, index) => answers[index]?.join() === answerOf(facts).join())
hold('Publicodes and the explanation give the same grounds and đồng', same)
hold('an explanation takes at most 1/50 of the time of Publicodes', ratio >= 50)
hold('an explanation with its full trace takes at most 50 µs', Math.max(ofKnown, ofOpen) <= 50, false)

function isKnown(facts: FactValues): boolean {
  return Object.values(facts).every((value) =>
    typeof value === 'object' ? value.from === value.to : value !== undefined,
  )
}

/** Microseconds a case. */
async function explainAll(of: readonly FactValues[]): Promise<number> {
  let met = 0
  const { wallMs } = await measure(
    () => {
      for (const facts of of)
        for (const verdict of explain(program, facts).grounds.values()) met += verdict.truth
    },
    { passes: 5, warmUps: 3 },
  )
  if (met === 0) throw new Error('Nobody meets any ground: the sample is no sample')
  return (wallMs * 1000) / of.length
}

function answerOf(facts: FactValues): number[] {
  const { grounds, benefits } = explain(program, facts)
  const met = [...grounds.values()].filter((verdict) => verdict.truth !== no).length
  return [met, ...[...benefits.values()].map((verdict) => verdict.amountDong.high)]
}
