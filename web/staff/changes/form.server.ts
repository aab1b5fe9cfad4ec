import type { LocalDate } from '#calendar'
import { monthlyFacts } from '#law/people'
import { type Person, relations, type Units } from '#registry'
import type { Lang } from '#web/ui/index.ts'
import { actWords } from './act-words.ts'
import type { AskedAct } from './asked.ts'
import type { FormField } from './form-fields.ts'

/** Whom a form is about, as far as its fields depend on them. */
export interface FormSubject {
  person: Person | undefined
  householdId: number | undefined
  /** The people of the household today, the head first; of the person's own when the act is about a person. */
  members: { personId: number; name: string; relation: string }[]
  units: Units
  /** The communes of today, by name. */
  communes: readonly string[]
  today: LocalDate
  lang: Lang
}

export const nothingValue = '-'
/** Said of a relation that the officer cannot tell yet. */
export const uncertainRelation = 'chua-ro'

/** The fields of an act beside its reason and its paper. */
export function fieldsOf(asked: AskedAct, subject: FormSubject): FormField[] {
  const t = actWords[subject.lang]
  const day = (name: string, label: string, rest: Partial<FormField> = {}): FormField => ({
    name,
    label,
    is: 'day',
    ...rest,
  })
  const unit = (label: string, rest: Partial<FormField>): FormField => ({
    name: 'xa',
    label,
    is: 'text',
    suggestions: subject.communes,
    ...rest,
  })
  const village: FormField = { name: 'thon', label: t.village, is: 'text', optional: true }
  switch (asked.kind) {
    case 'correctFact':
      return [factField(asked.key, { lang: subject.lang, label: t.rightValue, mayBeNothing: true })]
    case 'endFact':
      return [day('den', t.lastDay)]
    case 'replaceFact':
      return [
        factField(asked.key, { lang: subject.lang, label: t.newValue, mayBeNothing: false }),
        day('tu', t.from),
        day('den', t.until, { optional: true, hint: t.untilHint }),
      ]
    case 'correctPerson':
      return [valueField(asked.key, { lang: subject.lang, label: t.rightValue })]
    case 'replacePersonValue':
      return [valueField(asked.key, { lang: subject.lang, label: t.newValue }), day('tu', t.from)]
    case 'endPersonValue':
      return [day('den', t.lastDay)]
    case 'death':
      return [day('ngay', t.deathDay)]
    case 'undoDeath':
      return []
    case 'move':
      return [
        unit(t.moveTo, { optional: true, hint: t.moveToHint }),
        { name: 'di-khoi', label: t.away, is: 'tick' },
        village,
        day('ngay', t.moveDay),
        ...(subject.members.length > 1
          ? [{ name: 'ca-ho', label: t.whole, is: 'tick' as const }, newHeadField(subject)]
          : []),
        day('thoi-chi', t.stoppedOn, { optional: true, hint: t.stoppedHint }),
        { name: 'so-qd', label: t.decisionNumber, is: 'text', optional: true },
        day('ngay-ky', t.signedOn, { optional: true }),
      ]
    case 'return':
      return [unit(t.backTo, { hint: t.unitHint }), village, day('ngay', t.onDay)]
    default:
      return householdFields(asked, subject)
  }
}

function householdFields(asked: AskedAct, subject: FormSubject): FormField[] {
  const t = actWords[subject.lang]
  const on: FormField = { name: 'ngay', label: t.onDay, is: 'day' }
  const all = peopleOptions(subject)
  const number = (name: string, label: string): FormField => ({
    name,
    label,
    is: 'text',
    hint: t.householdHint,
  })
  switch (asked.kind) {
    case 'split':
      return [
        { name: 'nguoi', label: t.leaving, is: 'people', options: all },
        { name: 'chu-ho', label: t.newHousehold, is: 'choice', options: all },
        newHeadField(subject),
        { name: 'thon', label: t.village, is: 'text', optional: true },
        on,
        ...relationFields(subject, t.relationAfter),
      ]
    case 'merge':
      return [number('vao-ho', t.into), on, ...relationFields(subject, t.relationOf)]
    case 'changeHead':
      return [
        { name: 'chu-ho', label: t.head, is: 'choice', options: all },
        on,
        ...relationFields(subject, t.relationOf),
      ]
    case 'correctRelation':
      return [
        {
          name: 'quan-he',
          label: t.rightRelation(subject.person?.name ?? ''),
          is: 'choice',
          options: relationOptions(subject.lang, false),
        },
      ]
    case 'join':
      return [
        number('vao-ho', t.householdNumber),
        { name: 'quan-he', label: t.relation, is: 'choice', options: relationOptions(subject.lang, true) },
        on,
      ]
    default:
      return [on, ...(subject.members.length > 1 ? [newHeadField(subject)] : [])]
  }
}

function peopleOptions({ members, lang }: FormSubject) {
  const t = actWords[lang]
  return members.map(({ personId, name, relation }) => ({
    value: String(personId),
    label: `${name} (${t.relations[relation] ?? relation})`,
  }))
}

function newHeadField(subject: FormSubject): FormField {
  const options = peopleOptions(subject).filter(({ value }) => value !== String(subject.person?.id))
  return {
    name: 'chu-ho-moi',
    label: actWords[subject.lang].newHead,
    is: 'choice',
    optional: true,
    options: [{ value: '', label: actWords[subject.lang].sameHead }, ...options],
  }
}

function relationOptions(lang: Lang, withHead: boolean) {
  const t = actWords[lang]
  return relations
    .filter((relation) => withHead || relation !== 'head')
    .map((relation) => ({ value: relation as string, label: t.relations[relation] ?? relation }))
}

function relationFields({ members, lang }: FormSubject, label: (name: string) => string): FormField[] {
  const t = actWords[lang]
  return members.map(({ personId, name }) => ({
    name: `quan-he-${personId}`,
    label: label(name),
    is: 'choice',
    optional: true,
    options: [
      { value: '', label: t.asFollows },
      ...relationOptions(lang, false),
      { value: uncertainRelation, label: t.notCertain },
    ],
  }))
}

function factField(
  key: string | undefined,
  { lang, label, mayBeNothing }: { lang: Lang; label: string; mayBeNothing: boolean },
): FormField {
  const t = actWords[lang]
  const fact = monthlyFacts.find((each) => each.key === key)
  const field = { name: 'gia-tri', label, hint: fact && capitalised(fact.text[lang]) }
  const nothing = mayBeNothing ? [{ value: nothingValue, label: t.takeAway }] : []
  if (fact?.kind === 'choice') {
    const options = fact.values.map((value) => ({
      value,
      label: capitalised(fact.valueTexts[value]?.[lang] ?? value),
    }))
    return { ...field, is: 'choice', options: [...options, ...nothing] }
  }
  if (fact?.kind === 'count') {
    const options = Array.from({ length: fact.max + 1 }, (_, index) => ({
      value: String(index),
      label: String(index),
    }))
    return { ...field, is: 'choice', options: [...options, ...nothing] }
  }
  return { ...field, is: 'text' }
}

function valueField(key: string | undefined, { lang, label }: { lang: Lang; label: string }): FormField {
  const t = actWords[lang]
  const named = `${label}: ${t.keys[key ?? ''] ?? key}`
  if (key === 'sex')
    return {
      name: 'gia-tri',
      label: named,
      is: 'choice',
      options: Object.entries(t.sexes).map(([value, text]) => ({ value, label: text })),
    }
  const hint = key === 'birth' ? t.birthHint : key === 'name' ? undefined : t.emptyHint
  return { name: 'gia-tri', label: named, is: 'text', hint, optional: key !== 'name' }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
