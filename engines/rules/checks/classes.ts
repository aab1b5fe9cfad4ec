import { addDays, type LocalDate, parseDay } from '#calendar'
import type { Fact, FactValue, Program } from '#rules'
import { columnsOf } from '#rules/batch'

/** All values of a fact that the rules treat alike, and one of them. */
export interface FactClass {
  fact: string
  /** A value of the class; a birth is a single day. */
  sample: FactValue
  /** Of amounts, the least and the greatest; of births, the first and the last day. Open where absent. */
  from?: number | LocalDate
  to?: number | LocalDate
}

/** The classes of every fact that one of the programs reads, as fine as all of them need, in ascending order. */
export function classesOfFacts(...programs: readonly Program[]): Map<string, FactClass[]> {
  const cuts = new Map<string, Set<number>>()
  const facts = new Map<string, Fact>()
  for (const program of programs) {
    for (const fact of program.facts) facts.set(fact.key, fact)
    for (const spec of columnsOf(program))
      if (spec.kind === 'amount' || spec.kind === 'youngest')
        cuts.set(spec.fact, (cuts.get(spec.fact) ?? new Set()).union(new Set(spec.cuts)))
  }
  const sorted = (key: string) => [...(cuts.get(key) ?? [])].sort((a, b) => a - b)
  return new Map([...facts.values()].map((fact) => [fact.key, classesOf(fact, sorted(fact.key))]))
}

function classesOf(fact: Fact, cuts: readonly number[]): FactClass[] {
  switch (fact.kind) {
    case 'choice':
      return fact.values.map((sample) => ({ fact: fact.key, sample }))
    case 'count':
      return Array.from({ length: fact.max + 1 }, (_, sample) => ({ fact: fact.key, sample }))
    case 'amount':
      return amountClasses(fact.key, cuts)
    case 'birth':
      return birthClasses(fact.key, cuts)
  }
}

function amountClasses(fact: string, cuts: readonly number[]): FactClass[] {
  const starts = [0, ...cuts.filter((cut) => cut > 0)]
  return starts.map((from, index) => {
    const next = starts[index + 1]
    return { fact, sample: from, from, ...(next === undefined ? {} : { to: next - 1 }) }
  })
}

/** Births from one cut-off day to the next, the oldest first; what holds no real day (29 February) is left out. */
function birthClasses(fact: string, cuts: readonly number[]): FactClass[] {
  const last = [...new Set(cuts.map(lastRealDay))]
  const single = (on: LocalDate) => ({ from: on, to: on })
  const classes: FactClass[] = last.map((to, index) => {
    const before = last[index - 1]
    return { fact, sample: single(to), ...(before ? { from: addDays(before, 1) } : {}), to }
  })
  const end = last.at(-1)
  if (!end) return [{ fact, sample: single('2000-01-01' as LocalDate) }]
  return [...classes, { fact, sample: single(addDays(end, 1)), from: addDays(end, 1) }]
}

/** The last day of the calendar that is not after `cut` (yyyymmdd). */
function lastRealDay(cut: number): LocalDate {
  for (let number = cut; ; number--) {
    const digits = String(number).padStart(8, '0')
    const on = parseDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)
    if (on) return on
  }
}
