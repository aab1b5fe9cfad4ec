import {
  featureStatements,
  fetchFeaturesSql,
  fetchTextsSql,
  numberFeatures,
  type RecordFeatures,
  recordFeatures,
  textsOf,
} from '#linkage'
import { type Duckdb, sqlText } from '#platform/duckdb'

/** The records are not as the linkage needs them; the message says what is wrong and what to do. */
class UnreadableRecords extends Error {
  override name = 'UnreadableRecords'
}

/** Text columns, and those with a type of their own; all but record_id may be missing or NULL. */
const types: Record<string, string> = {
  record_id: 'bigint',
  name: 'varchar',
  sex: 'varchar',
  birth_from: 'date',
  birth_to: 'date',
  birth_year: 'smallint',
  birth_month: 'tinyint',
  birth_day: 'tinyint',
  citizen_id: 'varchar',
  old_id: 'varchar',
  unit_uid: 'varchar',
  village: 'varchar',
  household_id: 'bigint',
  phone: 'varchar',
}

const records = 'linkage_record'
/** The features of a run, one row a record. */
export const featureTable = 'linkage_feature'

/** Takes records from a table or a .csv or .parquet file into a narrow table of the run's own; returns how many. */
export async function loadRecords(duckdb: Duckdb, source: string): Promise<number> {
  const from = await readerOf(duckdb, source)
  const described = await duckdb.rows<{ column_name: string }>(`describe select * from ${from}`)
  const present = new Set(described.map(({ column_name }) => column_name))
  if (!present.has('record_id') || !present.has('name')) {
    throw new UnreadableRecords(
      `${source} không có cột record_id hoặc name: xem các cột cần có trong docs/guides/linkage.md`,
    )
  }
  const column = (name: string) =>
    present.has(name) ? `${name}::${types[name]} as ${name}` : `null::${types[name]} as ${name}`
  const plain = Object.keys(types).filter((name) => !name.startsWith('birth_'))
  const birth = present.has('birth_from')
    ? `case when year(birth_from) = year(birth_to) then year(birth_from) end as birth_year,
       case when year(birth_from) = year(birth_to) and month(birth_from) = month(birth_to) then month(birth_from) end as birth_month,
       case when birth_from = birth_to then day(birth_from) end as birth_day`
    : ['birth_year', 'birth_month', 'birth_day'].map(column).join(', ')
  await duckdb.run(
    `create or replace temp table ${records} as select ${plain.map(column).join(', ')}, ${birth} from ${from}`,
  )
  const [counted] = await duckdb.rows<{ count: number }>(`select count(*) as count from ${records}`)
  return counted?.count ?? 0
}

/** How SQL names the source. A CSV is read with the types above, never guessed: identity numbers stay text. */
async function readerOf(duckdb: Duckdb, source: string): Promise<string> {
  if (source.endsWith('.parquet')) return sqlText(source)
  if (!source.endsWith('.csv')) return source
  const file = sqlText(source)
  const header = await duckdb.rows<{ column_name: string }>(
    `describe select * from read_csv(${file}, header = true, all_varchar = true)`,
  )
  const columns = header.map(
    ({ column_name }) => `${sqlText(column_name)}: '${types[column_name] ?? 'varchar'}'`,
  )
  return `read_csv(${file}, header = true, auto_detect = false, delim = ',', quote = '"', columns = {${columns.join(', ')}})`
}

/** Makes the features inside DuckDB and brings them over as whole numbers. */
export async function fetchFeatures(duckdb: Duckdb, communes: string | undefined): Promise<RecordFeatures> {
  for (const statement of featureStatements({ records, communes, features: featureTable }))
    await duckdb.run(statement)
  const [joined] = await duckdb.rows<{ texts: string | null }>(fetchTextsSql(featureTable))
  const [ids, ...columns] = await duckdb.columns(fetchFeaturesSql(featureTable))
  return recordFeatures(
    ids instanceof Float64Array ? ids : new Float64Array(0),
    new Map(numberFeatures.map((name, index) => [name, columns[index] as Int32Array])),
    textsOf(joined?.texts ? joined.texts.split('\n') : []),
  )
}

/** Leaves nothing of the run behind. */
export async function dropTables(duckdb: Duckdb): Promise<void> {
  const tables = ['', '_name', '_folded', '_term', '_named', '_village', '_commune'].map(
    (end) => featureTable + end,
  )
  for (const table of [records, ...tables]) await duckdb.run(`drop table if exists ${table}`)
}
