import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import {
  type ActSubject,
  type BaseValues,
  readBase,
  readBases,
  readSubject,
  receivingUnit,
  unitsNow,
} from './act-base.ts'
import { type Act, type ActKind, type FactOwner, subjectOf } from './acts.ts'
import { enact } from './enact.ts'
import { ImpossibleAct, KeyReused } from './impossible.ts'
import { PersonNotFound } from './people.ts'
import { asProvince, readActor, unitOfList } from './scope.ts'

export type ChangeState = 'proposed' | 'approved' | 'refused' | 'withdrawn'

/** A change that one officer proposes and another decides. */
export interface ChangeRequest {
  id: number
  kind: ActKind
  act: Act
  reason: string
  subject: ActSubject
  /** What the register said of it when it was proposed. */
  base: BaseValues
  /** What it says now, when that differs and the request is still open: who approves confirms having seen it. */
  baseNow: BaseValues | undefined
  /** Who it is about has gone to another commune since: what stands there now is not for who reads the request. */
  isElsewhere: boolean
  /** The subject's unit when it was proposed. */
  unitUid: string | undefined
  /** The unit that is to receive somebody who moves. */
  otherUnitUid: string | undefined
  /** As the audit log names them: `officer:ID`. */
  proposedBy: string
  proposedAt: Date
  state: ChangeState
  decidedBy: string | undefined
  decidedAt: Date | undefined
  decidedBecause: string | undefined
  /** When the transaction that carried it out began: the moment its values were recorded at. */
  carriedOutAt: Date | undefined
  /** What came of it, once approved. */
  outcome: unknown
}

export interface ChangeRequestFilter {
  state?: ChangeState | undefined
  /** Of this unit, as the sender's or the receiver's. */
  unitUid?: string | undefined
  /** About this person, or carried out so that it touched them. */
  personId?: number | undefined
  householdId?: number | undefined
  kind?: ActKind | undefined
  /** Whose: proposed by the actor, or by others. */
  proposed?: 'byMe' | 'byOthers' | undefined
}

/** Said of a request whose person has gone to another commune since. */
export const goneElsewhere = {
  vi: 'Người này đã chuyển sang xã khác từ khi đề nghị: từ chối đề nghị, xã nơi ở hiện nay sẽ ghi',
  en: 'They have moved to another commune since: refuse the request, the commune they live in now records it',
} as const

/** Nobody within the actor's sight proposed a change by that number. */
export class ChangeRequestNotFound extends Error {
  constructor(id: number) {
    super(`Không tìm thấy đề nghị số ${id} trong địa bàn của ông/bà`)
    this.name = 'ChangeRequestNotFound'
  }
}

/**
 * Proposes an act. It is tried out first and taken back, so that what cannot be is refused at once with its sentence;
 * the same key again is the same request. Throws ImpossibleAct, KeyReused, PersonNotFound.
 */
export async function proposeChange(
  transaction: Transaction,
  { act, reason, key }: { act: Act; reason: string; key: string },
  { today }: { today: LocalDate },
): Promise<ChangeRequest> {
  requireReason(reason)
  await sql`select pg_advisory_xact_lock(hashtext(concat('registry.change_request ', platform.actor(), ${key}::text)))`.execute(
    transaction,
  )
  const known = await findByKey(transaction, { act, reason, key })
  if (known) return known
  const subject = await readSubject(transaction, act)
  if (!subject) throw notFound(act)
  const other = await receivingUnit(transaction, act, { from: subject.unitUid ?? undefined, today })
  await rehearse(transaction, act, today)
  const base = { subject, values: await readBase(transaction, act) }
  const { rows } = await sql<{ id: number }>`insert into registry.change_request
      (key, kind, act, reason, base, person_id, household_id, unit_uid, other_unit_uid)
    values (${key}, ${act.kind}, ${JSON.stringify(act)}, ${reason}, ${JSON.stringify(base)},
      ${subject.personId ?? null}, ${subject.householdId ?? null}, ${subject.unitUid ?? null}, ${other ?? null})
    returning id`.execute(transaction)
  const id = rows[0]?.id as number
  await recordChange(
    transaction,
    'proposeChange',
    auditSubject({ subject }),
    auditDetails(act, { request: id, reason }),
  )
  return getChangeRequest(transaction, id)
}

