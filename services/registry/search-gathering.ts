import type { Found } from './search-drivers.ts'
import type { SearchMemory } from './search-vocabulary.ts'

/** Up to here it is worth looking further: for words in another order, then for slips of the finger. */
export const enough = 8

/** As typed; with the last word unfinished inside the name; in any order, from the middle of a word, a letter wrong. */
export const depths = ['plain', 'open', 'last'] as const

type Depth = (typeof depths)[number]

/** What was found so far, each record once, in the order of finding. */
export class Gathering {
  readonly found = new Map<number, Found>()
  readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  get isFull(): boolean {
    return this.found.size >= this.limit
  }

  add(rows: readonly Found[]): void {
    for (const row of rows) if (!this.isFull && !this.found.has(row.id)) this.found.set(row.id, row)
  }
}

/** What one question is answered with. */
export interface Looking {
  unitUids: readonly string[] | undefined
  memory: SearchMemory
  gathering: Gathering
  depth: Depth
}
