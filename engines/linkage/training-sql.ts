import { patternsOf } from './patterns.ts'
import type { ComparisonSpec, LinkageSettings, TrainingSession } from './settings.ts'

/*
 * Training as SQL for DuckDB, written out from the settings: u, then m by expectation–maximisation in every session,
 * then λ. It reads a table of counts, one row a pattern; what is learnt stands in structs of lists, one list a
 * comparison, one probability a level.
 */

type TrainingSettings = Pick<
  LinkageSettings,
  'comparisons' | 'trainingSessions' | 'iterationsMax' | 'tolerance' | 'smoothing'
>

export interface TrainingSource {
  /** A table (code, blocked, random): how many candidates, and how many random pairs, have each pattern. */
  counts: string
  /** The names of the tables that training makes begin so. */
  prefix: string
  /** Records of the run: λ is a share of all their pairs. */
  records: number
}

/** Statements to run in order, two questions to ask then, and the tables to drop. */
export interface TrainingSql {
  statements: string[]
  /** session, pairs, iterations, converged, share: of every session, then of all pairs, whose share is λ. */
  sessions: string
  /** comparison, level (from 1), m, u. */
  levels: string
  tables: string[]
}

/** The tables of one training by what they hold. */
interface Names {
  pattern: string
  u: string
  learnt: string
  all: string
  sessions: string[]
}

/**
 * The whole training. u is counted on random pairs, without those that a session takes for one person: they are chance
 * hits among duplicates. The m of a comparison is the mean of its session's and of one last step over all pairs: people
 * with numbers, whom the sessions know, are younger and better recorded than the rest.
 */
export function trainingSql(settings: TrainingSettings, source: TrainingSource): TrainingSql {
  const { comparisons, trainingSessions } = settings
  const named = (what: string) => `${source.prefix}_${what}`
  const names: Names = {
    pattern: named('pattern'),
    u: named('u'),
    learnt: named('learnt'),
    all: named('all'),
    sessions: trainingSessions.map((_, at) => named(`session_${at}`)),
  }
  const make = (table: string, query: string) => `create or replace temp table ${table} as\n${query}`
  const { sessions, ...others } = names
  const reports = trainingSessions.map(({ id }, at) => reportSql(id, sessions[at] as string, settings))
  return {
    statements: [
      make(names.pattern, patternsSql(comparisons, source.counts)),
      make(names.u, uSql(settings, names)),
      ...trainingSessions.map((session, at) =>
        make(sessions[at] as string, sessionSql(settings, session, names)),
      ),
      make(names.learnt, learntSql(settings, names)),
      make(names.all, priorSql(settings, names, source)),
    ],
    sessions: [...reports, reportSql('all', names.all, settings)].join('\nunion all\n'),
    levels: levelsSql(comparisons, names),
    tables: [...Object.values(others), ...sessions],
  }
}

/** Every pattern with its level of each comparison: 0 for nothing to compare, then the levels from the first. */
function patternsSql(comparisons: readonly ComparisonSpec[], counts: string): string {
  const { factors } = patternsOf(comparisons)
  const levels = comparisons.map(
    ({ id, levels: of }, at) => `((code // ${factors[at]}) % ${of.length + 1})::tinyint as ${quoted(id)}`,
  )
  return `select code, blocked::double as blocked, random::double as random, ${levels.join(', ')}
from ${counts} order by code`
}

/** u: the share of random pairs on each level, where there was something to compare. */
function uSql({ comparisons, trainingSessions, smoothing }: TrainingSettings, { pattern }: Names): string {
  const isOne = trainingSessions.map((session) => `(${selectsSql(session, comparisons)})`).join(' or ')
  return `select ${structSql(comparisons, ({ id }) => normalisedSql(`sums.${quoted(id)}`))} as u
from (select ${structSql(comparisons, (spec) => sumsSql(spec, 'random', smoothing))} as sums
  from ${pattern} p where not (${isOne || 'false'}))`
}

/**
 * EM for one session (Fellegi and Sunter, JASA 64, 1969; Dempster, Laird and Rubin, JRSS B 39, 1977): u stays as it was
 * counted, m and the share of one-person pairs move until none moves by more than the tolerance. Stopping at the last
 * iteration is not converging.
 */
function sessionSql(settings: TrainingSettings, session: TrainingSession, { pattern, u }: Names): string {
  const free = settings.comparisons.filter(({ id }) => !(id in session.where))
  const first = ({ levels }: ComparisonSpec) =>
    normalisedSql(`[${levels.map((_, at) => 2 ** (levels.length - at)).join(', ')}]::double[]`)
  const moves = free.map(
    ({ id, levels }) => `list_max(list_transform(range(1, ${levels.length + 1}),
      lambda level: abs(next_m.${quoted(id)}[level] - m.${quoted(id)}[level])))`,
  )
  return emSql(settings, {
    free,
    from: `em, ${pattern} p, ${u} u`,
    where: selectsSql(session, settings.comparisons),
    known: 'em.m',
    start: `0.5::double as share, ${structSql(free, first)} as m`,
    share: clampedSql('ones / expected_pairs'),
    moved: `greatest(abs(next_share - share), ${moves.join(', ')})`,
  })
}

