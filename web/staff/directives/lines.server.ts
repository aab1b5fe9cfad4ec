import type { LocalDate } from '#calendar'
import { listMeasures, type MetricBeside, namesOfParties, nextDueOn, type Task } from '#directives'
import { type MetricUnit, measureMany, principleKeys, reachOf, type Standing } from '#indicators'
import type { DutyArea } from '#notices'
import type { Transaction } from '#platform/database'
import type { Text } from '#rules'
import type { Principles } from '#web/ui/index.ts'

/** A metric as lists and pages of tasks show it: no statement, its two figures side by side. */
export interface FigureBeside {
  key: string
  name: Text
  unit: MetricUnit
  measured: number | undefined
  /** It was counted, and there was nothing to be a share of. */
  isOfNothing: boolean
  standing: Standing
  reported: number | undefined
  diverges: boolean
}

/** A task as a list shows it. */
export interface TaskLine
  extends Pick<
    Task,
    'id' | 'number' | 'does' | 'areas' | 'directiveId' | 'directiveNumber' | 'state' | 'status' | 'dueOn'
  > {
  /** Undefined: nobody leads it yet; `leadName` is what the text says. */
  lead: Text | undefined
  leadName: string
  recurs: Task['recurs']
  /** The day by which what recurs is to be done next. */
  nextOn: LocalDate | undefined
  parts: Task['parts']
  paragraphs: number[]
  figures: FigureBeside[]
  percent: number | undefined
  /** Of the first of its areas whose people are known; undefined is not measured. */
  principles: Principles | undefined
}

export function figureBeside({ metric, measured, reported, diverges }: MetricBeside): FigureBeside {
  const { key, name, unit } = metric
  return {
    ...{ key, name, unit, diverges },
    measured: measured?.value,
    isOfNothing: measured !== undefined && measured.value === undefined,
    standing: measured?.standing ?? 'none',
    reported: reported?.value,
  }
}

/** Tasks with the names of who leads them, what is known of how far they are, and the three principles of their areas. */
export async function linesOf(
  transaction: Transaction,
  tasks: readonly Task[],
  { today, unitUid }: { today: LocalDate; unitUid: string },
): Promise<TaskLine[]> {
  const ids = tasks.map(({ id }) => id)
  const measures = await listMeasures(transaction, ids, today)
  const names = await namesOfParties(transaction, [...new Set(tasks.flatMap(({ lead }) => lead ?? []))])
  const areas = [...new Set(tasks.flatMap((task) => task.areas))]
  const principles = await readPrinciplesByArea(transaction, areas, { today, unitUid })
  return tasks.map((task) => {
    const { metrics, report } = measures.get(task.id) ?? { metrics: [], report: undefined }
    const { id, number, does, directiveId, directiveNumber, state, status, dueOn, recurs, parts } = task
    return {
      ...{ id, number, does, areas: task.areas, directiveId, directiveNumber, state, status, dueOn },
      ...{ recurs, parts, leadName: task.leadName, nextOn: nextDueOn(task, today) },
      lead: task.lead === undefined ? undefined : names.get(task.lead),
      paragraphs: [...new Set(task.quotes.map(({ paragraph }) => paragraph))],
      figures: metrics.map(figureBeside),
      percent: report?.percent,
      principles: task.areas.flatMap((area) => principles.get(area) ?? [])[0],
    }
  })
}

/** The three principles of the people of each area, by area; those nobody knows the people of are left out. */
export async function readPrinciplesByArea(
  transaction: Transaction,
  areas: readonly DutyArea[],
  { today, unitUid }: { today: LocalDate; unitUid: string },
): Promise<Map<DutyArea, Principles>> {
  const found = new Map<DutyArea, Principles>()
  for (const area of areas) {
    const reach = reachOf(area)
    if (reach === 'none') continue
    found.set(
      area,
      await readPrinciples(transaction, { today, unitUid, ...(reach === 'area' ? { area } : {}) }),
    )
  }
  return found
}

/** The three principles of everybody, or of the people of one area. */
export async function readPrinciples(
  transaction: Transaction,
  { today, unitUid, area }: { today: LocalDate; unitUid: string; area?: DutyArea },
): Promise<Principles> {
  const { right, full, onTime } = principleKeys
  const figures = await measureMany(transaction, {
    keys: [right, full, onTime],
    unitUid,
    on: today,
    ...(area && { area }),
  })
  return {
    right: figures.get(right)?.value,
    full: figures.get(full)?.value,
    onTime: figures.get(onTime)?.value,
  }
}
