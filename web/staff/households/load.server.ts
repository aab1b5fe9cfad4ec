import { recordRead } from '#platform/audit'
import type { Transaction } from '#platform/database'
import type { Officer } from '#platform/sessions'
import {
  findHousehold,
  type HouseholdFile,
  type HouseholdMembership,
  knownRows,
  listChangeRequests,
  listPerformedActs,
  type Moment,
  type TimelineEntry,
} from '#registry'
import { actWords } from '#web/staff/changes/act-words.ts'
import { actPath } from '#web/staff/changes/asked.ts'
import { keyText, spanText, textOfValue } from '#web/staff/changes/value-text.ts'
import { actThatWrote, type DoneAct, doneActs } from '#web/staff/people/acts-behind.ts'
import { changeLines, namesOfActs } from '#web/staff/people/change-lines.server.ts'
import type { RecordWording } from '#web/staff/people/record.server.ts'
import { recordWords } from '#web/staff/people/record-words.ts'
import { type SourceText, sourceTexts } from '#web/staff/people/sources.server.ts'
import { dayWithin, holdsOn } from '#web/staff/people/value-groups.ts'
import { type ActLink, type ValueGroup, valueGroups } from '#web/staff/people/values.server.ts'
import { formatDay, formatInstant } from '#web/ui/index.ts'

/** A household as its page shows it; undefined when there is none in the officer's sight. Writes that they looked. */
export async function readHousehold(
  transaction: Transaction,
  { id, moment, officer }: { id: number; moment: Moment | undefined; officer: Officer },
  wording: RecordWording,
) {
  const file = await findHousehold(transaction, id)
  if (!file) return undefined
  await recordRead(
    transaction,
    { kind: 'household', id: String(id), ...(file.unitUid ? { unitUid: file.unitUid } : {}) },
    { by: officer.name, purpose: 'household', ...moment },
  )
  const { on, knownOn } = moment ?? { on: wording.on, knownOn: wording.on }
  const origins = [...file.memberships, ...file.facts].map(({ origin }) => origin)
  const sourceOf = await sourceTexts(transaction, origins, wording)
  const requests = await listChangeRequests(transaction, { householdId: id, limit: 50 })
  const performed = await listPerformedActs(transaction, { householdId: id })
  const done = doneActs(requests, performed)
  // What is none any more is not changed.
  const mayAct = wording.mayAct && !moment && file.life !== undefined && file.life.to === undefined
  const known = knownRows(file.memberships, knownOn)
  const isIn = (row: HouseholdMembership) =>
    known.includes(row) && holdsOn({ ...row, supersededAt: undefined }, on)
  const lineOf = (row: HouseholdMembership) => memberLine(row, { ...wording, on, done, mayAct, sourceOf })
  const timeline = (moment === undefined ? file.facts : knownRows(file.facts, knownOn)).map(
    (fact): TimelineEntry => ({
      ...fact,
      supersededAt: moment === undefined ? fact.supersededAt : undefined,
      kind: 'householdFact',
      detail: String(id),
    }),
  )
  return {
    id,
    moment,
    place: [file.village, file.unitUid && wording.units.byUid.get(file.unitUid)?.name]
      .filter(Boolean)
      .join(', '),
    life: file.life,
    members: file.memberships.filter(isIn).map(lineOf),
    former: moment ? [] : file.memberships.filter((row) => !isIn(row)).map(lineOf),
    facts: valueGroups(0, timeline, { ...wording, mayAct, today: on, sourceOf, done }).filter(
      ({ now, before }) => now !== undefined || before.length > 0,
    ),
    missing: missingFacts(file, { ...wording, mayAct }),
    acts: mayAct ? actsOf(id, wording) : [],
    changes: moment
      ? undefined
      : changeLines(
          { requests, performed, of: { householdId: id } },
          { ...wording, names: await namesOfActs(transaction, { requests, performed }) },
        ),
  }
}

type MemberWording = Pick<RecordWording, 'lang' | 'on' | 'mayAct'> & {
  done: readonly DoneAct[]
  sourceOf: SourceText
}

function memberLine(row: HouseholdMembership, { lang, on, done, mayAct, sourceOf }: MemberWording) {
  const { personId, name, relation, from, to, origin, recordedAt, supersededAt, deathOn } = row
  const t = recordWords[lang]
  const entry = { ...row, kind: 'membership', key: 'membership' } as const
  const mayCorrect = mayAct && supersededAt === undefined && relation !== 'head'
  const path = actPath({ kind: 'correctRelation', personId, on: dayWithin(row, on) })
  return {
    key: `${personId} ${recordedAt.getTime()} ${from} ${supersededAt?.getTime()}`,
    personId,
    name,
    relation: textOfValue('membership', relation, lang),
    death: deathOn && t.deadMember(formatDay(deathOn)),
    span: spanText(from, to, lang),
    source: `${sourceOf(origin, 'membership')}, ${formatInstant(recordedAt)}`,
    reason: actThatWrote(entry, done)?.reason,
    superseded: supersededAt && t.correctedAt(formatInstant(supersededAt)),
    acts: mayCorrect ? [{ path, text: t.correctRelation }] : [],
  }
}

function actsOf(id: number, { lang }: RecordWording): ActLink[] {
  const kinds = actWords[lang].kinds
  return (['split', 'merge', 'changeHead'] as const).map((kind) => ({
    path: actPath({ kind, householdId: id }),
    text: kinds[kind],
  }))
}

/** What the law asks of households and nothing is recorded of. */
function missingFacts({ id, facts }: HouseholdFile, { lang, mayAct }: RecordWording): ValueGroup[] {
  if (facts.some(({ key, supersededAt }) => key === 'poverty' && supersededAt === undefined)) return []
  const add = {
    path: actPath({ kind: 'replaceFact', householdId: id, key: 'poverty' }),
    text: recordWords[lang].add,
  }
  return [
    {
      id: 'missing-poverty',
      name: keyText('poverty', lang),
      now: undefined,
      before: [],
      beside: [],
      acts: mayAct ? [add] : [],
    },
  ]
}
