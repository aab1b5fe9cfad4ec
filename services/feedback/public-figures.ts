import { type Kysely, sql } from 'kysely'
import { suppress } from '#indicators'
import { feedbackRules } from '#law/feedback'

/** How an authority answers, as everybody may see it. A count that is null is hidden, and never zero. */
export interface PublicFigures {
  agency: string
  unitUid: string | null
  messages: number | null
  answered: number | null
  answeredInTime: number | null
  /** Of 1 to 5; undefined while there are too few marks. */
  meanMark: number | undefined
  marks: number | undefined
}

interface Counts {
  messages: number
  answered: number
  answeredInTime: number
}

type Row = Omit<PublicFigures, keyof Counts | 'meanMark' | 'marks'> &
  Counts & { meanMark: string | null; marks: number | null }

/**
 * By authority, those with most messages first; over any connection. Hidden are counts of one to four and as many beside
 * them as it takes until none of them can be computed from the others of its authority; no totals are told.
 */
export async function publicFigures(connection: Kysely<unknown>): Promise<PublicFigures[]> {
  const { rows } = await sql<Row>`select agency, unit_uid as "unitUid", messages, answered,
    in_time as "answeredInTime", mean as "meanMark", marks
    from feedback.public_figures(${feedbackRules.marksShownFrom})
    order by messages desc, agency, unit_uid`.execute(connection)
  return rows.map(({ agency, unitUid, meanMark, marks, ...counts }) => ({
    agency,
    unitUid,
    ...told(counts),
    meanMark: meanMark === null ? undefined : Number(meanMark),
    marks: marks ?? undefined,
  }))
}

/** What of one authority is told: its messages are those answered in time, those answered late and those that wait. */
export function told({ messages, answered, answeredInTime }: Counts): {
  [key in keyof Counts]: number | null
} {
  const parts = [answeredInTime, answered - answeredInTime, messages - answered]
  const [inTime, late, waiting, all] = suppress({ counts: [parts] })[0] ?? []
  const isAnsweredTold = (!inTime && !late) || (!all && !waiting)
  return {
    messages: all ? null : messages,
    answered: isAnsweredTold ? answered : null,
    answeredInTime: inTime ? null : answeredInTime,
  }
}
