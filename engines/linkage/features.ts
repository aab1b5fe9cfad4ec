/** Where the features come from: names of tables, our own text. */
export interface FeatureSource {
  /** record_id, name, sex, birth_year, birth_month, birth_day, citizen_id, old_id, unit_uid, village, household_id, phone. */
  records: string
  /** unit_uid, commune: today's commune of every unit ever written. */
  communes?: string | undefined
  /** The table to make. */
  features: string
}

/** The features that are whole numbers, in the order in which they are fetched. */
export const numberFeatures = [
  'written',
  'spelling',
  'folded',
  'toneless',
  'unique_name',
  'surname',
  'given',
  'words',
  'year',
  'month',
  'day',
  'born_on',
  'new_year',
  'day_month',
  'citizen_high',
  'citizen_low',
  'old_high',
  'old_low',
  'commune',
  'village',
  'phone',
  'household',
  'sex',
] as const

/** Every tone over an open `oa`, `oe`, `uy` on its later vowel, and where the registers of places put it. */
const laterTones: readonly [string, string][] = [
  ...pairsOf('oà oá oã oả oạ', 'òa óa õa ỏa ọa'),
  ...pairsOf('oè oé oẽ oẻ oẹ', 'òe óe õe ỏe ọe'),
  ...pairsOf('uỳ uý uỹ uỷ uỵ', 'ùy úy ũy ủy ụy'),
]

function pairsOf(later: string, first: string): [string, string][] {
  const firsts = first.split(' ')
  return later.split(' ').map((each, index) => [each, firsts[index] as string])
}

/** A name as it is compared with its marks: NFC, small letters, single spaces. */
export function writtenSql(text: string): string {
  return `lower(trim(regexp_replace(nfc_normalize(${text}), '\\s+', ' ', 'g')))`
}

/** `hoà` as `hòa`, where the syllable ends there and no q stands before the u; of a written name. */
export function spellingSql(written: string): string {
  const moved = laterTones.reduce((text, [later, first]) => {
    const before = later.startsWith('u') ? '(^|[^q])' : '()'
    return `regexp_replace(${text}, '${before}${later}( |$)', '\\1${first}\\2', 'g')`
  }, written)
  return `case when regexp_matches(${written}, '[ou][àáãảạèéẽẻẹỳýỹỷỵ]( |$)') then ${moved} else ${written} end`
}

/** Without tones and marks, of a written name. strip_accents leaves đ standing. */
export function foldedSql(written: string): string {
  const bare = `replace(strip_accents(${written}), 'đ', 'd')`
  return `case when regexp_matches(${bare}, '[^a-z0-9 ]')
    then trim(regexp_replace(regexp_replace(${bare}, '[''’\`]', '', 'g'), '[^a-z0-9]+', ' ', 'g')) else ${bare} end`
}

/**
 * The statements that make the table of features from a table of records. Names are worked on once for each way of
 * writing them, and become numbers; births of 1 January keep their year apart, as that day says little; a telephone is
 * its last nine digits, the same however it begins.
 */
export function featureStatements({ records, communes, features }: FeatureSource): string[] {
  return [
    `create or replace temp table ${features}_name as
select name, records, written, ${spellingSql('written')} as spelling, ${foldedSql('written')} as folded
from (select name, ${writtenSql('name')} as written, records
  from (select name, count(*) as records from ${records} where name is not null group by name))`,
    `create or replace temp table ${features}_folded as
select row_number() over () - 1 as id, folded, words[1] as surname, words[-1] as given, len(words) as words, records
from (select folded, string_split(folded, ' ') as words, records
  from (select folded, sum(records) as records from ${features}_name where folded <> '' group by folded))`,
    `create or replace temp table ${features}_term as
select row_number() over () - 1 as id, term
from (select surname as term from ${features}_folded union select given from ${features}_folded
      union select written from ${features}_name union select spelling from ${features}_name)`,
    `create or replace temp table ${features}_named as
select n.name, written.id::integer as written, spelling.id::integer as spelling, folded.id::integer as folded,
  folded.folded as folded_text, (n.written = n.folded)::tinyint as toneless,
  (folded.records = 1)::tinyint as unique_name,
  surname.id::integer as surname, given.id::integer as given, folded.words::integer as words
from ${features}_name n
  join ${features}_folded folded on folded.folded = n.folded
  join ${features}_term written on written.term = n.written
  join ${features}_term spelling on spelling.term = n.spelling
  join ${features}_term surname on surname.term = folded.surname
  join ${features}_term given on given.term = folded.given`,
    // Without a filter, which DuckDB would hand down to every record.
    `create or replace temp table ${features}_village as
select village, case when folded <> '' then dense_rank() over (order by folded) end::integer as id
from (select village, ${foldedSql(writtenSql('village'))} as folded
      from (select village, count(*) from ${records} where village is not null group by village))`,
    `create or replace temp table ${features}_commune as
select unit_uid, dense_rank() over (order by commune)::integer - 1 as id
from (${communes ? `select unit_uid, commune from ${communes}` : `select distinct unit_uid, unit_uid as commune from ${records}`})
where unit_uid is not null`,
    `create or replace temp table ${features} as\n${featuresQuery(records, features)}`,
  ]
}

function featuresQuery(records: string, features: string): string {
  const placeholder = 'r.birth_day = 1 and r.birth_month = 1'
  const digits = (id: string, count: number) => `regexp_full_match(r.${id}, '[0-9]{${count}}')`
  return `select r.record_id, n.* exclude (name),
  r.birth_year::integer as year,
  case when ${placeholder} then null else r.birth_month end::integer as month,
  case when ${placeholder} then null else r.birth_day end::integer as day,
  case when ${placeholder} then null
    else (try(make_date(r.birth_year, r.birth_month, r.birth_day)) - date '1800-01-01')::integer end as born_on,
  case when ${placeholder} then r.birth_year end::integer as new_year,
  case when r.birth_day > 0 and r.birth_month > 0 and not (${placeholder})
    then least(r.birth_day, r.birth_month)::integer * 100 + greatest(r.birth_day, r.birth_month) end::integer as day_month,
  case when ${digits('citizen_id', 12)} then r.citizen_id end as citizen_id,
  case when ${digits('citizen_id', 12)} then r.citizen_id[1:6]::integer end as citizen_high,
  case when ${digits('citizen_id', 12)} then r.citizen_id[7:12]::integer end as citizen_low,
  case when ${digits('old_id', 9)} then r.old_id end as old_id,
  case when ${digits('old_id', 9)} then r.old_id[1:3]::integer end as old_high,
  case when ${digits('old_id', 9)} then r.old_id[4:9]::integer end as old_low,
  commune.id as commune, village.id as village,
  try_cast(right(regexp_replace(r.phone, '[^0-9]', '', 'g'), 9) as integer) as phone,
  r.household_id::integer as household,
  case r.sex when 'male' then 0 when 'female' then 1 end::integer as sex
from ${records} r
  left join ${features}_named n on n.name = r.name
  left join ${features}_commune commune on commune.unit_uid = r.unit_uid
  left join ${features}_village village on village.village = r.village`
}

/** The numbers of every record; −1 for NULL. */
export function fetchFeaturesSql(features: string): string {
  const columns = numberFeatures.map((feature) => `coalesce(${feature}, -1)::integer as ${feature}`)
  return `select record_id, ${columns.join(', ')} from ${features}`
}

/** The folded names in the order of their numbers, one a line, as one text: far quicker to fetch than as rows. */
export function fetchTextsSql(features: string): string {
  return `select string_agg(folded, chr(10) order by id) as texts from ${features}_folded`
}
