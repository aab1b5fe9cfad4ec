import type { LocalDate } from '#calendar'
import { type Briefing, findBriefingThatTells, keepBriefing } from '#directives'
import { offeredLayout } from '#law/administrative-documents'
import { type Database, withActor } from '#platform/database'
import type { Files } from '#platform/files'
import type { Background } from './background.ts'
import { readLeaderFigures } from './weekly-briefing/figures.ts'
import { briefingPaper } from './weekly-briefing/paper.ts'

export { type LeaderFigures, readLeaderFigures } from './weekly-briefing/figures.ts'
export { changeBetween, type PrincipleFigure, readPrincipleFigures } from './weekly-briefing/principles.ts'
export {
  type DirectiveFigure,
  type TaskFigure,
  type TaskFigures,
  taskFigureOf,
} from './weekly-briefing/tasks.ts'

/** The queue's name of the work that writes the leaders' briefing. */
export const weeklyBriefing = 'weeklyBriefing'

/** Monday at six in the morning, Vietnamese time: after the night's sweep and measuring, before offices open. */
export const weekly = '0 6 * * 1'

/** Far above what a briefing of a full province comes to. */
const bytesMax = 10_000_000

/**
 * Writes the briefing of `today` from the figures of the leaders' page and keeps it with its two files. The same figures
 * on the same day are told once: asking again gives the briefing that stands.
 */
export async function makeBriefing(
  database: Pick<Database, 'pool'>,
  files: Pick<Files, 'keep'>,
  { today, now }: { today: LocalDate; now: Date },
): Promise<{ briefing: Briefing; isNew: boolean }> {
  const machine = { kind: 'system', job: weeklyBriefing } as const
  const { figures, before } = await withActor(database, machine, async (transaction) => {
    const read = await readLeaderFigures(transaction, today)
    return {
      figures: read,
      before: await findBriefingThatTells(transaction, { toldOn: today, figures: read }),
    }
  })
  if (before) return { briefing: before, isNew: false }
  // Only who writes a briefing needs the libraries that draw it.
  const { drawPaperPdf } = await import('#platform/paper-pdf')
  const { drawPaperDocx } = await import('#platform/paper-docx')
  const paper = briefingPaper(figures, now)
  const layout = offeredLayout()
  const pdf = await files.keep([await drawPaperPdf(paper, layout)], { bytesMax })
  const docx = await files.keep([await drawPaperDocx(paper, layout)], { bytesMax })
  const kept = { toldOn: today, figures, pdfSha256: pdf.sha256, docxSha256: docx.sha256, madeAt: now }
  const briefing = await withActor(database, machine, (transaction) => keepBriefing(transaction, kept))
  return { briefing, isNew: true }
}

/** Writes a briefing when the queue asks, and every Monday morning. */
export async function workOnBriefings(
  { database, queue, today }: Background,
  files: Pick<Files, 'keep'>,
  now: () => Date,
): Promise<void> {
  await queue.work(weeklyBriefing, async () => {
    const { briefing, isNew } = await makeBriefing(database, files, { today: today(), now: now() })
    return { briefing: briefing.id, isNew }
  })
  await queue.schedule(weeklyBriefing, weekly, {})
}
