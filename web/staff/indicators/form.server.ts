import { createHash } from 'node:crypto'
import {
  type FigureProblem,
  type NewReport,
  type NewTarget,
  reportFigure,
  setTarget,
  type TargetProblem,
} from '#indicators'
import { withActor } from '#platform/database'
import type { Desk } from '#web/staff/access.ts'
import { dayAsked } from '#web/staff/days.ts'
import type { IndicatorsDesk } from './desk.server.ts'
import { readFigure } from './figures.ts'

/** What is wrong with a form, by the field it stands at; the words are of the page. */
type FormProblem = 'day' | 'tooLong' | Exclude<FigureProblem | TargetProblem, 'noMetric'>
export type FormProblems = Record<string, FormProblem>

export type FormAnswer = { ok: true } | { ok: false; problems: FormProblems }

/** Who sends a form, about which unit. */
interface Sender extends Pick<IndicatorsDesk, 'unitUid' | 'today'> {
  desk: Pick<Desk, 'database' | 'actor'>
}

const textMax = 500

/** Keeps what an officer reports of a metric; every problem is told at its field. */
export async function answerReport(
  { desk, unitUid, today }: Sender,
  key: string,
  form: ReadonlyMap<string, string>,
): Promise<FormAnswer> {
  const on = dayAsked(form.get('ngay-so'))
  const value = readFigure(form.get('gia-tri') ?? '')
  const problems: FormProblems = {
    ...(on ? {} : { 'ngay-so': 'day' }),
    ...(value === undefined ? { 'gia-tri': 'noNumber' } : {}),
    ...tooLong(form, ['van-ban', 'ghi-chu']),
  }
  if (!on || value === undefined || Object.keys(problems).length > 0) return { ok: false, problems }
  const report: NewReport = {
    ...{ key, unitUid, on, value, today },
    document: form.get('van-ban')?.trim(),
    note: form.get('ghi-chu')?.trim(),
    idempotencyKey: keyOf([key, unitUid], form),
  }
  const answer = await withActor(desk.database, desk.actor, (transaction) =>
    reportFigure(transaction, report),
  )
  if (answer.ok) return { ok: true }
  return {
    ok: false,
    problems: { [answer.because === 'dayAhead' ? 'ngay-so' : 'gia-tri']: told(answer.because) },
  }
}

/** Keeps a target that an officer of the province sets. */
export async function answerTarget(
  { desk, unitUid }: Sender,
  key: string,
  form: ReadonlyMap<string, string>,
): Promise<FormAnswer> {
  const [from, by] = [dayAsked(form.get('ngay-dau')), dayAsked(form.get('ngay-dich'))]
  const [baseline, goal] = [readFigure(form.get('muc-dau') ?? ''), readFigure(form.get('muc-dich') ?? '')]
  const problems: FormProblems = {
    ...(baseline === undefined ? { 'muc-dau': 'noNumber' } : {}),
    ...(from ? {} : { 'ngay-dau': 'day' }),
    ...(goal === undefined ? { 'muc-dich': 'noNumber' } : {}),
    ...(by ? {} : { 'ngay-dich': 'day' }),
    ...tooLong(form, ['can-cu']),
  }
  if (baseline === undefined || goal === undefined || !from || !by || Object.keys(problems).length > 0)
    return { ok: false, problems }
  const target: NewTarget = {
    ...{ key, unitUid },
    baseline: { value: baseline, on: from },
    goal: { value: goal, on: by },
    document: form.get('can-cu')?.trim() ?? '',
    idempotencyKey: keyOf([key, unitUid], form),
  }
  const answer = await withActor(desk.database, desk.actor, (transaction) => setTarget(transaction, target))
  return answer.ok
    ? { ok: true }
    : { ok: false, problems: { [fieldOf(answer.because)]: told(answer.because) } }
}

/** The same form sent twice is one; sent again with other words, as after going back, it is another. */
function keyOf(of: readonly string[], form: ReadonlyMap<string, string>): string {
  const said = [...form].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([of, said]))
    .digest('hex')
}

function fieldOf(because: TargetProblem): string {
  if (because === 'noDocument') return 'can-cu'
  return because === 'goalNotLater' ? 'ngay-dich' : 'muc-dich'
}

/** The page of a metric that is not there is not found before any form is read. */
function told(because: FigureProblem | TargetProblem): FormProblem {
  return because === 'noMetric' ? 'noNumber' : because
}

function tooLong(form: ReadonlyMap<string, string>, fields: readonly string[]): FormProblems {
  return Object.fromEntries(
    fields
      .filter((field) => (form.get(field) ?? '').length > textMax)
      .map((field) => [field, 'tooLong' as const]),
  )
}
