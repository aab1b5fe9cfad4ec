import { type Act, type Placed, type Relation, relationToNewHead } from '#registry'
import { actWords } from './act-words.ts'
import { type FormSubject, uncertainRelation } from './form.server.ts'
import type { FormValues } from './form-fields.ts'
import { dayIn, newHeadIn, numberIn, type Reading, relationIn, villageIn } from './read-fields.server.ts'

type Member = FormSubject['members'][number]

/** What a form asks of a whole household; undefined when a field is wrong. */
export function householdActOf(
  kind: 'split' | 'merge' | 'changeHead',
  householdId: number,
  { values, reading }: { values: FormValues; reading: Reading },
): Act | undefined {
  const { members } = reading.subject
  const on = dayIn(values, 'ngay')
  const placed = (of: readonly Member[], head: Member | undefined) => placedIn(values, reading, { of, head })
  if (kind === 'merge') {
    const into = numberIn(values, reading)
    const relations = placed(members, undefined)
    return on && into !== undefined ? { kind, householdId, into, on, relations } : undefined
  }
  const memberIn = (name: string) => members.find(({ personId }) => String(personId) === values[name])
  const head = memberIn('chu-ho')
  if (!head) return undefined
  if (kind === 'changeHead') {
    const relations = placed(members, head)
    return on && { kind, householdId, headId: head.personId, on, relations }
  }
  const leaves = ({ personId }: Member) => values[`nguoi-${personId}`] === 'on'
  const newHead = memberIn('chu-ho-moi')
  const leaving = members.filter(leaves)
  const said = placed(leaving, head)
  // Those who stay with the same head are to them what they were.
  const staying = newHead
    ? placed(
        members.filter((member) => !leaves(member)),
        newHead,
      )
    : []
  return (
    on && {
      kind,
      householdId,
      leaving: leaving.map(({ personId }) => said.find((each) => each.personId === personId) ?? { personId }),
      headId: head.personId,
      on,
      ...newHeadIn(values),
      ...(staying.length > 0 ? { staying } : {}),
      ...villageIn(values),
    }
  )
}

/**
 * What is said of people's relations to a head. Where nothing is said and nothing follows for certain, the officer is
 * asked: they choose a relation, or say that it is not known.
 */
function placedIn(
  values: FormValues,
  { subject, errors }: Reading,
  { of, head }: { of: readonly Member[]; head: Member | undefined },
): Placed[] {
  return of.flatMap((member) => {
    const { personId, name } = member
    if (member === head) return []
    const field = `quan-he-${personId}`
    const relation = relationIn(values, field)
    if (relation) return [{ personId, relation }]
    const follows = head && relationToNewHead(head.relation as Relation, member.relation as Relation)
    if (follows === undefined && values[field] !== uncertainRelation)
      errors[field] = actWords[subject.lang].errors.relation(name)
    return []
  })
}
