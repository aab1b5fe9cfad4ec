import { monthlyFacts } from '#law/social-assistance'
import type { Act, ActKind } from './acts.ts'

const askedByLaw: ReadonlySet<string> = new Set(monthlyFacts.map(({ key }) => key))

interface ActRule {
  /** Whether a second officer decides it. */
  needsSecond: (act: never) => boolean
  /** Whose officers decide it, beside the province's. */
  decidedBy: 'unit' | 'receivingUnit'
}

const always = () => true
const whenLawAsks = ({ key }: { key: string }) => askedByLaw.has(key)

/**
 * Who may do what. Identity, death, moves, households and every fact that the law asks for decide money or who
 * somebody is: one officer proposes them and another decides, in the province as in a commune. The rest an officer
 * does alone. The machine does what registers tell it without a second person.
 */
const rules: { readonly [Kind in ActKind]: ActRule } = {
  correctFact: { needsSecond: whenLawAsks, decidedBy: 'unit' },
  endFact: { needsSecond: whenLawAsks, decidedBy: 'unit' },
  replaceFact: { needsSecond: whenLawAsks, decidedBy: 'unit' },
  correctPerson: {
    needsSecond: ({ change }: { change: object }) => Object.keys(change).some((key) => key !== 'village'),
    decidedBy: 'unit',
  },
  replacePersonValue: { needsSecond: always, decidedBy: 'unit' },
  endPersonValue: { needsSecond: always, decidedBy: 'unit' },
  death: { needsSecond: always, decidedBy: 'unit' },
  undoDeath: { needsSecond: always, decidedBy: 'unit' },
  move: { needsSecond: always, decidedBy: 'receivingUnit' },
  return: { needsSecond: always, decidedBy: 'receivingUnit' },
  split: { needsSecond: always, decidedBy: 'unit' },
  merge: { needsSecond: always, decidedBy: 'unit' },
  join: { needsSecond: always, decidedBy: 'unit' },
  leave: { needsSecond: always, decidedBy: 'unit' },
  correctRelation: { needsSecond: always, decidedBy: 'unit' },
  changeHead: { needsSecond: () => false, decidedBy: 'unit' },
}

/** Whether one officer proposes this and another decides it. */
export function needsSecondPerson(act: Act): boolean {
  return (rules[act.kind].needsSecond as (act: Act) => boolean)(act)
}

/** Whose officers decide such a request, beside the province's. */
export function decidedByWhom(kind: ActKind): 'unit' | 'receivingUnit' {
  return rules[kind].decidedBy
}