function notFound(act: Act): Error {
  const of = subjectOf(act)
  if ('personId' in of) return new PersonNotFound(of.personId)
  return new ImpossibleAct({
    vi: `Không tìm thấy hộ số ${of.householdId} trong địa bàn của ông/bà: kiểm tra số hộ`,
    en: `There is no household ${of.householdId} in your area: check its number`,
  })
}

/** Does the act and takes it back; throws what it would throw. */
async function rehearse(transaction: Transaction, act: Act, today: LocalDate): Promise<void> {
  await sql`savepoint rehearsal`.execute(transaction)
  await (act.kind === 'move' || act.kind === 'return'
    ? asProvince(transaction, () => enact(transaction, act, { today }))
    : enact(transaction, act, { today }))
  await sql`rollback to savepoint rehearsal`.execute(transaction)
}

async function findByKey(
  transaction: Transaction,
  { act, reason, key }: { act: Act; reason: string; key: string },
): Promise<ChangeRequest | undefined> {
  const { rows } = await sql<{ id: number; same: boolean }>`select id,
      act = ${JSON.stringify(act)}::jsonb and reason = ${reason} as same from registry.change_request
    where proposed_by = platform.actor() and key = ${key}`.execute(transaction)
  if (!rows[0]) return undefined
  if (!rows[0].same) throw new KeyReused()
  return getChangeRequest(transaction, rows[0].id)
}

/** A reason is words: spaces are none. */
export function requireReason(reason: string): void {
  if (reason.trim() === '')
    throw new ImpossibleAct({
      vi: 'Chưa nêu lý do: ghi căn cứ của thay đổi, ví dụ số giấy tờ',
      en: 'No reason is given: say what the change rests on, such as the number of a paper',
    })
}

/** Requests in the actor's sight, the newest first; of those older than `before` when that is said. */
export async function listChangeRequests(
  transaction: Transaction,
  filter: ChangeRequestFilter & { limit: number; offset?: number; before?: number },
): Promise<ChangeRequest[]> {
  const { before } = filter
  const { rows } = await sql<RequestRow>`${requestRows} where ${await matching(transaction, filter)}
    and ${before === undefined ? sql`true` : sql`r.id < ${before}`}
    order by r.id desc limit ${Math.min(filter.limit, 200)} offset ${filter.offset ?? 0}`.execute(transaction)
  return withConflicts(transaction, rows.map(requestOf))
}

