import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { feedbackRules } from '#law/feedback'
import type { Transaction } from '#platform/database'

/** How an authority does with the open messages it holds. */
export interface AuthorityFigures {
  agency: string
  unitUid: string | null
  /** Received in the span. */
  messages: number
  answered: number
  answeredInTime: number
  /** Not answered, and the day of the answer is past. */
  late: number
  /** Its answers that were reopened by their senders. */
  reopened: number
  /** Of 1 to 5, over all time; undefined while there are too few marks for a mean that tells nobody's. */
  meanMark: number | undefined
  marks: number | undefined
}

/**
 * By authority, as far as the officer may see: those with most messages first. Reserved messages count nowhere,
 * nor what nobody has read: it may be one of them.
 */
export async function feedbackFigures(
  transaction: Transaction,
  { from, to, today }: { from: LocalDate; to: LocalDate; today: LocalDate },
): Promise<AuthorityFigures[]> {
  const { rows } = await sql<AuthorityFigures & { meanMark: string | null; marks: number | null }>`
    with held as (select agency, unit_uid, count(*) as messages,
        count(answered_on) as answered,
        count(*) filter (where answered_on <= answer_due_on) as in_time,
        count(*) filter (where answered_on is null and state <> 'closed' and answer_due_on < ${today}) as late
      from feedback.message where path = 'open' and not feedback.is_unread(state, kind)
        and (received_at at time zone 'Asia/Ho_Chi_Minh')::date between ${from} and ${to}
      group by agency, unit_uid),
    reopened as (select earlier_agency as agency, earlier_unit_uid as unit_uid, sum(reopened_times) as times
      from feedback.message where path = 'open' and earlier_agency is not null
        and (received_at at time zone 'Asia/Ho_Chi_Minh')::date between ${from} and ${to}
      group by earlier_agency, earlier_unit_uid)
    select coalesce(h.agency, r.agency) as agency, coalesce(h.unit_uid, r.unit_uid) as "unitUid",
      coalesce(messages, 0) as messages, coalesce(answered, 0) as answered, coalesce(in_time, 0) as "answeredInTime",
      coalesce(late, 0) as late, coalesce(times, 0)::int as reopened, m.mean as "meanMark", m.marks
    from held h full join reopened r on h.agency = r.agency and h.unit_uid is not distinct from r.unit_uid
      left join (select agency, unit_uid, mean, count as marks
        from feedback.marks(${feedbackRules.marksShownFrom}) as m (agency, unit_uid, count, mean, comments)) m
        on m.agency = coalesce(h.agency, r.agency) and m.unit_uid is not distinct from coalesce(h.unit_uid, r.unit_uid)
    order by messages desc, agency, "unitUid"`.execute(transaction)
  return rows.map(({ meanMark, marks, ...figures }) => ({
    ...figures,
    meanMark: meanMark === null ? undefined : Number(meanMark),
    marks: marks ?? undefined,
  }))
}

/** What raters wrote, authority by authority, in no order that tells whose it is. */
export async function listMarkComments(
  transaction: Transaction,
): Promise<{ agency: string; unitUid: string | null; comments: string[] }[]> {
  const { rows } = await sql<{ agency: string; unitUid: string | null; comments: string[] }>`select agency,
    unit_uid as "unitUid", comments from feedback.marks(${feedbackRules.marksShownFrom}) where comments is not null
    order by agency, unit_uid`.execute(transaction)
  return rows
}

/** How many messages nobody has read yet, and of how many the clock ran out; undefined for officers of a commune. */
export async function countUnread(
  transaction: Transaction,
  today: LocalDate,
): Promise<{ waiting: number; late: number } | undefined> {
  const { rows } = await sql<{ waiting: number; late: number }>`select waiting, late
    from feedback.count_unread(${today})`.execute(transaction)
  return rows[0]
}
