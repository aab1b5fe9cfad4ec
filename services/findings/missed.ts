import type { LocalDate, Month } from '#calendar'
import {
  type BirthRange,
  type Explanation,
  type FactValues,
  type GroundVerdict,
  type Text,
  type Trace,
  yes,
} from '#rules'
import { groundName } from './benefit-words.ts'
import type { Cause } from './causes.ts'
import { shortFact } from './fact-words.ts'
import { bestOf } from './tracing.ts'

/** What makes a benefit due that nobody receives, and why it may have been missed. */
export function neverApplied(
  explanation: Explanation,
  {
    facts,
    benefit,
    ...rest
  }: {
    facts: FactValues
    benefit: string
    pendingSince: LocalDate | undefined
    paidUntil: Month | undefined
  },
): Cause {
  const verdict = explanation.benefits.get(benefit)
  const best = verdict && bestOf(verdict)
  const ground = explanation.grounds.get(best?.ground ?? verdict?.benefit.plus?.ground ?? '')
  if (!verdict || !ground) return { kind: 'unexplained' }
  const birth = facts.birth as BirthRange | undefined
  const held = holding(ground.trace, false)
  const ages = held.flatMap(({ leaf, denied }) => (leaf.op === 'age' && !denied ? [leaf.years] : []))
  const age = Math.max(0, ...ages)
  return {
    kind: 'neverApplied',
    ground: ground.ground.id,
    age: birth && age >= youngestToldOf ? { years: age, birth } : undefined,
    facts: phrasesOf(held, explanation.facts),
    cite: best?.cases[0]?.case.cite ?? verdict.benefit.plus?.cite ?? ground.ground.cite,
    ...rest,
  }
}

/** No benefit begins at a lower age; below it ages are levels of a child's benefit. */
const youngestToldOf = 16

interface Held {
  leaf: Extract<Trace['condition'], { op: 'is' | 'age' | 'atLeast' }>
  denied: boolean
  /** The words of the clause it stands under, which say it better. */
  clause: Text | undefined
}

/** The leaves by which a condition holds; what holds because something else does not is left out. */
function holding(trace: Trace, denied: boolean, clause?: Text): Held[] {
  const { condition } = trace
  if ((denied ? 2 - trace.truth : trace.truth) !== yes) return []
  switch (condition.op) {
    case 'all':
    case 'any':
      return (trace.of ?? []).flatMap((each) => holding(each, denied, clause))
    case 'not':
      return holding(trace.of?.[0] as Trace, !denied, clause)
    case 'clause':
      return holding(trace.of?.[0] as Trace, denied, condition.text)
    case 'meets':
      return denied || !trace.verdict ? [] : byGround(trace.verdict)
    default:
      return [{ leaf: condition, denied, clause }]
  }
}

/** Another ground by its leaves, or by its name when it states itself in clauses. */
function byGround({ ground, trace }: GroundVerdict): Held[] {
  const held = holding(trace, false)
  const stated = held.find(({ clause }) => clause !== undefined)
  const name = groundName(ground.id)
  return stated ? [{ ...stated, clause: { vi: `thuộc ${name.vi}`, en: `on ${name.en}` } }] : held
}

function phrasesOf(held: readonly Held[], facts: FactValues): Text[] {
  const phrases = new Map<string, Text>()
  for (const { leaf, denied, clause } of held) {
    if (clause) phrases.set(clause.vi, clause)
    // That they asked is told by the application, or that there is none.
    else if (leaf.fact === 'pensionRequested') continue
    else if (leaf.op !== 'age') {
      const phrase = shortFact(leaf.fact, facts[leaf.fact])
      if (phrase) phrases.set(phrase.vi, phrase)
    } else if (denied)
      phrases.set('under', { vi: `dưới ${leaf.years} tuổi`, en: `under ${leaf.years} years old` })
  }
  return [...phrases.values()]
}