/** Of every comparison the m of the session that estimates it. */
function learntSql({ comparisons, trainingSessions }: TrainingSettings, { sessions }: Names): string {
  const sessionOf = ({ id }: ComparisonSpec) => {
    const at = trainingSessions.findIndex(({ where, estimates }) => estimates.includes(id) && !(id in where))
    if (at < 0)
      throw new Error(`No training session estimates ${id}: name it in one that does not select by it`)
    return at
  }
  const last = sessions.map((table, at) => `(select m from ${table} order by iteration desc limit 1) s${at}`)
  return `select ${structSql(comparisons, (spec) => `s${sessionOf(spec)}.m.${quoted(spec.id)}`)} as m
from ${last.join(', ')}`
}

/**
 * λ over all pairs of records: the share of one-person pairs among the blocked ones, by the m and u that were learnt,
 * over all pairs there are, until it moves by no more than the tolerance; and m as one last step over all of them has
 * it. One step and not more: names and births are not weighed by their frequency here, and EM would slowly learn
 * namesakes as one person. Pairs that no rule finds count as two people's.
 */
function priorSql(
  settings: TrainingSettings,
  { pattern, u, learnt }: Names,
  { records }: TrainingSource,
): string {
  const allPairs = Math.max((records * (records - 1)) / 2, 1)
  return emSql(settings, {
    free: settings.comparisons,
    from: `em, ${pattern} p, ${u} u, ${learnt} learnt`,
    where: 'true',
    known: 'learnt.m',
    start: `${clampedSql(`1::double / ${Math.max(records, 2)}`)} as share, (select m from ${learnt}) as m`,
    share: clampedSql(`${clampedSql('ones / expected_pairs')} * expected_pairs / ${allPairs}`),
    moved: 'abs(next_share - share) / next_share',
  })
}

interface Em {
  /** The comparisons that are looked at. */
  free: readonly ComparisonSpec[]
  from: string
  where: string
  /** Where the m stands by which pairs are judged. */
  known: string
  start: string
  share: string
  moved: string
}

/** One row an iteration: what was expected of every pattern (E), and the m and share that follow from it (M). */
function emSql(
  { iterationsMax, tolerance, smoothing }: TrainingSettings,
  { free, from, where, known, start, share, moved }: Em,
): string {
  const chances = (of: string) =>
    free.map(({ id }) => ` * coalesce(${of}.${quoted(id)}[p.${quoted(id)}], 1)`).join('')
  return `with recursive em as (
  select 0 as iteration, 0::double as pairs, 'infinity'::double as moved, ${start}
  union all
  select iteration + 1, expected_pairs, ${moved}, next_share, next_m
  from (select em.*, expected_pairs, ${share} as next_share,
      ${structSql(free, ({ id }) => normalisedSql(`sums.${quoted(id)}`))} as next_m
    from em, (select sum(blocked) as expected_pairs, sum(expected) as ones,
        ${structSql(free, (spec) => sumsSql(spec, 'expected', smoothing))} as sums
      from (select *, of_one / (of_one + of_two) * blocked as expected
        from (select p.*, em.share${chances(known)} as of_one, (1 - em.share)${chances('u.u')} as of_two
          from ${from}
          where ${where} and p.blocked > 0 and em.moved > ${tolerance}::double and em.iteration < ${iterationsMax}))
      having count(*) > 0)))
select * from em`
}

/** Whether a session chooses a pattern. */
function selectsSql({ where }: TrainingSession, comparisons: readonly ComparisonSpec[]): string {
  const chosen = comparisons.flatMap(({ id, levels }) => {
    const wanted = where[id]
    const places = levels.flatMap((level, at) => (wanted?.includes(level.id) ? [at + 1] : []))
    return wanted ? [`p.${quoted(id)} in (${places.join(', ')})`] : []
  })
  return chosen.join(' and ') || 'true'
}

/** `smoothing` is added to every count, so that a level never seen is unlikely and not impossible. */
function sumsSql({ id, levels }: ComparisonSpec, counted: string, smoothing: number): string {
  const sums = levels.map(
    (_, at) => `${smoothing} + coalesce(sum(${counted}) filter (where ${quoted(id)} = ${at + 1}), 0)`,
  )
  return `[${sums.join(', ')}]::double[]`
}

function reportSql(session: string, table: string, { tolerance }: TrainingSettings): string {
  return `select * from (select '${session}' as session, pairs::double as pairs, iteration as iterations,
  moved <= ${tolerance}::double as converged, share from ${table} order by iteration desc limit 1)`
}

function levelsSql(comparisons: readonly ComparisonSpec[], { learnt, all, u }: Names): string {
  const each = comparisons.map(({ id, levels }) => {
    const name = quoted(id)
    return `select '${id}' as comparison, level, (learnt.m.${name}[level] + last.m.${name}[level]) / 2 as m,
  u.u.${name}[level] as u
from range(1, ${levels.length + 1}) levels(level), ${learnt} learnt, ${u} u,
  (select m from ${all} order by iteration desc limit 1) last`
  })
  return each.join('\nunion all\n')
}

/** A struct with a list for every comparison. */
function structSql(comparisons: readonly ComparisonSpec[], list: (spec: ComparisonSpec) => string): string {
  return `{${comparisons.map((spec) => `${quoted(spec.id)}: ${list(spec)}`).join(',\n    ')}}`
}

function normalisedSql(list: string): string {
  return `list_transform(${list}, lambda count: count / list_sum(${list}))`
}

/** Never 0 or 1, from which no evidence leads back. */
function clampedSql(probability: string): string {
  return `least(greatest(${probability}, 1e-15), 1 - 1e-9)`
}

function quoted(name: string): string {
  return `"${name}"`
}
