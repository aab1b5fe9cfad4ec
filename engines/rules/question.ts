import { type BenefitVerdict, type Explanation, explain, type GroundVerdict, type Trace } from './explain.ts'
import type { Fact, FactValue, FactValues } from './facts.ts'
import type { Program } from './rulebook.ts'
import { no, unknown } from './truth.ts'

/** Whether an answer about a benefit can still change when more becomes known. */
export function isOpen(verdict: BenefitVerdict): boolean {
  return verdict.amountDong.low !== verdict.amountDong.high
}

/** The unknown facts that a benefit's amount still hangs on, in the order the law reads them. */
export function openFacts(explanation: Explanation, verdict: BenefitVerdict): string[] {
  if (!isOpen(verdict)) return []
  const found = new Set<string>()
  collect(explanation, verdict, found)
  const rival = verdict.prevailing?.truth === unknown ? verdict.prevailing.benefit : undefined
  const rivalVerdict = rival === undefined ? undefined : explanation.benefits.get(rival)
  if (rivalVerdict) collect(explanation, rivalVerdict, found)
  return [...found]
}

/**
 * The facts each of which, whatever its value, would settle the benefit alone; when there is none, every fact
 * the amount hangs on.
 */
export function decidingFacts(explanation: Explanation, benefit: string): string[] {
  const verdict = explanation.benefits.get(benefit)
  if (!verdict) return []
  const open = openFacts(explanation, verdict)
  const alone = open.filter((key) =>
    trials(explanation.program, key).every((value) => {
      const after = explain(explanation.program, { ...explanation.facts, [key]: value }).benefits.get(benefit)
      return after !== undefined && !isOpen(after)
    }),
  )
  return alone.length > 0 && trialsExist(explanation.program, alone) ? alone : open
}

/**
 * The fact to ask for next: the one whose answer leaves the fewest benefits open, whatever it is. Undefined when
 * nothing that is still unknown can change an amount.
 */
export function nextQuestion(
  program: Program,
  facts: FactValues,
  skip: readonly string[] = [],
): string | undefined {
  const explanation = explain(program, facts)
  const open = new Set<string>()
  for (const verdict of explanation.benefits.values())
    for (const key of openFacts(explanation, verdict)) if (!skip.includes(key)) open.add(key)
  let best: { key: string; left: number } | undefined
  for (const key of open) {
    const values = trials(program, key)
    if (values.length === 0) return key
    const left = values.reduce<number>((sum, value) => sum + openLeft(program, { ...facts, [key]: value }), 0)
    if (!best || left / values.length < best.left) best = { key, left: left / values.length }
  }
  return best?.key
}

function openLeft(program: Program, facts: FactValues): number {
  let left = 0
  for (const verdict of explain(program, facts).benefits.values()) if (isOpen(verdict)) left++
  return left
}

/** Values to try a fact with. A birth has none to try: it is always worth asking. */
function trials(program: Program, key: string): FactValue[] {
  const fact = program.facts.find((each) => each.key === key) as Fact
  if (fact.kind === 'choice') return [...fact.values]
  if (fact.kind === 'count') return Array.from({ length: Math.min(fact.max, 3) + 1 }, (_, index) => index)
  return []
}

function trialsExist(program: Program, keys: readonly string[]): boolean {
  return keys.some((key) => trials(program, key).length > 0)
}

function collect(explanation: Explanation, verdict: BenefitVerdict, found: Set<string>): void {
  const { benefit } = verdict
  const grounds = [...benefit.highestOf, ...(benefit.excludedBy ?? []).map((each) => each.ground)]
  if (benefit.plus) grounds.push(benefit.plus.ground)
  for (const id of grounds) {
    const ground = explanation.grounds.get(id)
    if (ground?.truth === unknown) collectFrom(ground.trace, found)
    const per = benefit.plus?.ground === id ? benefit.plus.per : undefined
    if (per && ground?.truth !== no && explanation.facts[per] === undefined) found.add(per)
  }
  for (const coefficient of verdict.coefficients)
    for (const each of coefficient.cases) if (each.trace.truth === unknown) collectFrom(each.trace, found)
}

function collectFrom(trace: Trace, found: Set<string>): void {
  if (trace.truth !== unknown) return
  const { condition } = trace
  if (condition.op === 'is' || condition.op === 'age' || condition.op === 'atLeast') found.add(condition.fact)
  for (const each of trace.of ?? []) collectFrom(each, found)
  if (trace.verdict) collectFrom((trace.verdict as GroundVerdict).trace, found)
}