export async function countChangeRequests(
  transaction: Transaction,
  filter: ChangeRequestFilter = {},
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from registry.change_request r
    where ${await matching(transaction, filter)}`.execute(transaction)
  return rows[0]?.count ?? 0
}

async function matching(
  transaction: Transaction,
  { state, unitUid, personId, householdId, kind, proposed }: ChangeRequestFilter,
): Promise<RawBuilder<unknown>> {
  const unit = await unitOfList(transaction, unitUid)
  const conditions = [sql`true`]
  if (state !== undefined) conditions.push(sql`r.state = ${state}`)
  if (personId !== undefined) conditions.push(touching({ personId }))
  if (householdId !== undefined) conditions.push(touching({ householdId }))
  if (kind !== undefined) conditions.push(sql`r.kind = ${kind}`)
  if (proposed === 'byMe') conditions.push(sql`r.proposed_by = platform.actor()`)
  if (proposed === 'byOthers') conditions.push(sql`r.proposed_by <> platform.actor()`)
  if (unit !== undefined) conditions.push(sql`(r.unit_uid = ${unit} or r.other_unit_uid = ${unit})`)
  return sql.join(conditions, sql` and `)
}

/** Of requests and acts: those about somebody or a household, and those that touched them when they were carried out. */
export function touching(of: FactOwner): RawBuilder<SqlBool> {
  return 'personId' in of
    ? sql`(person_id = ${of.personId} or outcome -> 'personIds' @> ${JSON.stringify(of.personId)}::jsonb)`
    : sql`(household_id = ${of.householdId} or outcome -> 'householdIds' @> ${JSON.stringify(of.householdId)}::jsonb)`
}

/** Throws ChangeRequestNotFound, in the same words whether there is none or the actor may not know. */
export async function getChangeRequest(transaction: Transaction, id: number): Promise<ChangeRequest> {
  const { rows } = await sql<RequestRow>`${requestRows} where r.id = ${id}`.execute(transaction)
  if (!rows[0]) throw new ChangeRequestNotFound(id)
  const [request] = await withConflicts(transaction, [requestOf(rows[0])])
  return request as ChangeRequest
}

type RequestRow = Omit<ChangeRequest, 'subject' | 'base' | 'baseNow' | 'isElsewhere'> & {
  base: { subject: ActSubject; values: BaseValues }
}

const requestRows = sql`select r.id, r.kind, r.act, r.reason, r.base, r.unit_uid as "unitUid",
    r.other_unit_uid as "otherUnitUid", r.proposed_by as "proposedBy", r.proposed_at as "proposedAt", r.state,
    r.decided_by as "decidedBy", r.decided_at as "decidedAt", r.decided_because as "decidedBecause",
    r.carried_out_at as "carriedOutAt", r.outcome
  from registry.change_request r`

function requestOf(row: RequestRow): ChangeRequest {
  const { base, ...rest } = row
  return {
    ...rest,
    subject: base.subject,
    base: base.values,
    baseNow: undefined,
    isElsewhere: false,
    unitUid: row.unitUid ?? undefined,
    otherUnitUid: row.otherUnitUid ?? undefined,
    decidedBy: row.decidedBy ?? undefined,
    decidedAt: row.decidedAt ?? undefined,
    decidedBecause: row.decidedBecause ?? undefined,
    carriedOutAt: row.carriedOutAt ?? undefined,
    outcome: row.outcome ?? undefined,
  }
}

/** Adds what the register says now where that is no longer what a request rests on; asked at once for all of them. */
async function withConflicts(
  transaction: Transaction,
  requests: readonly ChangeRequest[],
): Promise<ChangeRequest[]> {
  const open = requests.filter(({ state }) => state === 'proposed')
  if (open.length === 0) return [...requests]
  const { scope } = await readActor(transaction)
  // The receiving commune sees what the request is about, and nothing else of the person.
  return asProvince(transaction, async () => {
    const acts = open.map(({ act }) => act)
    const bases = await readBases(transaction, acts)
    const places = scope === 'province' ? undefined : await unitsNow(transaction, acts)
    const conflicts = new Map(
      open.map((request, index): [number, Partial<ChangeRequest>] => {
        const unit = places?.[index]
        // Neither where the request found them, nor in the reader's own unit.
        if (places && unit !== request.unitUid && unit !== scope) return [request.id, { isElsewhere: true }]
        const now = bases[index]
        const isSame = JSON.stringify(now) === JSON.stringify(request.base)
        return [request.id, isSame ? {} : { baseNow: now }]
      }),
    )
    return requests.map((request) => ({ ...request, ...conflicts.get(request.id) }))
  })
}

/** The line of the audit log stands with the person, or with the household. */
export function auditSubject({ subject }: { subject: ActSubject }) {
  const { personId, householdId, unitUid } = subject
  const who =
    personId === undefined || personId === null
      ? { kind: 'household', id: String(householdId) }
      : { kind: 'person', id: String(personId) }
  return unitUid ? { ...who, unitUid } : who
}

/**
 * What the audit log says of an act. Everybody of the unit reads the log, so that of HIV it says no more than that there
 * was an act: the rest stands in the request, which only those who work on social assistance see.
 */
export function auditDetails(
  act: Act,
  details: { request?: number; reason?: string; outcome?: object },
): object {
  if ('key' in act && act.key === 'hiv')
    return { kind: act.kind, ...(details.request && { request: details.request }) }
  return { act, ...details }
}
