import type { LocalDate } from '#calendar'
import type { PersonFile } from '#findings'
import type { Transaction } from '#platform/database'
import {
  findKeeper,
  findPerson,
  linkedRecords,
  listChangeRequests,
  listDeaths,
  listPerformedActs,
  listPersonValues,
  type Person,
  type TimelineEntry,
  type Units,
} from '#registry'
import { actWords } from '#web/staff/changes/act-words.ts'
import { actPath } from '#web/staff/changes/asked.ts'
import type { Lang } from '#web/ui/index.ts'
import { doneActs } from './acts-behind.ts'
import { changeLines, namesOfActs } from './change-lines.server.ts'
import { maskedId } from './citizen-id.ts'
import { recordWords } from './record-words.ts'
import { sourceTexts } from './sources.server.ts'
import { birthText } from './texts.ts'
import { holdsOn } from './value-groups.ts'
import { type ActLink, valueGroups } from './values.server.ts'

/** What the part of a page about the record itself is written with. */
export interface RecordWording {
  units: Units
  lang: Lang
  on: LocalDate
  nameOf: (actor: string) => string
  revealed: boolean
  mayAct: boolean
}

const requestsMax = 50

/** What is recorded of a person with sources and history, what officers changed, and the person's other records. */
export async function readRecord(transaction: Transaction, file: PersonFile, wording: RecordWording) {
  const { person } = file
  const { units, lang, on, nameOf } = wording
  const own = await listPersonValues(transaction, person.id, { corrections: true })
  const timeline = [...file.timeline, ...own, ...(await deathsElsewhere(transaction, person.id))]
  const origins = [person.origin, ...timeline.map(({ origin }) => origin)]
  const requests = await listChangeRequests(transaction, { personId: person.id, limit: requestsMax })
  const performed = await listPerformedActs(transaction, { personId: person.id })
  const done = doneActs(requests, performed)
  const sourceOf = await sourceTexts(transaction, [...origins, ...done.map(({ by }) => by)], { lang, nameOf })
  return {
    sourceOf,
    groups: valueGroups(person.id, timeline, { ...wording, today: on, sourceOf, done }),
    otherActs: wording.mayAct ? otherActs(file, wording) : [],
    changes: changeLines(
      { requests, performed, of: { personId: person.id } },
      { units, lang, nameOf, names: await namesOfActs(transaction, { requests, performed }) },
    ),
    waiting: requests.filter(({ state }) => state === 'proposed').length,
    records: await otherRecords(transaction, person.id, wording),
    isKeptElsewhere: (await findKeeper(transaction, person.id)) !== undefined,
    householdId: file.members[0]?.householdId,
  }
}

/** The days of death that other records of the person tell, as entries whose `detail` is the record. */
async function deathsElsewhere(transaction: Transaction, personId: number): Promise<TimelineEntry[]> {
  const deaths = await listDeaths(transaction, personId)
  return deaths
    .filter(({ recordId }) => recordId !== personId)
    .map(({ recordId, on, origin, recordedAt }) => ({
      kind: 'person',
      key: 'deathOn',
      value: on,
      detail: String(recordId),
      from: undefined,
      to: undefined,
      origin,
      recordedAt,
      supersededAt: undefined,
    }))
}

/** What may be done to the person beside their values. */
function otherActs({ person, members, timeline }: PersonFile, { lang, on }: RecordWording): ActLink[] {
  const personId = person.id
  const kinds = actWords[lang].kinds
  const link = (kind: 'move' | 'return' | 'join' | 'leave' | 'death') => ({
    path: actPath({ kind, personId }),
    text: kinds[kind],
  })
  const add = { path: actPath({ kind: 'replaceFact', personId }), text: recordWords[lang].addFact }
  if (person.deathOn !== undefined) return [add]
  const livesHere = timeline.some((entry) => entry.kind === 'residence' && holdsOn(entry, on))
  return [
    add,
    link(livesHere ? 'move' : 'return'),
    link(members.length > 0 ? 'leave' : 'join'),
    link('death'),
  ]
}

/** The records that officers found to be of this person, the one that speaks first; empty when there is but one. */
async function otherRecords(
  transaction: Transaction,
  id: number,
  { units, revealed }: RecordWording,
): Promise<LinkedLine[]> {
  const ids = await linkedRecords(transaction, id)
  if (ids.length < 2) return []
  const persons: (Person | undefined)[] = []
  for (const each of ids) persons.push(await findPerson(transaction, each))
  return persons.flatMap((person, index) => {
    if (!person) return []
    const { name, birth, citizenId, oldId, village, unitUid } = person
    const number = citizenId ?? oldId
    return [
      {
        id: person.id,
        name,
        birth: birthText(birth),
        number: number && (revealed ? number : maskedId(number)),
        place: [village, unitUid && units.byUid.get(unitUid)?.name].filter(Boolean).join(', '),
        speaks: index === 0,
      },
    ]
  })
}

export interface LinkedLine {
  id: number
  name: string
  birth: string | undefined
  number: string | undefined
  place: string
  speaks: boolean
}
