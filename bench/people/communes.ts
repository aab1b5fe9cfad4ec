import { readFileSync } from 'node:fs'
import { parseCsv } from 'hucre/csv'
import { type Random, weighted } from './random.ts'

export interface Commune {
  /** The unit of today. */
  uid: string
  population: number
  /** The units of before 1 July 2025 that it was made of; itself where it did not change. */
  before: readonly string[]
}

/** Every unit ever written, with today's commune: of a split unit the first successor, as registers do. */
export interface Province {
  communes: readonly Commune[]
  successors: readonly { unitUid: string; commune: string }[]
  pick: (random: Random) => Commune
}

/** Nghệ An as data/ has it. */
export function readProvince(): Province {
  const units = tableOf('nghe-an-units.csv').filter(({ level }) => level === 'commune')
  const today = new Map(
    units.filter(({ valid_to }) => valid_to === '').map((unit) => [unit.code as string, unit.uid as string]),
  )
  const before = units.filter(({ valid_to }) => valid_to === '2025-06-30')
  const communes = tableOf('nghe-an-communes-2025.csv').map(({ code = '', population }): Commune => {
    const uid = today.get(code) ?? ''
    const parts = before.filter(({ successor_codes = '' }) => successor_codes.split('|').includes(code))
    return {
      uid,
      population: Number(population),
      before: parts.length ? parts.map((unit) => unit.uid as string) : [uid],
    }
  })
  const successors = [
    ...[...today.values()].map((uid) => ({ unitUid: uid, commune: uid })),
    ...before.map(({ uid = '', successor_codes = '' }) => ({
      unitUid: uid,
      commune: today.get(successor_codes.split('|')[0] ?? '') ?? uid,
    })),
  ]
  return { communes, successors, pick: weighted(communes.map((commune) => [commune, commune.population])) }
}

function tableOf(file: string): Record<string, string | undefined>[] {
  const text = readFileSync(new URL(`./../../data/${file}`, import.meta.url), 'utf8')
  const [header = [], ...rows] = parseCsv(text).map((row) => row.map((cell) => String(cell ?? '')))
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])))
}
