import type { LocalDate } from '#calendar'
import { childhoodCite, isChildOn } from '#law/children'
import { citationText } from '#rules'
import type { MemberRow } from './act-subjects.ts'
import type { Doubt } from './acts.ts'

/**
 * What officers are to look at when a child, or who may be one, heads a household from a day on or lives in it alone.
 * No law forbids it, so that it is a doubt and no refusal. `living` are the members alive on the day.
 */
export function doubtsOfChildHead(head: MemberRow, living: readonly MemberRow[], on: LocalDate): Doubt[] {
  const isChild = childOn(head, on)
  if (isChild === false) return []
  const { personId, name } = head
  const isAlone = living.every((each) => each.personId === personId)
  const cited = citationText(childhoodCite)
  return [
    {
      personId,
      vi: `${name} ${isChild ? 'chưa' : 'có thể chưa'} đủ 16 tuổi (${cited}) mà ${isAlone ? 'ở hộ một mình' : 'làm chủ hộ'}: kiểm tra ngày sinh và ai chăm sóc trẻ`,
      en: `${name} ${isChild ? 'is' : 'may be'} under 16 (${cited}) and ${isAlone ? 'alone in a household' : 'heads a household'}: check the birth and who looks after the child`,
    },
  ]
}

/** The same for a household that keeps its head while others leave: only where nobody of age stays. */
export function doubtsOfChildrenLeft(living: readonly MemberRow[], on: LocalDate): Doubt[] {
  const head = living.find(({ relation }) => relation === 'head')
  if (!head || living.some((each) => childOn(each, on) === false)) return []
  return doubtsOfChildHead(head, living, on)
}

/** Of whom no birth is recorded nothing is doubted. */
function childOn({ birthFrom, birthTo }: MemberRow, on: LocalDate): boolean | undefined {
  return birthFrom !== null && birthTo !== null && isChildOn({ from: birthFrom, to: birthTo }, on)
}
