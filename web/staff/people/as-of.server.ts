import type { LocalDate } from '#calendar'
import { recordRead } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { getPerson, type Moment, type PersonAsOf, personAsOf } from '#registry'
import { keyText, spanText, textOfValue } from '#web/staff/changes/value-text.ts'
import { dayAsked } from '#web/staff/days.ts'
import { formatInstant } from '#web/ui/index.ts'
import { maskedId } from './citizen-id.ts'
import type { RecordWording } from './record.server.ts'
import { recordWords } from './record-words.ts'
import { sourceTexts } from './sources.server.ts'
import { birthText } from './texts.ts'

/** The moment an address asks for; undefined for now. A day that is none, or of no register, is left out. */
export function momentIn(params: URLSearchParams, today: LocalDate): Moment | undefined {
  const [on, knownOn] = [dayAsked(params.get('ngay')), dayAsked(params.get('biet'))]
  return on || knownOn ? { on: on ?? today, knownOn: knownOn ?? today } : undefined
}

/** One value as it was, with where it came from. */
interface PastLine {
  name: string
  value: string
  span: string | undefined
  source: string
}

/** Somebody as they were at a moment, for their page; writes that the officer looked. Throws PersonNotFound. */
export async function readAsOf(
  transaction: Transaction,
  { id, moment, by }: { id: number; moment: Moment; by: string },
  wording: RecordWording,
) {
  const { name, unitUid } = await getPerson(transaction, id)
  await recordRead(
    transaction,
    { kind: 'person', id: String(id), ...(unitUid ? { unitUid } : {}) },
    { by, purpose: 'person', ...moment, ...(wording.revealed ? { revealed: 'citizenId' } : {}) },
  )
  const then = await personAsOf(transaction, id, moment)
  return {
    id,
    moment,
    name: then?.person.name ?? name,
    alive: then && (then.alive === undefined ? 'unknown' : then.alive ? 'yes' : 'no'),
    lines: then ? await linesOf(transaction, then, wording) : [],
    household: then?.household && {
      id: then.household.id,
      members: then.household.members.map((member) => ({
        ...member,
        relation: textOfValue('membership', member.relation, wording.lang),
      })),
    },
  }
}

/** The source of a value; of one that another record of the person says, with the number of that record. */
function sourceOnRecord(
  source: string,
  { recordId }: { recordId: number },
  { self, lang }: { self: number; lang: RecordWording['lang'] },
): string {
  return recordId === self ? source : `${recordWords[lang].onRecord(recordId)}: ${source}`
}

async function linesOf(
  transaction: Transaction,
  then: PersonAsOf,
  { units, lang, nameOf, revealed }: RecordWording,
): Promise<PastLine[]> {
  const { person, deaths, residence, facts, householdFacts } = then
  const held = [...facts, ...householdFacts]
  const origins = [
    person.origin,
    ...deaths.map(({ origin }) => origin),
    ...(residence ? [residence.origin] : []),
    ...held.map(({ origin }) => origin),
  ]
  const sourceOf = await sourceTexts(transaction, origins, { lang, nameOf })
  const number = (text: string | undefined) => text && (revealed ? text : maskedId(text))
  const own = (
    [
      ['name', person.name],
      ['birth', birthText(person.birth)],
      ['sex', person.sex && textOfValue('sex', person.sex, lang)],
      ['citizenId', number(person.citizenId)],
      ['oldId', number(person.oldId)],
    ] as const
  ).flatMap(([key, value]) =>
    value
      ? [
          {
            name: keyText(key, lang),
            value,
            span: undefined,
            source: `${sourceOf(person.origin, key)}, ${formatInstant(person.recordedAt)}`,
          },
        ]
      : [],
  )
  const died = deaths.map((death) => ({
    name: keyText('deathOn', lang),
    value: textOfValue('deathOn', death.on, lang),
    span: undefined,
    source: sourceOnRecord(
      `${sourceOf(death.origin, 'deathOn')}, ${formatInstant(death.recordedAt)}`,
      death,
      {
        self: person.id,
        lang,
      },
    ),
  }))
  const lives = residence && {
    name: keyText('residence', lang),
    value: [residence.village, units.byUid.get(residence.unitUid)?.name ?? residence.unitUid]
      .filter(Boolean)
      .join(', '),
    span: spanText(residence.from, residence.to, lang),
    source: `${sourceOf(residence.origin, 'residence')}, ${formatInstant(residence.recordedAt)}`,
  }
  const said = held.map(({ key, value, from, to, origin, recordedAt }) => ({
    name: keyText(key, lang),
    value: textOfValue(key, value, lang),
    span: spanText(from, to, lang),
    source: `${sourceOf(origin, key)}, ${formatInstant(recordedAt)}`,
  }))
  return [...own, ...died, ...(lives ? [lives] : []), ...said]
}
