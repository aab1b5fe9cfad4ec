import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A commune or ward as it stands since 1 July 2025. */
export interface CommuneFacts {
  code: string
  name: string
  areaKm2: number
  population: number
  /** The communes of before it was made of, in full. */
  madeOf: string[]
}

let known: CommuneFacts[] | undefined

/** The 130 communes and wards with their area and people, by name; read once for the life of the process. */
export function communeFacts(): CommuneFacts[] {
  known ??= readFacts(readFileSync(factsFile(), 'utf8'))
  return known
}

/** Found from the manifest: the built pages run from another folder than the sources. */
function factsFile(): string {
  return join(dirname(createRequire(import.meta.url).resolve('#ansinh')), 'data', 'nghe-an-communes-2025.csv')
}

function readFacts(csv: string): CommuneFacts[] {
  const [head = '', ...lines] = csv.split(/\r?\n/).filter((line) => line !== '')
  const names = cellsOf(head)
  const cell = (cells: readonly string[], name: string) => cells[names.indexOf(name)] ?? ''
  return lines
    .map(cellsOf)
    .map((cells) => ({
      code: cell(cells, 'code'),
      name: cell(cells, 'name_vi'),
      areaKm2: Number(cell(cells, 'area_km2')),
      population: Number(cell(cells, 'population')),
      madeOf: cell(cells, 'old_units').split('|').filter(Boolean),
    }))
    .sort((one, other) => plain(one.name).localeCompare(plain(other.name), 'vi'))
}

const plain = (name: string) => name.replace(/^(Xã|Phường) /, '')

/** The cells of a line of RFC 4180; no cell of this file spans lines. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  )
}
