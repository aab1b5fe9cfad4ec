import {
  addCivilMonths,
  addMonths,
  birthday,
  firstDayOf,
  type LocalDate,
  lastDayOf,
  type Month,
  monthOf,
  monthsBetween,
  numberOf,
} from '#calendar'
import { monthlyBook } from '#law/social-assistance'
import {
  type AgeCondition,
  type BenefitVerdict,
  type BirthRange,
  type Citation,
  type Explanation,
  explain,
  type FactValue,
  type FactValues,
  type Program,
  type Range,
  yes,
} from '#rules'
import type { Cause, FactDay, GrownChild } from './causes.ts'
import { agesAmong, birthBeside, leavesOf, othersThan } from './leaves.ts'

/** What is asked: under which single change would the law give `targetDong`, what is recorded or was given before? */
export interface CauseQuestion {
  explanation: Explanation
  /** The facts of the person themselves: an explanation is shared by all with the same profile. */
  facts: FactValues
  benefit: string
  targetDong: Range
  /** The first month of the difference. */
  since: Month
  deathOn: LocalDate | undefined
  /** Since when the person's facts hold. */
  factDays: ReadonlyMap<string, FactDay>
  /** The grounds on record. */
  grounds: readonly string[]
  /** Children who reached an age when the difference began or in the month before, by the count they left. */
  children: ReadonlyMap<string, GrownChild>
  /** The law of the month before the difference. */
  programBefore: Program
}

/**
 * The one change under which the recorded amount would be right: a death, something that stops the benefit, an
 * older standard, an age, a fact, an older law, another coefficient. The first that fits, the most telling first.
 */
export function findCause(question: CauseQuestion): Cause {
  return (
    stopped(question) ??
    oldStandard(question) ??
    byGrownChild(question) ??
    byDatedFact(question) ??
    byAge(question, (on) => isAtTheStart(question, on)) ??
    byLaw(question) ??
    byAge(question, (on) => isWithinSight(question, on)) ??
    byFact(question) ??
    byAge(question, (on) => on <= lastDayOf(question.since)) ??
    byCoefficient(question) ?? { kind: 'unexplained' }
  )
}

const zero: Range = { low: 0, high: 0 }

/** Whether the law would give the target with these facts instead. */
function gives({ explanation, benefit, targetDong }: CauseQuestion, facts: FactValues): boolean {
  const other = explain(explanation.program, { ...explanation.facts, ...facts })
  return isSame(other.benefits.get(benefit)?.amountDong ?? zero, targetDong)
}

function isSame(one: Range, other: Range): boolean {
  return one.low === other.low && one.high === other.high
}

function verdictOf({ explanation, benefit }: CauseQuestion): BenefitVerdict | undefined {
  return explanation.benefits.get(benefit)
}

function stopped(question: CauseQuestion): Cause | undefined {
  const { explanation, deathOn } = question
  const verdict = verdictOf(question)
  if (!verdict || verdict.amountDong.high > 0) return undefined
  const dead = verdict.excludedBy.find(({ ground, truth }) => truth === yes && ground.id === 'dead')
  if (dead) return { kind: 'died', on: deathOn, cite: dead.ground.cite }
  const excluding = verdict.excludedBy.find(({ truth }) => truth === yes)
  if (excluding) {
    const { id, text, cite } = excluding.ground
    return { kind: 'excluded', ground: id, text, cite }
  }
  if (verdict.prevailing?.truth !== yes || verdict.entitledDong.low === 0) return undefined
  const choice = explanation.program.choices.find(({ id }) => id === verdict.prevailing?.choice)
  const other = explanation.benefits.get(verdict.prevailing.benefit)
  if (!choice || !other) return undefined
  return { kind: 'prevailing', benefit: other.benefit.id, amountDong: other.entitledDong, cite: choice.cite }
}

/** The standard before today's, alone or beside one other cause that came with it. */
function oldStandard(question: CauseQuestion): Cause | undefined {
  const { explanation, targetDong, since } = question
  const verdict = verdictOf(question)
  const now = verdict && explanation.program.parameters.get(verdict.benefit.standard)
  if (!now || targetDong.low === 0 || verdict.tenths.low !== verdict.tenths.high) return undefined
  const older = valueBefore(now.id, now.value, since)
  if (older === undefined) return undefined
  const target = {
    low: (targetDong.low / older) * now.value,
    high: (targetDong.high / older) * now.value,
  }
  const cause = { kind: 'standardChanged', fromDong: older, toDong: now.value, cite: now.cite } as const
  if (isSame(target, verdict.amountDong)) return { ...cause, also: undefined }
  const raised = { ...question, targetDong: target }
  const also = byGrownChild(raised) ?? byAge(raised, (on) => isWithinSight(raised, on))
  return also && { ...cause, also }
}

