import type { LocalDate } from '#calendar'
import {
  getTask,
  type NamedParty,
  namesOfParties,
  nextDueOn,
  type Party,
  readOwnParties,
  type TaskEvent,
  type TaskFile,
} from '#directives'
import { type ListBehind, type Metric, type MetricUnit, measureByCommune, metrics } from '#indicators'
import { stateCalendar } from '#law/holidays'
import { workingDaysBetween } from '#law/task-monitoring'
import type { DutyArea } from '#notices'
import type { Transaction } from '#platform/database'
import { communeShapes } from '#platform/maps'
import type { Text } from '#rules'
import type { Principles } from '#web/ui/index.ts'
import {
  type FigureBeside,
  figureBeside,
  linesOf,
  readPrinciplesByArea,
  type TaskLine,
} from './lines.server.ts'

/** A metric of the task with what is to be reached and the lists behind its figure. */
export interface TaskFigure extends FigureBeside {
  linkId: number
  asOf: LocalDate | undefined
  reportedOn: LocalDate | undefined
  difference: number | undefined
  baseline: { on: LocalDate; value: number } | undefined
  goal: { value: number; on: LocalDate | undefined } | undefined
  pace:
    | { verdict: NonNullable<TaskFile['metrics'][number]['pace']>['verdict']; sentences: readonly Text[] }
    | undefined
  lists: { name: Text; path: string }[]
}

/** A metric of the task on the map of the communes. */
export interface TaskMap {
  metric: Pick<Metric, 'key' | 'name' | 'unit' | 'better' | 'thresholds'>
  asOf: LocalDate
  shapes: ReturnType<typeof communeShapes>
  values: { unitUid: string; value: number | undefined; part: number; whole: number | undefined }[]
}

/** Everything of a task as its page shows it: parties by their names, metrics without their statements. */
export interface TaskView extends Omit<TaskFile, 'metrics' | 'parts' | 'history' | 'whole' | 'candidates'> {
  whole: { id: number; number: string; does: string } | undefined
  parts: TaskLine[]
  figures: TaskFigure[]
  /** The first of its metrics that is told apart by commune, for who sees more than one commune. */
  map: TaskMap | undefined
  /** The three principles of the people of its areas. */
  areas: { area: DutyArea; principles: Principles | undefined }[]
  history: TaskEvent[]
  candidates: { party: Party; name: Text }[]
  /** Names of every agency that is spoken of. */
  names: Record<Party, Text>
  ownParties: Party[]
  /** Working days from today to the due day, or past it. */
  workingDays: number
  /** The day by which what recurs is to be done next. */
  nextOn: LocalDate | undefined
  choosableMetrics: { key: string; name: Text; unit: MetricUnit }[]
  today: LocalDate
}

/** Throws DirectiveRefusal for what is not there or not in the actor's sight. */
export async function readTaskView(
  transaction: Transaction,
  id: number,
  { today, unitUid }: { today: LocalDate; unitUid: string },
): Promise<TaskView> {
  const { metrics: links, parts, whole, candidates, ...file } = await getTask(transaction, id, today)
  const names = await namesOfParties(transaction, [...partiesOf({ ...file, candidates })])
  const { dueOn } = file.task
  return {
    ...file,
    whole: whole && { id: whole.id, number: whole.number, does: whole.does },
    parts: await linesOf(transaction, parts, { today, unitUid }),
    figures: links.map(figureOf),
    map: await readMap(transaction, links, today),
    areas: await readAreas(transaction, file.task.areas, { today, unitUid }),
    candidates: candidates.map(({ agency }) => ({
      party: agency,
      name: names.get(agency) ?? { vi: agency, en: agency },
    })),
    names: Object.fromEntries(names),
    ownParties: await readOwnParties(transaction),
    nextOn: nextDueOn(file.task, today),
    workingDays: dueOn === undefined ? 0 : daysApart(dueOn, today),
    choosableMetrics: metrics.map(({ key, name, unit }) => ({ key, name, unit })),
    today,
  }
}

async function readAreas(
  transaction: Transaction,
  areas: readonly DutyArea[],
  asked: { today: LocalDate; unitUid: string },
): Promise<TaskView['areas']> {
  const found = await readPrinciplesByArea(transaction, areas, asked)
  return areas.map((area) => ({ area, principles: found.get(area) }))
}

async function readMap(
  transaction: Transaction,
  links: TaskFile['metrics'],
  today: LocalDate,
): Promise<TaskMap | undefined> {
  const link = links.find(({ unitUid, metric }) => unitUid === undefined && metric.by.includes('commune'))
  if (!link) return undefined
  const communes = await measureByCommune(transaction, { key: link.key, on: today })
  const [first] = communes
  if (!first || communes.length < 2) return undefined
  const { key, name, unit, better, thresholds } = link.metric
  return {
    metric: { key, name, unit, better, thresholds },
    asOf: first.asOf,
    shapes: communeShapes(),
    values: communes.map(({ unitUid, value, part, whole }) => ({ unitUid, value, part, whole })),
  }
}

function daysApart(dueOn: LocalDate, today: LocalDate): number {
  return dueOn < today
    ? workingDaysBetween(dueOn, today, stateCalendar)
    : workingDaysBetween(today, dueOn, stateCalendar)
}

function figureOf(link: TaskFile['metrics'][number]): TaskFigure {
  const { id, unitUid, baseline, goal, pace, difference, measured, reported, metric } = link
  return {
    ...figureBeside(link),
    linkId: id,
    asOf: measured?.asOf,
    reportedOn: reported?.on,
    ...{ difference, baseline, goal },
    pace: pace && { verdict: pace.verdict, sentences: pace.sentences },
    lists: metric.lists.map(({ name, path }: ListBehind) => ({ name, path: path(unitUid) })),
  }
}

type Spoken = Pick<
  TaskFile,
  | 'task'
  | 'chain'
  | 'extensions'
  | 'opinions'
  | 'proposals'
  | 'history'
  | 'evidence'
  | 'reports'
  | 'candidates'
  | 'reminders'
>

function partiesOf({ task, candidates, ...rest }: Spoken): Set<Party> {
  const { chain, extensions, opinions, proposals, history, evidence, reports, reminders } = rest
  const acting = [...chain, ...extensions, ...opinions, ...proposals, ...history, ...evidence, ...reports]
  const cooperating = task.cooperating.flatMap(({ party }: NamedParty) => party ?? [])
  return new Set([
    ...(task.lead ? [task.lead] : []),
    task.receiver,
    ...cooperating,
    ...acting.flatMap(({ party }) => party ?? []),
    ...reminders.map(({ party }) => party),
    ...candidates.map(({ agency }) => agency),
  ])
}
