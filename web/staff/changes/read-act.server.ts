import type { LocalDate } from '#calendar'
import { readBirth, resolveUnit } from '#identity'
import { type Act, indexOf, type PersonCorrection, type ReplaceableKey } from '#registry'
import { dayAsked } from '#web/staff/days.ts'
import { formatDay } from '#web/ui/index.ts'
import { actWords } from './act-words.ts'
import { type AskedAct, correctableKeys } from './asked.ts'
import { type FormSubject, fieldsOf, nothingValue } from './form.server.ts'
import type { FormValues } from './form-fields.ts'
import { dayIn, newHeadIn, numberIn, type Reading, relationIn, villageIn } from './read-fields.server.ts'
import { householdActOf } from './read-household-act.server.ts'

/** The act a form asks for with its reason, or what is wrong with the form, by field. */
export type ActReading =
  | { ok: true; act: Act; reason: string }
  | { ok: false; errors: Record<string, string> }

/** Reads what was filled in; every mistake is told, not the first alone. */
export function readAct(asked: AskedAct, values: FormValues, subject: FormSubject): ActReading {
  const errors: Record<string, string> = {}
  const t = actWords[subject.lang]
  for (const field of fieldsOf(asked, subject)) {
    const value = values[field.name] ?? ''
    const isEmpty =
      field.is === 'people'
        ? !field.options?.some((option) => values[`${field.name}-${option.value}`])
        : value === ''
    if (isEmpty) {
      if (!field.optional && field.is !== 'tick') errors[field.name] = t.errors.need(field.label)
    } else if (field.is === 'day' && !dayAsked(value)) errors[field.name] = t.errors.day(field.label)
    else if (field.is === 'choice' && !field.options?.some((option) => option.value === value))
      errors[field.name] = t.errors.choice(field.label)
  }
  if (!values['ly-do']) errors['ly-do'] = t.errors.need(t.reason)
  if (values['ngay-giay'] && !dayAsked(values['ngay-giay'])) errors['ngay-giay'] = t.errors.day(t.paperDay)
  const act = actOf(asked, values, { subject, errors })
  if (!act || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, act, reason: reasonOf(values, subject.lang) }
}

function reasonOf(values: FormValues, lang: FormSubject['lang']): string {
  const reason = values['ly-do'] ?? ''
  const paper = values.giay ?? ''
  const day = dayAsked(values['ngay-giay'] ?? '')
  if (paper === '') return reason
  return `${reason}. ${actWords[lang].basis(paper, day ? formatDay(day) : '')}`
}

/** Undefined when a field is wrong; the error stands under the field's name. */
function actOf(asked: AskedAct, values: FormValues, reading: Reading): Act | undefined {
  const { kind, personId, householdId, key, on } = asked
  const of = personId === undefined ? householdId !== undefined && { householdId } : { personId }
  const value = values['gia-tri'] ?? ''
  const [from, to] = [dayIn(values, 'tu'), dayIn(values, 'den')]
  switch (kind) {
    case 'correctFact':
      if (!of || !key || !on) return undefined
      return { kind, of, key, on, ...(value === nothingValue ? {} : { value }) }
    case 'endFact':
      return of && key && on && to ? { kind, of, key, on, lastOn: to } : undefined
    case 'replaceFact':
      return of && key && from ? { kind, of, key, from, ...(to ? { to } : {}), value } : undefined
    case 'split':
    case 'merge':
    case 'changeHead':
      return householdId === undefined ? undefined : householdActOf(kind, householdId, { values, reading })
    default:
      return personId === undefined ? undefined : ofPerson({ ...asked, personId }, values, reading)
  }
}

