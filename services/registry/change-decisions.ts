import { sql } from 'kysely'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { decidedByWhom } from './act-rules.ts'
import type { Act } from './acts.ts'
import {
  auditDetails,
  auditSubject,
  type ChangeRequest,
  type ChangeState,
  getChangeRequest,
  goneElsewhere,
  requireReason,
} from './change-requests.ts'
import { writesNumber } from './enact.ts'
import { NotYours } from './impossible.ts'
import { takeTurns } from './links.ts'
import { asProvince, readActor } from './scope.ts'

/** A request that the actor may decide, or has decided so before: then it is `done`. */
interface TakenRequest {
  request: ChangeRequest
  decider: string
  done: boolean
}

/**
 * The request, held until the transaction ends, once it is sure that the actor may decide it. Throws NotYours to who
 * proposed it, to the commune that somebody leaves, and when it has been decided otherwise or by another.
 */
export async function takeRequest(
  transaction: Transaction,
  id: number,
  decision: ChangeState,
): Promise<TakenRequest> {
  const { name, scope } = await readActor(transaction)
  const request = await holdRequest(transaction, id)
  if (request.state === decision && request.decidedBy === name) return { request, decider: name, done: true }
  requireOpen(request)
  if (request.proposedBy === name)
    throw new NotYours({
      vi: 'Người đề nghị không tự duyệt: nhờ cán bộ khác của xã hoặc của tỉnh duyệt',
      en: 'Who proposes does not decide: ask another officer of the commune or the province',
    })
  const mayDecide =
    scope === 'province' ||
    decidedByWhom(request.kind) === 'unit' ||
    request.otherUnitUid === undefined ||
    request.otherUnitUid === scope
  if (request.isElsewhere && decision === 'approved') throw new NotYours(goneElsewhere)
  if (!mayDecide)
    throw new NotYours({
      vi: 'Việc chuyển đến do xã tiếp nhận hoặc tỉnh duyệt: chờ nơi đó quyết định',
      en: 'The receiving commune or the province decides a move: wait for their decision',
    })
  return { request, decider: name, done: false }
}

/** The request with whom it is about, so that what the register says of them now stays so until it is decided. */
async function holdRequest(transaction: Transaction, id: number): Promise<ChangeRequest> {
  const { rows } = await sql<{ act: Act; personId: number | null; householdId: number | null }>`select act,
      person_id as "personId", household_id as "householdId"
    from registry.change_request where id = ${id} for update`.execute(transaction)
  const [request] = rows
  if (request) {
    if (writesNumber(request.act)) await takeTurns(transaction)
    await asProvince(transaction, () => holdSubject(transaction, request))
  }
  return getChangeRequest(transaction, id)
}

async function holdSubject(
  transaction: Transaction,
  { personId, householdId }: { personId: number | null; householdId: number | null },
): Promise<void> {
  await sql`select from registry.household where id = ${householdId} for update`.execute(transaction)
  await sql`select from registry.person where id = ${personId} or id in (select person_id from registry.membership
    where household_id = ${householdId} and upper_inf(valid)) order by id for update`.execute(transaction)
}

function requireOpen({ id, state }: ChangeRequest): void {
  if (state !== 'proposed')
    throw new NotYours({
      vi: `Đề nghị số ${id} đã được xử lý: tải lại trang để xem kết quả`,
      en: `The request ${id} has been decided: reload the page to see the outcome`,
    })
}

/** Refuses a proposed change, for a reason the proposer reads. */
export async function refuseChange(
  transaction: Transaction,
  id: number,
  { because }: { because: string },
): Promise<ChangeRequest> {
  requireReason(because)
  const { request, done } = await takeRequest(transaction, id, 'refused')
  return done ? request : closeRequest(transaction, request, { state: 'refused', because })
}

/** Takes back what one has proposed oneself. */
export async function withdrawChange(
  transaction: Transaction,
  id: number,
  { because = '' }: { because?: string } = {},
): Promise<ChangeRequest> {
  const request = await holdRequest(transaction, id)
  const { name } = await readActor(transaction)
  if (request.proposedBy !== name)
    throw new NotYours({
      vi: 'Chỉ người đề nghị rút lại được: nếu không đồng ý, hãy từ chối và nêu lý do',
      en: 'Only who proposed may withdraw: to disagree, refuse it and say why',
    })
  if (request.state === 'withdrawn') return request
  requireOpen(request)
  return closeRequest(transaction, request, { state: 'withdrawn', because })
}

/** Writes the decision, once and for good, and a line in the audit log. */
export async function closeRequest(
  transaction: Transaction,
  request: ChangeRequest,
  decision: { state: Exclude<ChangeState, 'proposed'>; because: string; outcome?: object },
): Promise<ChangeRequest> {
  const { state, because, outcome } = decision
  await sql`update registry.change_request set state = ${state}, decided_by = platform.actor(),
      decided_at = clock_timestamp(), carried_out_at = ${state === 'approved' ? sql`now()` : null},
      decided_because = ${because || null},
      outcome = ${outcome === undefined ? null : JSON.stringify(outcome)}::jsonb
    where id = ${request.id}`.execute(transaction)
  const action = (
    { approved: 'approveChange', refused: 'refuseChange', withdrawn: 'withdrawChange' } as const
  )[state]
  const details = { request: request.id, ...(because && { reason: because }), ...(outcome && { outcome }) }
  await recordChange(transaction, action, auditSubject(request), auditDetails(request.act, details))
  return getChangeRequest(transaction, request.id)
}
