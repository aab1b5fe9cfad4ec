import { type BlockSizes, offsets } from './layout.ts'
import { type Body, swizzle, type Vector } from './vectors.ts'

/** The 16-byte tables of a whole kernel, each kept once. */
export class TableBytes {
  private readonly entries: number[] = []
  private readonly places = new Map<string, number>()

  place(byClass: readonly number[]): number {
    const key = byClass.join()
    const known = this.places.get(key)
    if (known !== undefined) return known
    const place = this.entries.length
    this.entries.push(...byClass)
    this.places.set(key, place)
    return place
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.entries)
  }
}

/** Look-ups of classes in one function, which loads every column it reads once. */
export class LookUps {
  private readonly columns = new Map<number, Vector>()
  private readonly body: Body
  private readonly sizes: BlockSizes
  private readonly tables: TableBytes

  constructor(body: Body, sizes: BlockSizes, tables: TableBytes) {
    this.body = body
    this.sizes = sizes
    this.tables = tables
  }

  /** For each of 16 persons the byte of the table at the class of the column. */
  lookUp(column: number, byClass: readonly number[]): Vector {
    return swizzle(this.body.loadFixed(this.tables.place(byClass)), this.column(column))
  }

  /** All ones for the persons whose class lies in the set. */
  within(column: number, classes: number): Vector {
    return this.lookUp(
      column,
      Array.from({ length: 16 }, (_, cls) => ((classes >> cls) & 1 ? 255 : 0)),
    )
  }

  private column(column: number): Vector {
    const known = this.columns.get(column)
    if (known) return known
    const loaded = this.body.keep(this.body.load(offsets.input(this.sizes, column)))
    this.columns.set(column, loaded)
    return loaded
  }
}