function ofPerson(
  asked: AskedAct & { personId: number },
  values: FormValues,
  reading: Reading,
): Act | undefined {
  const { kind, personId, key } = asked
  const [on, to, from] = [dayIn(values, 'ngay'), dayIn(values, 'den'), dayIn(values, 'tu')]
  const replaceable = (['name', 'sex', 'citizenId', 'oldId'] as const).find((each) => each === key)
  switch (kind) {
    case 'correctPerson': {
      const change = correctionOf(key, values, reading)
      return change && { kind, personId, change }
    }
    case 'replacePersonValue':
      return replaceable && from
        ? { kind, personId, key: replaceable, value: numberText(replaceable, values['gia-tri'] ?? ''), from }
        : undefined
    case 'endPersonValue':
      return (replaceable === 'citizenId' || replaceable === 'oldId') && to
        ? { kind, personId, key: replaceable, lastOn: to }
        : undefined
    case 'death':
      return on && { kind, personId, on }
    case 'undoDeath':
      return { kind, personId }
    case 'move':
      // Without its day the rest is read all the same: every mistake is told at once.
      return moveOf(personId, on ?? reading.subject.today, { values, reading })
    case 'return': {
      const unitUid = unitIn(values, on ?? reading.subject.today, reading)
      return on && unitUid ? { kind, personId, unitUid, on, ...villageIn(values) } : undefined
    }
    case 'join': {
      const relation = relationIn(values, 'quan-he')
      const into = numberIn(values, reading)
      return on && relation && into !== undefined
        ? { kind, householdId: into, personId, relation, on }
        : undefined
    }
    case 'correctRelation': {
      const relation = relationIn(values, 'quan-he')
      return relation && { kind, personId, relation, on: asked.on ?? reading.subject.today }
    }
    case 'leave':
      return on && { kind, personId, on, ...newHeadIn(values) }
    default:
      return undefined
  }
}

/** Numbers are copied with spaces and points. */
function numberText(key: ReplaceableKey, text: string): string {
  return key === 'citizenId' || key === 'oldId' ? text.replace(/[\s.\-']/g, '') : text
}

function correctionOf(
  key: string | undefined,
  values: FormValues,
  { subject, errors }: Reading,
): PersonCorrection | undefined {
  const known = correctableKeys.find((each) => each === key)
  const text = values['gia-tri'] ?? ''
  if (!known || (known === 'name' && text === '')) return undefined
  if (known === 'birth') {
    if (text === '') return { birth: null }
    const reading = readBirth(text, { asOf: subject.today })
    if (!reading.ok) {
      errors['gia-tri'] = actWords[subject.lang].errors.birth
      return undefined
    }
    const { from, to } = reading.birth
    return { birth: { from, to, written: text } }
  }
  if (known === 'name') return { name: text }
  if (known === 'sex') return { sex: text === 'male' ? 'male' : 'female' }
  if (known === 'village') return { village: text || null }
  return { [known]: text === '' ? null : numberText(known, text) }
}

function moveOf(
  personId: number,
  on: LocalDate,
  { values, reading }: { values: FormValues; reading: Reading },
): Act | undefined {
  const isAway = values['di-khoi'] === 'on'
  const unitUid = isAway ? undefined : unitIn(values, on, reading)
  if (!isAway && !unitUid) return undefined
  const stoppedOn = dayIn(values, 'thoi-chi')
  const signedOn = dayIn(values, 'ngay-ky')
  const decisionNumber = values['so-qd']
  return {
    kind: 'move',
    personId,
    to: unitUid ? { unitUid, ...villageIn(values) } : 'away',
    on,
    ...(values['ca-ho'] === 'on' ? { whole: true } : {}),
    ...newHeadIn(values),
    // A proposal is decided on another day: what was shown must be what is done.
    stoppedOn: stoppedOn ?? reading.subject.today,
    ...(decisionNumber ? { decisionNumber } : {}),
    ...(signedOn ? { signedOn } : {}),
  }
}

function unitIn(values: FormValues, on: LocalDate, { subject, errors }: Reading): string | undefined {
  const t = actWords[subject.lang]
  const text = values.xa ?? ''
  if (text === '') {
    errors.xa = t.errors.need(t.moveTo)
    return undefined
  }
  const resolution = resolveUnit(text, { on, level: 'commune' }, indexOf(subject.units))
  if (resolution.found === 'one' && resolution.certainty !== 'near') {
    // Where its name has gone, what holds its area on the day is meant, if that is one unit.
    const [unit, ...others] = resolution.leadsTo
    if (unit && others.length === 0) return unit.uid
  }
  const names = resolution.candidates.map(({ unit }) => unit.name)
  if (resolution.found === 'one') names.unshift(...resolution.leadsTo.map(({ name }) => name))
  errors.xa =
    names.length > 0 ? t.errors.unitUnsure([...new Set(names)].slice(0, 6).join(', ')) : t.errors.unitNone
  return undefined
}
