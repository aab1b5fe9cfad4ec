import { monthsRange } from '#awards'
import { firstDayOf, type LocalDate } from '#calendar'
import { foldText } from '#identity'
import { stretchesOf } from './awards.ts'
import { livedFrom } from './former-communes.ts'
import { eachMember, mapped, type Numbered } from './members.ts'
import type { DemoHousehold } from './people.ts'
import type { Settled } from './settling.ts'
import { since } from './since.ts'

const origin = 'demonstration'

const recordedAt = `${since}T00:00:00+07:00`

type Row = (string | number | undefined)[]

/** Rows of one table, in the order in which tables must be written. */
export interface TableRows {
  table: string
  columns: readonly string[]
  rows: Iterable<Row>
}

/** Everything that is written of settled households, table by table. */
export function tablesOf(settled: Settled): TableRows[] {
  const { households, firstPerson, firstHousehold, errors, copies } = settled
  const members = () => eachMember(households, firstPerson, firstHousehold)
  const everybody = function* () {
    yield* members()
    yield* copies.values()
  }
  const deaths = new Map(errors.deaths.map(({ place, on }) => [firstPerson + place, on]))
  const recorded = (table: string, columns: readonly string[], rows: Iterable<Row>): TableRows => ({
    table,
    columns: [...columns, 'origin', 'recorded_at'],
    rows: ended(rows),
  })
  return [
    recorded(
      'registry.person',
      personColumns,
      mapped(everybody(), (each) => personRow(each, deaths)),
    ),
    recorded('registry.residence', ['person_id', 'unit_uid', 'village', 'valid'], residenceRows(everybody())),
    recorded(
      'registry.household',
      ['id', 'unit_uid', 'village'],
      households.map(({ commune, village }, index) => [firstHousehold + index, commune.unitUid, village]),
    ),
    recorded(
      'registry.membership',
      ['person_id', 'household_id', 'relation', 'valid'],
      mapped(members(), membershipRow),
    ),
    recorded('registry.fact', ['person_id', 'key', 'value', 'valid'], factRows(everybody())),
    recorded(
      'registry.household_fact',
      ['household_id', 'key', 'value', 'valid'],
      povertyRows(households, firstHousehold),
    ),
    applicationsOf(settled),
    awardsOf(settled),
  ]
}

function* ended(rows: Iterable<Row>): Generator<Row> {
  for (const row of rows) yield [...row, origin, recordedAt]
}

const personColumns = [
  'id',
  'name',
  'name_folded',
  'sex',
  'birth_from',
  'birth_to',
  'birth_written',
  'citizen_id',
  'old_id',
  'unit_uid',
  'village',
  'reviewed_on',
  'death_on',
]

/** A second record has the name as another list may have it: in capitals and without tones. */
function personRow({ id, household, member, isCopy }: Numbered, deaths: ReadonlyMap<number, LocalDate>): Row {
  const { name, sex, birth, birthWritten, citizenId, oldId } = member
  return [
    id,
    isCopy ? foldText(name).toUpperCase() : name,
    foldText(name),
    sex,
    birth.from,
    birth.to,
    birthWritten,
    citizenId,
    oldId,
    household.commune.unitUid,
    household.village,
    since,
    deaths.get(id),
  ]
}

/** From birth, or from the day the register began. */
function validFrom({ member }: Numbered): string {
  return `[${member.birth.from > since ? member.birth.from : since},)`
}

/** Under the communes of before, as far as the demonstration tells them, and of today; a house came one way. */
function* residenceRows(of: Iterable<Numbered>): Generator<Row> {
  for (const each of of) {
    const { commune, village } = each.household
    const way = commune.former?.[each.householdId % commune.former.length] ?? []
    for (const { unitUid, from, until } of livedFrom(way, each.member.birth.from))
      yield [each.id, unitUid, village, `[${from},${until})`]
    yield [each.id, commune.unitUid, village, validFrom(each)]
  }
}

function membershipRow(each: Numbered): Row {
  return [each.id, each.householdId, each.member.relation, validFrom(each)]
}

function* factRows(of: Iterable<Numbered>): Generator<Row> {
  for (const each of of)
    for (const [key, value] of Object.entries(each.member.facts)) yield [each.id, key, value, validFrom(each)]
}

function* povertyRows(households: readonly DemoHousehold[], firstHousehold: number): Generator<Row> {
  for (const [index, { poverty }] of households.entries())
    if (poverty !== 'none') yield [firstHousehold + index, 'poverty', poverty, `[${since},)`]
}

function applicationsOf({ columns: { ids }, errors }: Settled): TableRows {
  return {
    table: 'awards.application',
    columns: ['person_id', 'benefit', 'received_on', 'decided_on', 'outcome', 'origin'],
    rows: errors.applications.map(({ place, benefit, receivedOn, decidedOn }) => [
      ids[place],
      benefit,
      receivedOn,
      decidedOn,
      decidedOn && 'granted',
      origin,
    ]),
  }
}

function awardsOf({ columns, lines, copies }: Settled): TableRows {
  const owners = [
    ...lines.map((line) => ({ line, personId: columns.ids[line.place] as number })),
    ...[...copies].map(([line, { id }]) => ({ line, personId: id })),
  ]
  const names = ['person_id', 'benefit', 'category', 'coefficient_tenths', 'amount_dong', 'valid']
  return {
    table: 'awards.award',
    columns: [...names, 'decision_number', 'signed_on', 'origin', 'recorded_at'],
    rows: owners.flatMap(({ line, personId }) =>
      stretchesOf(line, columns.month).map(({ from, to, amountDong }, index) => [
        personId,
        line.benefit,
        line.category,
        line.tenths,
        amountDong,
        monthsRange(from, to),
        `${1 + (personId % 97)}/QĐ-UBND`,
        index === 0 ? undefined : firstDayOf(from),
        origin,
        `${firstDayOf(from)}T00:00:00+07:00`,
      ]),
    ),
  }
}
