import type { LocalDate } from '#calendar'
import { BilingualError } from '#platform/bilingual-error'
import type { Transaction } from '#platform/database'
import {
  type Act,
  asProvince,
  type ChangeRequest,
  closeRequest,
  doOnce,
  type Enacted,
  enact,
  findPerson,
  NotYours,
  needsSecondPerson,
  type SentAct,
  takeRequest,
  wholly,
} from '#registry'
import { type AwardChange, followAct } from './award-consequences.ts'

/** What came of an act: in the register, and for what people receive. */
export interface ActOutcome extends Enacted {
  awards: AwardChange[]
}

/**
 * Does an act at once, with everything that follows for benefits, in the transaction given. Sent again with its key it
 * answers as the first time. Throws NotYours for what a second officer must decide, ImpossibleAct, KeyReused,
 * PersonNotFound; whatever it throws, nothing of it stays.
 */
export async function applyAct(
  transaction: Transaction,
  sent: SentAct,
  { today }: { today: LocalDate },
): Promise<ActOutcome> {
  return doOnce(transaction, sent, async (origin) => {
    if (needsSecondPerson(sent.act) && !origin.startsWith('system:'))
      throw new NotYours({
        vi: 'Việc này cần người thứ hai duyệt: gửi đề nghị thay vì ghi thẳng',
        en: 'A second officer decides this: propose it instead of recording it',
      })
    return carryOut(transaction, sent.act, { today, origin })
  })
}

/** The act in the register and what follows for benefits; wholly or not at all. */
export async function carryOut(
  transaction: Transaction,
  act: Act,
  { today, origin }: { today: LocalDate; origin: string },
): Promise<ActOutcome> {
  return wholly(transaction, async () => {
    const before = 'personId' in act ? await findPerson(transaction, act.personId) : undefined
    const enacted = await enact(transaction, act, { today })
    const awards = await followAct(transaction, { act, enacted, diedOn: before?.deathOn }, { today, origin })
    return { ...enacted, awards }
  })
}

/** What the register says has changed since the request was made: whoever approves must have seen it. */
export class ChangeConflict extends BilingualError {
  readonly request: ChangeRequest

  constructor(request: ChangeRequest) {
    super({
      vi: 'Dữ liệu đã thay đổi từ khi đề nghị: xem giá trị hiện nay rồi xác nhận lại',
      en: 'The register has changed since the request: look at what it says now and confirm again',
    })
    this.name = 'ChangeConflict'
    this.request = request
  }
}

/**
 * Approves what another officer proposed, and does it with everything that follows. When the register has changed
 * meanwhile, `confirmed` is the `baseNow` the officer has seen; anything else throws ChangeConflict with what it is.
 * Approving again what one has approved answers as the first time.
 */
export async function approveChange(
  transaction: Transaction,
  id: number,
  decision: { today: LocalDate; because?: string; confirmed?: ChangeRequest['baseNow'] },
): Promise<ChangeRequest> {
  const { today, because = '', confirmed } = decision
  const { request, decider, done } = await takeRequest(transaction, id, 'approved')
  if (done) return request
  if (request.baseNow && JSON.stringify(request.baseNow) !== JSON.stringify(confirmed))
    throw new ChangeConflict(request)
  // A move ends where its decider sees nobody yet: two officers have agreed, the machine carries it out.
  const work = () => carryOut(transaction, request.act, { today, origin: decider })
  const outcome = await (request.otherUnitUid === undefined ? work() : asProvince(transaction, work))
  return closeRequest(transaction, request, { state: 'approved', because, outcome })
}
