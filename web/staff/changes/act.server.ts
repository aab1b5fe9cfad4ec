import { randomUUID } from 'node:crypto'
import { applyAct, rehearseAct, seesGrounds } from '#awards'
import { recordRead } from '#platform/audit'
import { BilingualError } from '#platform/bilingual-error'
import { today } from '#platform/clock'
import { type Transaction, withActor } from '#platform/database'
import { type Act, decidedByWhom, needsSecondPerson, PersonNotFound, proposeChange } from '#registry'
import { type Desk, signerOf } from '#web/staff/access.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import type { Lang } from '#web/ui/index.ts'
import { type ActView, viewOf } from './act-view.server.ts'
import type { AskedAct } from './asked.ts'
import { type FormSubject, fieldsOf } from './form.server.ts'
import type { FormField, FormValues } from './form-fields.ts'
import { readAct } from './read-act.server.ts'
import { readFormSubject } from './subject.server.ts'

/** What the form of an act shows. */
export interface ActForm {
  fields: FormField[]
  person: { id: number; name: string } | undefined
  householdId: number | undefined
  /** A key by which the same form sent twice is one act. */
  formKey: string
  decidedBy: 'unit' | 'receivingUnit'
  /** Of facts whether the law asks them decides; a person's village alone needs nobody else. */
  needsSecond: boolean
}

/** Undefined when there is nobody of that kind in the officer's sight. Writes that the officer looked. */
export async function readActForm(desk: Desk, asked: AskedAct, lang: Lang): Promise<ActForm | undefined> {
  return withActor(desk.database, desk.actor, async (transaction) => {
    const subject = await subjectOf(transaction, desk, { asked, lang })
    if (!subject) return undefined
    await recordLook(transaction, desk, subject)
    return {
      fields: fieldsOf(asked, subject),
      person: subject.person && { id: subject.person.id, name: subject.person.name },
      householdId: subject.householdId,
      formKey: randomUUID(),
      decidedBy: decidedByWhom(asked.kind),
      needsSecond: needsSecond(asked),
    }
  })
}

/** As the act will be judged by what is asked, before its values are known. */
function needsSecond({ kind, key }: AskedAct): boolean {
  const change = { [key ?? '']: null }
  return needsSecondPerson({ kind, key: key ?? '', change } as unknown as Act)
}

async function subjectOf(
  transaction: Transaction,
  { database }: Desk,
  { asked, lang }: { asked: AskedAct; lang: Lang },
): Promise<FormSubject | undefined> {
  const units = await unitsOf(database)
  return readFormSubject(transaction, asked, { units, today: today(), lang })
}

async function recordLook(transaction: Transaction, { officer }: Desk, subject: FormSubject): Promise<void> {
  const { person, householdId } = subject
  const of = person
    ? { kind: 'person', id: String(person.id), ...(person.unitUid ? { unitUid: person.unitUid } : {}) }
    : {
        kind: 'household',
        id: String(householdId),
        ...(officer.unitUid === 'province' ? {} : { unitUid: officer.unitUid }),
      }
  await recordRead(transaction, of, { by: officer.name, purpose: 'change' })
}

/** What came of a posted form: wrong fields, a refusal in one sentence, what would change, or what was done. */
export type ActAnswer =
  | { step: 'wrong'; errors: Record<string, string>; refusal?: string }
  | { step: 'preview'; view: ActView; reason: string; needsSecond: boolean }
  | { step: 'proposed'; requestId: number }
  | { step: 'done' }

/** Tries the act out, or does it, as the form says. Undefined when there is nobody in the officer's sight. */
export async function answerAct(
  desk: Desk,
  { asked, values, lang }: { asked: AskedAct; values: FormValues; lang: Lang },
): Promise<ActAnswer | undefined> {
  const on = today()
  try {
    return await withActor(desk.database, desk.actor, async (transaction): Promise<ActAnswer | undefined> => {
      const subject = await subjectOf(transaction, desk, { asked, lang })
      if (!subject) return undefined
      const reading = readAct(asked, values, subject)
      if (!reading.ok) return { step: 'wrong', errors: reading.errors }
      const { act, reason } = reading
      const isProposal = needsSecondPerson(act)
      if (values.buoc !== 'gui') {
        const origin = signerOf(desk)
        const rehearsal = await rehearseAct(transaction, act, { today: on, origin })
        const view = await viewOf(transaction, act, rehearsal, {
          units: subject.units,
          lang,
          today: on,
          person: subject.person,
          hasGrounds: seesGrounds(desk.officer),
        })
        return { step: 'preview', view, reason, needsSecond: isProposal }
      }
      const sent = { act, reason, key: values.ma || randomUUID() }
      if (!isProposal) {
        await applyAct(transaction, sent, { today: on })
        return { step: 'done' }
      }
      return { step: 'proposed', requestId: (await proposeChange(transaction, sent, { today: on })).id }
    })
  } catch (error) {
    return { step: 'wrong', errors: {}, refusal: refusalIn(error, lang) }
  }
}

/** The sentence of a refusal in the reader's language; whatever is no refusal is thrown on. */
export function refusalIn(error: unknown, lang: Lang): string {
  if (error instanceof BilingualError) return error[lang]
  if (error instanceof PersonNotFound) return error.message
  throw error
}
