import { addMonths, type LocalDate, type Month, monthOf } from '#calendar'
import { programFor } from '#law/social-assistance'
import type { Transaction } from '#platform/database'
import { dayOf, factsAt, type MonthColumns } from '#registry'
import { type BenefitVerdict, type Explanation, explain, type Program, yes } from '#rules'
import { wordCause } from './cause-words.ts'
import type { Cause } from './causes.ts'
import { grownChildren } from './children.ts'
import type { Clock } from './clocks.ts'
import type { Draft } from './drafts.ts'
import { dueByOf } from './due-days.ts'
import { compiledAt, type Evaluation } from './evaluation.ts'
import { type FactDays, readFactDays, readLastPaid } from './fact-days.ts'
import { neverApplied } from './missed.ts'
import { nextStepFor } from './next-steps.ts'
import { factsToAsk, lawReasons, otherQuestions, sourceOf } from './reasons.ts'
import { bestOf, findCause } from './tracing.ts'

/** What the register says beside the month: since when facts hold, what was paid before, what has been asked for. */
interface Background {
  knownOn: LocalDate
  factDays: FactDays
  lastPaid: ReadonlyMap<string, Month>
  /** By `place benefit`. */
  pending: ReadonlyMap<string, LocalDate>
}

/**
 * Gives findings their cause, next step and day. The law's part is worked out once for all people with the same
 * profile; only people with a finding are looked at. Coming changes are explained by the law of their own month.
 */
export async function explainFindings(
  transaction: Transaction,
  evaluation: Evaluation,
  {
    drafts,
    clocks,
    ahead,
  }: { drafts: readonly Draft[]; clocks: readonly Clock[]; ahead: ReadonlyMap<Month, Evaluation> },
): Promise<Draft[]> {
  const { columns, programs } = evaluation
  const idsOf = (...kinds: Draft['kind'][]) => [
    ...new Set(
      drafts.filter(({ kind }) => kinds.includes(kind)).map(({ place }) => columns.ids[place] as number),
    ),
  ]
  const background: Background = {
    knownOn: programs.knownOn,
    factDays: await readFactDays(
      transaction,
      idsOf('undue', 'underpaid', 'overpaid', 'unknown', 'comingUp'),
      columns.month,
    ),
    lastPaid: await readLastPaid(transaction, idsOf('missed'), columns),
    pending: pendingOf(clocks),
  }
  const explainer = new Explainer(background)
  const meant = (found: Draft) => ahead.get(monthMeant(found, columns.month)) ?? evaluation
  return drafts.map((found) => explainer.explain(found, meant(found)))
}

function pendingOf(clocks: readonly Clock[]): ReadonlyMap<string, LocalDate> {
  const pending = clocks.filter(({ application }) => application.decidedOn === undefined)
  return new Map(
    pending.map(({ place, application: { benefit, receivedOn } }) => [`${place} ${benefit}`, receivedOn]),
  )
}

function monthMeant({ kind, dueOn }: Draft, month: Month): Month {
  return kind === 'comingUp' && dueOn !== undefined ? monthOf(dueOn) : month
}

class Explainer {
  private readonly background: Background
  private readonly explanations = new WeakMap<Program, Map<string, Explanation>>()
  private readonly deciding = new WeakMap<Explanation, Map<string, string[]>>()

  constructor(background: Background) {
    this.background = background
  }

  /** A finding with its cause first, what the law rests on, its next step and its day. */
  explain(found: Draft, evaluation: Evaluation): Draft {
    const { columns, receipts } = evaluation
    const explanation = this.explanationOf(evaluation, found.place)
    const verdict = explanation.benefits.get(found.benefit)
    const { knownOn } = this.background
    const month = columns.month
    const categories = receipts.groundsAt(found.place, found.benefit)
    const asked =
      found.kind === 'unknown'
        ? factsToAsk(explanation, found.benefit, categories, this.decidingOf(explanation))
        : []
    const payees = receipts.payeesAt(found.place, found.benefit)
    const twice: Cause | undefined =
      payees > 1 && found.kind === 'overpaid' ? { kind: 'paidTwice', records: payees } : undefined
    const cause =
      twice ?? (verdict ? this.causeOf(found, { columns, explanation, categories, asked }) : unexplained)
    return {
      ...found,
      dueBy: found.dueOn === undefined ? dueByOf(found.kind, found.recordedDong) : undefined,
      reasons: [
        wordCause(cause, found, month),
        ...sourceOf(cause),
        ...(verdict ? lawReasons(explanation, verdict, found.lawDong, cause) : []),
        ...otherQuestions(asked),
      ],
      nextStep: nextStepFor(found, cause, { month, on: knownOn }),
    }
  }

  private causeOf(
    found: Draft,
    {
      columns,
      explanation,
      categories,
      asked,
    }: {
      columns: MonthColumns
      explanation: Explanation
      categories: readonly string[]
      asked: readonly string[]
    },
  ): Cause {
    const { place, benefit, recordedDong } = found
    const { factDays, lastPaid, pending } = this.background
    const facts = factsAt(columns, place)
    const id = columns.ids[place] as number
    if (found.kind === 'missed')
      return neverApplied(explanation, {
        facts,
        benefit,
        pendingSince: pending.get(`${place} ${benefit}`),
        paidUntil: lastPaid.get(`${id} ${benefit}`),
      })
    if (found.kind === 'unknown') return missingFact(explanation, benefit, asked)
    const since = found.kind === 'comingUp' ? columns.month : (found.sinceMonth ?? columns.month)
    const recipient = explanation.program.moment.forClass !== undefined
    const death = columns.deathOn[place] as number
    return findCause({
      explanation,
      facts,
      benefit,
      targetDong: found.beforeDong ?? { low: recordedDong, high: recordedDong },
      since,
      deathOn: death > 0 ? dayOf(death) : undefined,
      factDays: factDays.get(id) ?? new Map(),
      grounds: categories,
      children: grownChildren(columns, place, since),
      programBefore: programFor({
        month: addMonths(since, -1),
        knownOn: this.background.knownOn,
        recipient,
      }),
    })
  }

  private explanationOf(evaluation: Evaluation, place: number): Explanation {
    const compiled = compiledAt(evaluation, place)
    const { program } = compiled
    const byProfile = this.explanations.get(program) ?? new Map<string, Explanation>()
    this.explanations.set(program, byProfile)
    const profile = compiled.profileAt(evaluation.columns, place)
    const explanation = byProfile.get(profile) ?? explain(program, factsAt(evaluation.columns, place))
    byProfile.set(profile, explanation)
    return explanation
  }

  private decidingOf(explanation: Explanation): Map<string, string[]> {
    const known = this.deciding.get(explanation) ?? new Map<string, string[]>()
    this.deciding.set(explanation, known)
    return known
  }
}

const unexplained: Cause = { kind: 'unexplained' }

/** The first question, with the article of the ground that hangs on it. */
function missingFact(explanation: Explanation, benefit: string, [fact]: readonly string[]): Cause {
  const verdict = explanation.benefits.get(benefit) as BenefitVerdict
  if (fact === undefined) return unexplained
  const open = bestOf(verdict)
  const ground = open && explanation.grounds.get(open.ground)
  const excluding = verdict.excludedBy.find(({ truth }) => truth !== yes)
  const cite = ground?.ground.cite ?? excluding?.ground.cite ?? verdict.benefit.cite
  return { kind: 'factMissing', fact, cite }
}
