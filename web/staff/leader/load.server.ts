import { addDays, type LocalDate } from '#calendar'
import { type Briefing, listBriefings, listTasks } from '#directives'
import { countFindings, type FindingKind } from '#findings'
import { type CommuneMeasurement, getMetric, type Metric, measureByCommune, measureMany } from '#indicators'
import {
  changeBetween,
  type LeaderFigures,
  type PrincipleFigure,
  readLeaderFigures,
  readPrincipleFigures,
  type TaskFigure,
  taskFigureOf,
} from '#jobs/weekly-briefing'
import type { Transaction } from '#platform/database'
import { communeShapes } from '#platform/maps'
import type { Text } from '#rules'
import type { CommuneValue } from '#web/ui/commune-map-classes.ts'
import { formatCount, type Lang, pathIn } from '#web/ui/index.ts'
import { nameAllLeads, nameLeads } from './leads.server.ts'
import { cutsOf } from './map-cuts.ts'
import { mapMetrics } from './query.server.ts'
import type { LeaderQuery } from './query.ts'
import { words } from './words.ts'

/** A metric as the pages name it, without how it is counted. */
type MetricWords = Pick<Metric, 'key' | 'name' | 'definition' | 'unit' | 'better'>

export interface MapView {
  metric: MetricWords
  values: CommuneValue[]
  cuts: readonly number[] | undefined
  /** The day it was measured; undefined where it was not by then. */
  asOf: LocalDate | undefined
  isRecounted: boolean
  shapes: ReturnType<typeof communeShapes>
}

export interface LeaderPage {
  figures: LeaderFigures
  map: MapView
  metrics: { key: string; name: Text }[]
  briefings: Briefing[]
}

/** The whole of the leader's page as the actor may see it. */
export async function readLeaderPage(
  transaction: Transaction,
  { query, today, lang }: { query: LeaderQuery; today: LocalDate; lang: Lang },
): Promise<LeaderPage> {
  const figures = await readLeaderFigures(transaction, today)
  return {
    figures: { ...figures, tasks: await nameAllLeads(transaction, figures.tasks, lang) },
    map: await readMap(transaction, { key: query.metric, on: query.on ?? today, lang }),
    metrics: mapMetrics.map(({ key, name }) => ({ key, name })),
    briefings: await listBriefings(transaction),
  }
}

/** A metric of all communes on a day. */
async function readMap(
  transaction: Transaction,
  { key, on, lang }: { key: string; on: LocalDate; lang: Lang },
): Promise<MapView> {
  const metric = getMetric(key)
  const shapes = communeShapes()
  const drawn = new Set(shapes.shapes.map(({ unitUid }) => unitUid))
  const all = await measureByCommune(transaction, { key, on })
  const figures = all.filter(({ unitUid }) => drawn.has(unitUid))
  return {
    metric: wordsOf(metric),
    values: figures.map((figure) => communeValue(figure, lang)),
    cuts: cutsOf(metric),
    asOf: figures[0]?.asOf,
    isRecounted: figures[0]?.isRecounted ?? false,
    shapes,
  }
}

function wordsOf({ key, name, definition, unit, better }: Metric): MetricWords {
  return { key, name, definition, unit, better }
}

function communeValue({ unitUid, value, part, whole }: CommuneMeasurement, lang: Lang): CommuneValue {
  const detail =
    whole === undefined
      ? {}
      : { detail: words[lang].detail(formatCount(part, lang), formatCount(whole, lang)) }
  return { unitUid, value, ...detail, href: pathIn(lang, `/can-bo/dieu-hanh/${unitUid}`) }
}

/** A metric of one commune, with the lists behind it. */
export interface CommuneMetric {
  metric: MetricWords
  value: number | undefined
  change: PrincipleFigure['change']
  detail: string | undefined
  lists: { name: Text; href: string }[]
}

export interface CommunePage {
  principles: PrincipleFigure[]
  findings: Record<FindingKind, number>
  metrics: CommuneMetric[]
  tasks: TaskFigure[]
}

/** One commune: its principles, what is open there, its figures and its tasks. */
export async function readCommunePage(
  transaction: Transaction,
  { unitUid, today, lang }: { unitUid: string; today: LocalDate; lang: Lang },
): Promise<CommunePage> {
  const since = addDays(today, -7)
  const party = `communeCommittee:${unitUid}`
  const tasks = await listTasks(transaction, { party, today, limit: 100 })
  return {
    principles: await readPrincipleFigures(transaction, { unitUid, on: today, since }),
    findings: await countFindings(transaction, { unitUid }),
    metrics: await readCommuneMetrics(transaction, { unitUid, today, since, lang }),
    tasks: await nameLeads(
      transaction,
      tasks.map((task) => taskFigureOf(task, today)),
      lang,
    ),
  }
}

async function readCommuneMetrics(
  transaction: Transaction,
  { unitUid, today, since, lang }: { unitUid: string; today: LocalDate; since: LocalDate; lang: Lang },
): Promise<CommuneMetric[]> {
  const keys = mapMetrics.filter(({ principle }) => !principle).map(({ key }) => key)
  const now = await measureMany(transaction, { keys, unitUid, on: today })
  const before = await measureMany(transaction, { keys, unitUid, on: since })
  return keys.map((key) => {
    const metric = getMetric(key)
    const { value, part = 0, whole } = now.get(key) ?? {}
    return {
      metric: wordsOf(metric),
      value,
      change: changeBetween(before.get(key), now.get(key)),
      detail:
        whole === undefined
          ? undefined
          : words[lang].detail(formatCount(part, lang), formatCount(whole, lang)),
      lists: metric.lists.map(({ name, path }) => ({ name, href: pathIn(lang, path(unitUid)) })),
    }
  })
}
