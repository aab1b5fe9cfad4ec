import { sql } from 'kysely'
import { addMonths, firstDayOf, type LocalDate, type Month, monthOf } from '#calendar'
import { lastPaidMonth } from '#law/social-assistance'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { type WithNulls, withoutNulls } from '#platform/rows'
import { findPerson, linkedRecords } from '#registry'
import { type Award, endAward, listAwardsOf, type NewAward, recordAward } from './awards.ts'

/** An award as one officer proposes it from a paper; the paper pays where the person lives. */
export type AskedAward = Omit<NewAward, 'paidBy'>

/** What somebody is recorded as receiving of a benefit, as a request rests on it. */
export type BaseAward = Pick<Award, 'id' | 'category' | 'amountDong' | 'fromMonth' | 'toMonth'>

export interface AwardRequest extends AskedAward {
  id: number
  state: 'proposed' | 'approved' | 'refused' | 'withdrawn'
  /** As the audit log names them: `officer:ID`. */
  proposedBy: string
  proposedAt: Date
  decidedBy: string | undefined
  decidedAt: Date | undefined
  decidedBecause: string | undefined
  base: BaseAward[]
}

export type AwardRefusal =
  /** Nobody by that number is in the actor's sight. */
  | 'noSuchPerson'
  /** They died before the first month. */
  | 'diedBefore'
  /** The very same is recorded for that month already. */
  | 'recordedAlready'
  /** Another amount of the same benefit and ground begins in that month or later: the award is corrected where it stands. */
  | 'overlaps'
  /** The paper has such a request that waits or was approved. */
  | 'askedAlready'

/** What recording it would do: the award of the same ground that ends the month before, and what else of the benefit runs. */
export interface AwardEffect {
  ends: Award | undefined
  besides: Award[]
  /** The month of their death, where the award would run beyond it: it ends there. */
  endsWith: Month | undefined
}

/** What an award would change, or why it cannot be, by all records of the person in sight. Writes nothing. */
export async function weighAward(
  transaction: Transaction,
  asked: AskedAward,
): Promise<({ ok: true } & AwardEffect) | { ok: false; because: AwardRefusal }> {
  const records = await linkedRecords(transaction, asked.personId)
  if (records.length === 0) return { ok: false, because: 'noSuchPerson' }
  const diedOn = await diedFirst(transaction, records)
  const lived = diedOn && lastPaidMonth(diedOn).month
  if (lived !== undefined && asked.fromMonth > lived) return { ok: false, because: 'diedBefore' }
  const ofBenefit = (await listAwardsOf(transaction, records)).filter(
    ({ benefit }) => benefit === asked.benefit,
  )
  const same = ofBenefit.filter(({ category }) => category === asked.category)
  const ends = same.find((each) => runsIn(each, asked.fromMonth))
  if (ends && ends.amountDong === asked.amountDong && ends.toMonth === asked.toMonth)
    return { ok: false, because: 'recordedAlready' }
  const inTheWay = same.some(
    ({ fromMonth }) =>
      fromMonth >= asked.fromMonth && (asked.toMonth === undefined || fromMonth <= asked.toMonth),
  )
  if (inTheWay) return { ok: false, because: 'overlaps' }
  return {
    ok: true,
    ends,
    besides: ofBenefit.filter((each) => each !== ends && runsIn(each, asked.fromMonth)),
    endsWith:
      lived !== undefined && (asked.toMonth === undefined || asked.toMonth > lived) ? lived : undefined,
  }
}

/** The first day on which one of the records says that the person died. */
async function diedFirst(
  transaction: Transaction,
  records: readonly number[],
): Promise<LocalDate | undefined> {
  const { rows } = await sql<{ on: LocalDate | null }>`select min(death_on) as "on" from registry.person
    where id = any(${records})`.execute(transaction)
  return rows[0]?.on ?? undefined
}

function runsIn({ fromMonth, toMonth }: Award, month: Month): boolean {
  return fromMonth <= month && (toMonth === undefined || toMonth >= month)
}

/**
 * Proposes an award that a paper gives; another officer decides it. Its origin is the paper's, and one paper has one
 * request that waits or was approved.
 */
export async function proposeAward(
  transaction: Transaction,
  asked: AskedAward,
): Promise<{ ok: true; id: number } | { ok: false; because: AwardRefusal }> {
  const weighed = await weighAward(transaction, asked)
  if (!weighed.ok) return weighed
  const base = await readAwardBase(transaction, asked)
  const { rows } = await sql<{ id: number }>`insert into awards.award_request (person_id, benefit, category,
      coefficient_tenths, amount_dong, from_month, to_month, decision_number, signed_on, payee, origin, base)
    values (${asked.personId}, ${asked.benefit}, ${asked.category}, ${asked.coefficientTenths ?? null},
      ${asked.amountDong}, ${firstDayOf(asked.fromMonth)}, ${asked.toMonth ? firstDayOf(asked.toMonth) : null},
      ${asked.decisionNumber ?? null}, ${asked.signedOn ?? null}, ${asked.payee ?? null}, ${asked.origin},
      ${JSON.stringify(base)}::jsonb)
    on conflict do nothing returning id`.execute(transaction)
  const id = rows[0]?.id
  if (id === undefined) return { ok: false, because: 'askedAlready' }
  await noteInLog(transaction, 'proposeAward', { id, ...asked })
  return { ok: true, id }
}

/**
 * What is recorded of the benefit now, on any record of the person in sight, in the form a request keeps and its decider
 * confirms having seen.
 */
