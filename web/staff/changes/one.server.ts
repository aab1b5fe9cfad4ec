import { createHash } from 'node:crypto'
import { type ActOutcome, approveChange, rehearseAct } from '#awards'
import type { LocalDate } from '#calendar'
import { recordRead } from '#platform/audit'
import type { Transaction } from '#platform/database'
import {
  type ChangeRequest,
  decidedByWhom,
  findPerson,
  getChangeRequest,
  goneElsewhere,
  refuseChange,
  withdrawChange,
} from '#registry'
import { type Desk, signerOf } from '#web/staff/access.ts'
import { refusalIn } from './act.server.ts'
import { type ActView, type ActWording, awardLines, baseText, titleOf, viewOf } from './act-view.server.ts'
import { namesIn } from './list.server.ts'
import { wishOf } from './wish.server.ts'

/** One request as its page shows it. */
export interface RequestFile {
  request: ChangeRequest
  title: string
  wish: string
  /** What it would do now, while it waits; why it cannot be done now, if so. */
  view: ActView | undefined
  impossible: string | undefined
  /** What the register said when it was proposed. */
  base: string[]
  /** What it says now, when that differs. */
  now: string[] | undefined
  /** What came of it for benefits. */
  awards: string[]
  /** What it left open when it was carried out. */
  doubts: string[]
  /** The household that it founded. */
  foundedId: number | undefined
  /** Who it is about is in the officer's sight. */
  isSeen: boolean
  mayDecide: 'yes' | 'own' | 'notReceiver' | 'leader'
  decidedBy: 'unit' | 'receivingUnit'
}

export async function readRequest(
  transaction: Transaction,
  id: number,
  { desk, wording }: { desk: Desk; wording: ActWording },
): Promise<RequestFile> {
  const request = await getChangeRequest(transaction, id)
  await recordLook(transaction, request, desk)
  const { act } = request
  const personId = request.subject.personId ?? undefined
  const person = personId === undefined ? undefined : await findPerson(transaction, personId)
  const outcome = request.outcome as ActOutcome | undefined
  return {
    request,
    title: titleOf(act, wording.lang),
    wish: wishOf(act, { ...wording, names: await namesIn(transaction, [request]), whole: true }),
    // Who only looks cannot try anything out either.
    ...(request.state === 'proposed' && desk.officer.role !== 'leader'
      ? await tryOut(transaction, request, { ...wording, person })
      : { view: undefined, impossible: undefined }),
    base: await baseText(transaction, act, request.base, wording),
    now: request.baseNow && (await baseText(transaction, act, request.baseNow, wording)),
    doubts: (outcome?.doubts ?? []).map((doubt) => doubt[wording.lang]),
    foundedId: outcome?.householdId,
    awards: (outcome?.awards ?? []).flatMap((change) => awardLines(change, wording)),
    isSeen: personId === undefined || person !== undefined,
    mayDecide: mayDecide(request, desk),
    decidedBy: request.otherUnitUid ? decidedByWhom(request.kind) : 'unit',
  }
}

async function recordLook(
  transaction: Transaction,
  { subject, id }: ChangeRequest,
  { officer }: Desk,
): Promise<void> {
  const of = subject.personId
    ? { kind: 'person', id: String(subject.personId) }
    : { kind: 'household', id: String(subject.householdId) }
  await recordRead(
    transaction,
    { ...of, ...(subject.unitUid ? { unitUid: subject.unitUid } : {}) },
    { by: officer.name, purpose: 'changeRequest', request: id },
  )
}

async function tryOut(
  transaction: Transaction,
  { act, proposedBy, isElsewhere }: ChangeRequest,
  wording: Parameters<typeof viewOf>[3],
): Promise<Pick<RequestFile, 'view' | 'impossible'>> {
  if (isElsewhere) return { view: undefined, impossible: goneElsewhere[wording.lang] }
  try {
    const rehearsal = await rehearseAct(transaction, act, { today: wording.today, origin: proposedBy })
    return { view: await viewOf(transaction, act, rehearsal, wording), impossible: undefined }
  } catch (error) {
    return { view: undefined, impossible: refusalIn(error, wording.lang) }
  }
}

function mayDecide(
  { proposedBy, kind, otherUnitUid }: ChangeRequest,
  { officer }: Desk,
): RequestFile['mayDecide'] {
  if (officer.role === 'leader') return 'leader'
  if (proposedBy === signerOf({ officer })) return 'own'
  const isReceiver = officer.unitUid === 'province' || officer.unitUid === otherUnitUid
  if (decidedByWhom(kind) === 'receivingUnit' && otherUnitUid && !isReceiver) return 'notReceiver'
  return 'yes'
}

/** What an officer says of a request. */
export interface RequestDecision {
  verdict: 'approve' | 'refuse' | 'withdraw'
  because: string
  /** The officer has seen what is recorded now. */
  seen: string
}

/** Does what the officer decides; ChangeConflict when the register has changed and they have not seen it. */
export async function decideRequest(
  transaction: Transaction,
  id: number,
  { verdict, because, seen, today }: RequestDecision & { today: LocalDate },
): Promise<void> {
  if (verdict === 'refuse') await refuseChange(transaction, id, { because })
  else if (verdict === 'withdraw') await withdrawChange(transaction, id, because ? { because } : {})
  else {
    const { baseNow } = await getChangeRequest(transaction, id)
    // What was shown is what is confirmed: had it changed again, it would have to be seen again.
    const confirmed = baseNow && seen === fingerprint(baseNow) ? baseNow : undefined
    await approveChange(transaction, id, {
      today,
      ...(because ? { because } : {}),
      ...(confirmed ? { confirmed } : {}),
    })
  }
}

/** Short enough for a form; equal only for what reads the same. */
export function fingerprint(base: ChangeRequest['base']): string {
  return createHash('sha256').update(JSON.stringify(base)).digest('hex')
}
