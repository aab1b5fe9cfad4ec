import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBValue,
  type DuckDBVector,
} from '@duckdb/node-api'

export interface DuckdbOptions {
  /** A file, or memory when it is not given. */
  path?: string
  /** 2 unless told: the rest of the machine serves people. */
  threads?: number
  /** What DuckDB may hold before it spills to the temporary directory. 2 048 unless told. */
  memoryLimitMb?: number
  /** Where it spills; without one it fails instead of filling some disk. */
  temporaryDirectory?: string
}

/** A cell to bind or append. */
type DuckdbCell = string | number | bigint | boolean | null
/** A column of whole numbers up to 32 bits, or of wider and fractional ones. */
type NumberColumn = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>

/** One connection to a DuckDB of its own: for reckoning and columnar files, never the place where facts are kept. */
export interface Duckdb {
  run(sql: string, values?: readonly DuckdbCell[]): Promise<void>
  /** Rows as objects: whole numbers as numbers (throws beyond 2⁵³), days as `yyyy-mm-dd`, NULL as null. */
  rows<Row>(sql: string, values?: readonly DuckdbCell[]): Promise<Row[]>
  /**
   * The columns of a query as typed arrays in the order of its rows: INTEGER, SMALLINT, TINYINT and DATE (days since
   * 1970) as Int32Array, BIGINT and DOUBLE as Float64Array. Throws on NULL: say in SQL what stands for nothing.
   */
  columns(sql: string): Promise<NumberColumn[]>
  /** For many rows; each has a cell for every column of the table. */
  appender(table: string): Promise<Appender>
  close(): void
}

interface Appender {
  append(row: readonly DuckdbCell[]): void
  close(): void
}

/** Opens DuckDB; it never installs an extension from the network. */
export async function openDuckdb(options: DuckdbOptions = {}): Promise<Duckdb> {
  const { path = ':memory:', threads = 2, memoryLimitMb = 2_048, temporaryDirectory } = options
  const instance = await DuckDBInstance.create(path, {
    threads: String(threads),
    memory_limit: `${memoryLimitMb}MB`,
    temp_directory: temporaryDirectory ?? '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  return {
    async run(sql, values) {
      await connection.run(sql, bound(values))
    },
    async rows<Row>(sql: string, values?: readonly DuckdbCell[]) {
      const reader = await connection.runAndReadAll(sql, bound(values))
      return reader.getRowObjects().map((row) => plainRow(row) as Row)
    },
    columns: (sql) => readColumns(connection, sql),
    appender: async (table) => appenderOf(await connection.createAppender(table)),
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** Text as a literal of SQL, quotes doubled: for the paths of COPY and read_csv, which take no parameter. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function bound(values: readonly DuckdbCell[] | undefined): DuckDBValue[] | undefined {
  return values && [...values]
}

function plainRow(row: Record<string, DuckDBValue>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))
}

function plain(value: DuckDBValue): unknown {
  if (typeof value === 'bigint') return safeNumber(value)
  if (value instanceof DuckDBDateValue) return value.toString()
  if (value instanceof DuckDBDecimalValue) return value.toDouble()
  return value
}

function safeNumber(value: bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new Error(`${value} does not fit a number: read it as text`)
  return number
}

async function readColumns(connection: DuckDBConnection, sql: string): Promise<NumberColumn[]> {
  const result = await connection.run(sql)
  const names = result.columnNames()
  const columns = result
    .columnTypes()
    .map((type, index) => emptyColumn(String(type), names[index], result.rowCount))
  let start = 0
  for (let each = 0; each < result.chunkCount; each++) {
    const chunk = result.getChunk(each)
    for (const [index, column] of columns.entries()) {
      copyVector(chunk.getColumnVector(index), column, { start, name: names[index] ?? '' })
    }
    start += chunk.rowCount
  }
  return columns
}

function emptyColumn(type: string, name: string | undefined, rows: number): NumberColumn {
  if (['TINYINT', 'SMALLINT', 'INTEGER', 'UTINYINT', 'USMALLINT', 'DATE'].includes(type))
    return new Int32Array(rows)
  if (['BIGINT', 'DOUBLE', 'FLOAT'].includes(type)) return new Float64Array(rows)
  throw new Error(`Column ${name} is ${type}: only numbers and days are read as columns; cast it in SQL`)
}

/** What the library's vectors of numbers hold; a vector that looks otherwise is read item by item. */
interface Numbers {
  items: Int8Array | Int16Array | Int32Array | Float32Array | Float64Array
  validity: { itemValid(index: number): boolean }
}

function copyVector(
  vector: DuckDBVector,
  column: NumberColumn,
  { start, name }: { start: number; name: string },
): void {
  const refuse = (index: number) => {
    throw new Error(`Column ${name} is NULL in row ${start + index + 1}: say in SQL what stands for nothing`)
  }
  if (holdsNumbers(vector)) {
    const { items, validity } = vector
    for (let index = 0; index < items.length; index++) if (!validity.itemValid(index)) refuse(index)
    column.set(items, start)
    return
  }
  for (let index = 0; index < vector.itemCount; index++) {
    const item = vector.getItem(index)
    if (item === null) refuse(index)
    column[start + index] =
      typeof item === 'bigint' ? safeNumber(item) : item instanceof DuckDBDateValue ? item.days : Number(item)
  }
}

/** Copying whole vectors is five times faster than asking for every item. */
function holdsNumbers(vector: unknown): vector is Numbers {
  const { items, validity } = vector as Partial<Numbers>
  return (
    ArrayBuffer.isView(items) &&
    !(items instanceof BigInt64Array) &&
    !(items instanceof DataView) &&
    typeof validity?.itemValid === 'function'
  )
}

function appenderOf(appender: DuckDBAppender): Appender {
  return {
    append(row) {
      for (const [index, cell] of row.entries()) {
        if (cell === null) appender.appendNull()
        else appender.appendValue(cell, appender.columnType(index))
      }
      appender.endRow()
    },
    close() {
      appender.closeSync()
    },
  }
}