export async function readAwardBase(
  transaction: Transaction,
  { personId, benefit: wanted }: Pick<AskedAward, 'personId' | 'benefit'>,
): Promise<BaseAward[]> {
  const awards = await listAwardsOf(transaction, await linkedRecords(transaction, personId))
  return awards
    .filter(({ benefit }) => benefit === wanted)
    .map(({ id, category, amountDong, fromMonth, toMonth }) => ({
      id,
      category,
      amountDong,
      fromMonth,
      ...(toMonth && { toMonth }),
    })) as BaseAward[]
}

export type AwardDecision =
  | { decision: 'approved'; seen: string }
  | { decision: 'refused'; because: string }
  | { decision: 'withdrawn' }

export type DecisionRefusal =
  | AwardRefusal
  /** It is decided already, or not in the actor's sight. */
  | 'notOpen'
  /** Who proposes does not approve. */
  | 'ownRequest'
  /** Only who proposed it withdraws it. */
  | 'notOwnRequest'
  | 'needReason'
  /** What is recorded is no longer what the decider has seen. */
  | 'changed'

/**
 * Decides a request: approved by another officer, with the award of the same ground ended the month before; refused by
 * another with a reason; withdrawn by who proposed it. `seen` is `readAwardBase` as JSON, as the decider saw it.
 */
export async function decideAward(
  transaction: Transaction,
  id: number,
  decision: AwardDecision,
): Promise<{ ok: true } | { ok: false; because: DecisionRefusal }> {
  await sql`select from awards.award_request where id = ${id} for update`.execute(transaction)
  const request = await findAwardRequest(transaction, id)
  if (request?.state !== 'proposed') return { ok: false, because: 'notOpen' }
  const isOwn = await isActor(transaction, request.proposedBy)
  if (decision.decision === 'withdrawn') {
    if (!isOwn) return { ok: false, because: 'notOwnRequest' }
    await close(transaction, request, { state: 'withdrawn' })
    return { ok: true }
  }
  if (isOwn) return { ok: false, because: 'ownRequest' }
  // What others record of the person now waits, so that what the decider has seen is what it is weighed against.
  await sql`select from registry.person where id = ${request.personId} for update`.execute(transaction)
  if (decision.decision === 'refused') {
    const because = decision.because.trim().slice(0, 300)
    if (because === '') return { ok: false, because: 'needReason' }
    await close(transaction, request, { state: 'refused', because })
    return { ok: true }
  }
  if (JSON.stringify(await readAwardBase(transaction, request)) !== decision.seen)
    return { ok: false, because: 'changed' }
  const weighed = await weighAward(transaction, request)
  if (!weighed.ok) return weighed
  await close(transaction, request, { state: 'approved' })
  if (weighed.ends) await endAward(transaction, weighed.ends.id, addMonths(request.fromMonth, -1))
  const awardId = await recordAward(transaction, request)
  // As agreed upon first, so that it goes on as agreed when the death was a mistake.
  if (weighed.endsWith) await endAward(transaction, awardId, weighed.endsWith)
  return { ok: true }
}

async function isActor(transaction: Transaction, name: string): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`select ${name} = platform.actor() as same`.execute(
    transaction,
  )
  return rows[0]?.same === true
}

async function close(
  transaction: Transaction,
  request: AwardRequest,
  { state, because }: { state: 'approved' | 'refused' | 'withdrawn'; because?: string },
): Promise<void> {
  await sql`update awards.award_request set state = ${state}, decided_because = ${because ?? null}
    where id = ${request.id}`.execute(transaction)
  const action = { approved: 'approveAward', refused: 'refuseAward', withdrawn: 'withdrawAward' }[state]
  await noteInLog(transaction, action, request)
}

/** The ground is left out: of two grounds it would say that somebody lives with HIV, and the unit reads the log. */
async function noteInLog(
  transaction: Transaction,
  action: string,
  { id, personId, benefit, amountDong, fromMonth, origin }: AskedAward & { id: number },
): Promise<void> {
  const person = await findPerson(transaction, personId)
  const subject = {
    kind: 'person',
    id: String(personId),
    ...(person?.unitUid ? { unitUid: person.unitUid } : {}),
  }
  await recordChange(transaction, action, subject, { request: id, benefit, amountDong, fromMonth, origin })
}

interface RequestRow extends Omit<AwardRequest, 'fromMonth' | 'toMonth'> {
  fromDay: LocalDate
  toDay: LocalDate | undefined
}

/** The requests of a paper, the latest first; `origin` may leave out the page. */
export async function listAwardRequests(
  transaction: Transaction,
  { origin }: { origin: string },
): Promise<AwardRequest[]> {
  const { rows } = await sql<WithNulls<RequestRow>>`${requestRows}
    where origin = ${origin} or origin like ${`${origin}#%`} order by id desc`.execute(transaction)
  return rows.map(requestOf)
}

async function findAwardRequest(transaction: Transaction, id: number): Promise<AwardRequest | undefined> {
  const { rows } = await sql<WithNulls<RequestRow>>`${requestRows} where id = ${id}`.execute(transaction)
  return rows[0] && requestOf(rows[0])
}

const requestRows = sql`select id, person_id as "personId", benefit, category, coefficient_tenths as "coefficientTenths",
    amount_dong as "amountDong", from_month as "fromDay", to_month as "toDay", decision_number as "decisionNumber",
    signed_on as "signedOn", payee, origin, base, state, proposed_by as "proposedBy", proposed_at as "proposedAt",
    decided_by as "decidedBy", decided_at as "decidedAt", decided_because as "decidedBecause"
  from awards.award_request`

function requestOf(row: WithNulls<RequestRow>): AwardRequest {
  const { fromDay, toDay, ...rest } = withoutNulls<RequestRow>(row)
  return { ...rest, fromMonth: monthOf(fromDay), toMonth: toDay && monthOf(toDay) }
}
