import { sql } from 'kysely'
import { addDays, type LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import type { ReplaceableKey } from './acts.ts'
import type { TimelineEntry } from './timeline.ts'

interface Version {
  name: string
  sex: string | null
  birth_from: string | null
  birth_to: string | null
  birth_written: string | null
  citizen_id: string | null
  old_id: string | null
  death_on: string | null
  village: string | null
  reviewed_on: string | null
  origin: string
  recorded_at: Date
  superseded_at: Date | null
}

const readings: Readonly<Record<string, (version: Version) => string | null>> = {
  name: ({ name }) => name,
  sex: ({ sex }) => sex,
  birth: ({ birth_from, birth_to, birth_written }) =>
    birth_written ?? (birth_from === birth_to ? birth_from : `${birth_from}…${birth_to}`),
  citizenId: ({ citizen_id }) => citizen_id,
  oldId: ({ old_id }) => old_id,
  deathOn: ({ death_on }) => death_on,
  village: ({ village }) => village,
  reviewedOn: ({ reviewed_on }) => reviewed_on,
}

interface FormerValue {
  key: ReplaceableKey
  value: string
  from: LocalDate | null
  to: LocalDate
  origin: string
  recordedAt: Date
}

/**
 * What stands on the person's own record and how it came there, value by value: keys `name`, `sex`, `birth`,
 * `citizenId`, `oldId`, `deathOn`, `village`, `reviewedOn`. A name or number that was replaced has its days; with
 * `corrections`, what was wrong is there as well, with the moment it gave way.
 */
export async function listPersonValues(
  transaction: Transaction,
  personId: number,
  { corrections }: { corrections: boolean },
): Promise<TimelineEntry[]> {
  const columns = sql.raw(
    'name, sex, birth_from, birth_to, birth_written, citizen_id, old_id, death_on, village, reviewed_on',
  )
  const { rows: versions } = await sql<Version>`select ${columns}, origin, recorded_at, superseded_at
      from registry.person_before where person_id = ${personId}
    union all select ${columns}, coalesce(amended_origin, origin), coalesce(amended_at, recorded_at), null
      from registry.person where id = ${personId}
    order by superseded_at nulls last`.execute(transaction)
  const { rows: former } =
    await sql<FormerValue>`select key, value, lower(valid) as "from", upper(valid) - 1 as "to",
      origin, recorded_at as "recordedAt" from registry.former_value where person_id = ${personId}
    order by lower(valid) nulls first`.execute(transaction)
  return Object.keys(readings).flatMap((key) => {
    const replaced = former.filter((each) => each.key === key)
    const runs = runsOf(key, versions).filter(
      (run) => run.supersededAt === undefined || !replaced.some(({ value }) => value === run.value),
    )
    const since = replaced.at(-1)?.to
    return [
      ...runs
        .filter(({ supersededAt }) => corrections || supersededAt === undefined)
        .map((run) => (since && !run.supersededAt ? { ...run, from: addDays(since, 1) } : run)),
      ...replaced.toReversed().map(entryOf),
    ]
  })
}

/** One entry for as long as the value stayed the same, the present one first; nothing where nothing stood. */
function runsOf(key: string, versions: readonly Version[]): TimelineEntry[] {
  const runs: TimelineEntry[] = []
  for (const version of versions) {
    const value = readings[key]?.(version) ?? null
    const before = runs[0]
    if (before && before.supersededAt === undefined) {
      if (before.value === value) continue
      before.supersededAt = version.recorded_at
    }
    if (value === null) continue
    runs.unshift({
      kind: 'person',
      key,
      value,
      detail: undefined,
      from: undefined,
      to: undefined,
      origin: version.origin,
      recordedAt: version.recorded_at,
      supersededAt: undefined,
    })
  }
  return runs
}

function entryOf({ from, ...rest }: FormerValue): TimelineEntry {
  return { ...rest, kind: 'person', detail: undefined, from: from ?? undefined, supersededAt: undefined }
}