/** The latest other value of a parameter that the law of these months had. */
function valueBefore(id: string, value: number, since: Month): number | undefined {
  const rows = monthlyBook.provisions.filter((each) => each.kind === 'parameter' && each.id === id)
  const older = rows
    .filter(({ during }) => during.from <= lastDayOf(since))
    .toSorted((one, other) => other.during.from.localeCompare(one.during.from))
    .find((each) => each.kind === 'parameter' && each.value !== value)
  return older?.kind === 'parameter' && older.value !== null ? older.value : undefined
}

/** A child of the household grew out of a count. */
function byGrownChild(question: CauseQuestion): Cause | undefined {
  for (const [fact, child] of question.children) {
    const cause = firstFact(question, [fact])
    if (cause?.kind === 'factChanged' && (cause.instead as number) > (cause.value as number))
      return { ...cause, ground: cause.ground ?? groundByCount(question, cause), child }
  }
  return undefined
}

/** The ground that the count carried when none is on record. */
function groundByCount(
  { explanation, benefit }: CauseQuestion,
  { fact, instead }: { fact: string; instead: FactValue | undefined },
): string | undefined {
  const before = explain(explanation.program, { ...explanation.facts, [fact]: instead }).benefits.get(benefit)
  return before && (bestOf(before)?.ground ?? before.benefit.plus?.ground)
}

/** A fact that came to hold no later than the difference began and has held since a known day. */
function byDatedFact(question: CauseQuestion): Cause | undefined {
  const { factDays, since } = question
  const dated = [...factDays]
    .filter(([, { from }]) => from !== undefined && from <= lastDayOf(since))
    .filter(([, { from }]) => (from as LocalDate) >= firstDayOf(question.programBefore.moment.month))
    .toSorted(([, one], [, other]) => (other.from as string).localeCompare(one.from as string))
  return firstFact(
    question,
    dated.map(([key]) => key),
  )
}

/** Facts of the grounds on record first; without any, of every ground of the benefit. */
function byFact(question: CauseQuestion): Cause | undefined {
  const verdict = verdictOf(question)
  if (!verdict) return undefined
  const recorded = recordedGrounds(question)
  const leaves = leavesOf(
    question.explanation.program,
    verdict.benefit,
    recorded.length > 0 ? recorded : undefined,
  )
  const keys = new Set(leaves.filter(({ op }) => op !== 'age').map(({ fact }) => fact))
  if (verdict.benefit.plus && recorded.includes(verdict.benefit.plus.ground))
    keys.add(verdict.benefit.plus.per)
  return firstFact(question, [...keys])
}

function firstFact(question: CauseQuestion, keys: readonly string[]): Cause | undefined {
  const { explanation, factDays } = question
  const ground = recordedGrounds(question)[0]
  for (const fact of keys)
    for (const instead of othersThan(explanation.program, fact, explanation.facts))
      if (gives(question, { [fact]: instead })) {
        const value = explanation.facts[fact] as string | number
        const cite = citeOf(question)
        const since = factDays.get(fact)
        return { kind: 'factChanged', fact, value, instead, since, ground, child: undefined, cite }
      }
  return undefined
}

/** The grounds on record that the law of the month knows: `SP` stands for all of the social pension. */
function recordedGrounds({ explanation, grounds }: CauseQuestion): string[] {
  const ids = [...explanation.grounds.keys()]
  return grounds.flatMap((each) => ids.filter((id) => id === each || id.startsWith(`${each}-`)))
}

/** In the month of the difference or the one before: what is reached within a month may be felt only after it. */
function isAtTheStart({ since }: CauseQuestion, on: LocalDate): boolean {
  return monthOf(on) === since || monthOf(on) === addMonths(since, -1)
}

/** Birthdays that a mistake may hang on: of so many months before the difference began and after. */
const monthsInSight = { before: 60, after: 24 }

function isWithinSight({ since }: CauseQuestion, on: LocalDate): boolean {
  const of = monthOf(on)
  return of >= addMonths(since, -monthsInSight.before) && of <= addMonths(since, monthsInSight.after)
}

/** An age whose birthday is as asked; a birthday long ago explains less than a law that changed since. */
function byAge(question: CauseQuestion, isMeant: (birthdayOn: LocalDate) => boolean): Cause | undefined {
  const { explanation, facts } = question
  const verdict = verdictOf(question)
  const birth = facts.birth as BirthRange | undefined
  if (!verdict || !birth) return undefined
  const { program } = explanation
  for (const leaf of agesAmong(leavesOf(program, verdict.benefit))) {
    const reached = isReached(birth, leaf)
    if (reached === undefined || !isMeant(birthday(birth.to, leaf.years))) continue
    if (!gives(question, { [leaf.fact]: birthBeside(leaf, program, !reached) })) continue
    if (!reached) return { kind: 'ageNotReached', years: leaf.years, birth, cite: citeOf(question) }
    return agePassed(question, leaf, birth)
  }
  return undefined
}

function isReached(birth: BirthRange, { latestBirth = 0 }: AgeCondition): boolean | undefined {
  if (numberOf(birth.to) <= latestBirth) return true
  return numberOf(birth.from) > latestBirth ? false : undefined
}

