import type { LocalDate } from '#calendar'
import { type Relation, relations } from '#registry'
import { dayAsked } from '#web/staff/days.ts'
import { actWords } from './act-words.ts'
import type { FormSubject } from './form.server.ts'
import type { FormValues } from './form-fields.ts'

/** A form being read: whom it is about, and what is wrong with it so far, by field. */
export interface Reading {
  subject: FormSubject
  errors: Record<string, string>
}

export function dayIn(values: FormValues, name: string): LocalDate | undefined {
  return dayAsked(values[name] ?? '')
}

export function villageIn({ thon }: FormValues): { village?: string } {
  return thon ? { village: thon } : {}
}

export function newHeadIn(values: FormValues): { newHeadId?: number } {
  return values['chu-ho-moi'] ? { newHeadId: Number(values['chu-ho-moi']) } : {}
}

export function relationIn(values: FormValues, name: string): Relation | undefined {
  return relations.find((each) => each === values[name])
}

/** The number of the household somebody goes into; the error stands under its field. */
export function numberIn(values: FormValues, { subject, errors }: Reading): number | undefined {
  const text = values['vao-ho'] ?? ''
  if (/^\d{1,15}$/.test(text)) return Number(text)
  errors['vao-ho'] ??= actWords[subject.lang].errors.number
  return undefined
}