function agePassed(question: CauseQuestion, leaf: AgeCondition, birth: BirthRange): Cause {
  const { explanation, benefit } = question
  const { program } = explanation
  const younger = { ...explanation.facts, [leaf.fact]: birthBeside(leaf, program, false) }
  const before = explain(program, younger).benefits.get(benefit)
  const verdict = verdictOf(question)
  const best = verdict && bestOf(verdict)
  const lost = before && bestOf(before)
  return {
    kind: 'ageReached',
    years: leaf.years,
    birth,
    ground: best?.ground ?? lost?.ground,
    tenths: { from: before?.tenths.high ?? 0, to: verdict?.tenths.high ?? 0 },
    next: verdict?.truth === 0 && lost ? followingGround(question, lost.ground) : undefined,
    cite: best?.cases[0]?.case.cite ?? groundCite(explanation, lost?.ground) ?? citeOf(question),
  }
}

function groundCite({ grounds }: Explanation, id: string | undefined): Citation | undefined {
  return id === undefined ? undefined : grounds.get(id)?.ground.cite
}

/** What may come after a ground that age ends: the facts nobody can know before asking. */
const following: Readonly<Record<string, FactValues>> = {
  K1: { formerlyWithoutSupport: 'yes', studying: 'yes' },
}

function followingGround({ explanation, benefit }: CauseQuestion, lost: string): string | undefined {
  const facts = following[lost]
  if (!facts) return undefined
  const verdict = explain(explanation.program, { ...explanation.facts, ...facts }).benefits.get(benefit)
  return verdict && verdict.amountDong.low > 0 ? bestOf(verdict)?.ground : undefined
}

/** The coefficient that decides an amount. */
export function bestOf({ coefficients }: BenefitVerdict) {
  const best = Math.max(0, ...coefficients.map(({ tenths }) => tenths.high))
  return coefficients.find(({ tenths }) => tenths.high === best)
}

/** The case that decides, the ground on record when nothing is given, or else the benefit's own article. */
function citeOf(question: CauseQuestion): Citation {
  const verdict = verdictOf(question) as BenefitVerdict
  const [recorded] = recordedGrounds(question)
  const ground = recorded === undefined ? undefined : question.explanation.grounds.get(recorded)?.ground
  if (verdict.amountDong.high === 0 && ground) return ground.cite
  return decidingOf(verdict)?.cite ?? ground?.cite ?? verdict.benefit.cite
}

/** The law of the month before for somebody as old then, with its standard or already with today's. */
function byLaw(question: CauseQuestion): Cause | undefined {
  const { explanation, benefit, programBefore, targetDong } = question
  const verdict = verdictOf(question)
  const asOld = olderBy(
    monthsBetween(programBefore.moment.month, explanation.program.moment.month),
    question.facts,
  )
  const before = verdict && explain(programBefore, asOld).benefits.get(benefit)
  if (!before) return undefined
  const standard = explanation.program.parameters.get(verdict.benefit.standard)?.value ?? 0
  const raised = before.amountDong.low > 0 && (before.tenths.low * standard) / 10 === targetDong.low
  if (!raised && !isSame(before.amountDong, targetDong)) return undefined
  const tenths = { from: before.tenths.high, to: verdict.tenths.high }
  return { kind: 'lawChanged', tenths, cite: citeOf(question) }
}

/** The facts of somebody born so many months earlier: as old then as the person is now. */
function olderBy(months: number, facts: FactValues): FactValues {
  const birth = facts.birth as BirthRange | undefined
  if (!birth) return facts
  const back = (on: LocalDate) => addCivilMonths(on, -months)
  return { ...facts, birth: { from: back(birth.from), to: back(birth.to) } }
}

/** The standard times a coefficient that is not this person's, perhaps nobody's. */
function byCoefficient(question: CauseQuestion): Cause | undefined {
  const { explanation, targetDong } = question
  const verdict = verdictOf(question)
  const standard = verdict && explanation.program.parameters.get(verdict.benefit.standard)
  if (!standard || targetDong.low !== targetDong.high || targetDong.low === 0) return undefined
  if (verdict.tenths.low !== verdict.tenths.high || verdict.amountDong.low === 0) return undefined
  const recorded = (targetDong.low * 100) / standard.value
  const best = decidingOf(verdict)
  if (!best || recorded !== Math.round(recorded)) return undefined
  const hundredths = { recorded, law: verdict.tenths.low * 10 }
  return { kind: 'coefficientMistaken', hundredths, ...best }
}

/** The ground whose coefficient decides: one of the highest, or the one paid per head when there is no other. */
function decidingOf(verdict: BenefitVerdict): { ground: string; cite: Citation } | undefined {
  const best = bestOf(verdict)
  if (best) return { ground: best.ground, cite: best.cases[0]?.case.cite ?? verdict.benefit.cite }
  const { plus } = verdict.benefit
  return plus && { ground: plus.ground, cite: plus.cite }
}
