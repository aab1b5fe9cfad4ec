import type { BaseValues } from '#registry'
import { maskedId } from '#web/staff/people/citizen-id.ts'
import { formatDay, type Lang } from '#web/ui/index.ts'
import { actWords } from './act-words.ts'
import { keyText, spanText, textOfValue } from './value-text.ts'

/** What the lines of a comparison are written with. */
export interface LineNames {
  lang: Lang
  /** The names of people by record. */
  persons: ReadonlyMap<number, string>
  unitName: (uid: string) => string
  /** The fact, or what of the person's own record, an act is about. */
  key: string | undefined
  /** The household that another goes into. */
  into?: number | undefined
}

type Stretch = [from: string | null, to: string | null]
type PersonPart = Readonly<Record<string, string | null>>

/** What the register says of what an act touches, a line each. */
export function linesOf(base: BaseValues, names: LineNames): string[] {
  return Object.entries(base).flatMap(([part, said]) => {
    if (part === 'person') return said ? personLines(said as PersonPart, names) : []
    const rows = said as unknown[][]
    switch (part) {
      case 'facts':
        return rows.map((row) => factLine(row as [string, ...Stretch], names))
      case 'residences':
        return rows.map((row) => residenceLine(row as [string, string | null, ...Stretch], names))
      case 'own':
        return rows.map((row) => ownLine(row as [number, string, ...Stretch], names))
      case 'household':
        return rows.map((row) => memberLine(row as [number, string, ...Stretch], names))
      case 'into':
        return rows.map((row) => {
          const line = memberLine(row as [number, string, ...Stretch], names)
          return `${capitalised(actWords[names.lang].household(names.into ?? 0))}: ${line}`
        })
      case 'founded':
        return rows.map((row) => {
          const line = memberLine(row as [number, string, ...Stretch], names)
          return `${actWords[names.lang].founded}: ${line}`
        })
      default:
        return []
    }
  })
}

/** What would no longer be said, and what would be said instead. */
export function difference(
  before: BaseValues,
  after: BaseValues,
  names: LineNames,
): { before: string[]; after: string[] } {
  const [old, fresh] = [linesOf(before, names), linesOf(after, names)]
  return {
    before: [...new Set(old.filter((line) => !fresh.includes(line)))],
    after: [...new Set(fresh.filter((line) => !old.includes(line)))],
  }
}

/** Everybody who is named by number in it. */
export function personsIn(base: BaseValues): number[] {
  return ['household', 'into', 'founded'].flatMap((part) =>
    ((base[part] ?? []) as [number, ...unknown[]][]).map(([id]) => Number(id)),
  )
}

function factLine([value, from, to]: [string, ...Stretch], { key = '', lang }: LineNames): string {
  return `${keyText(key, lang)}: ${textOfValue(key, value, lang)}, ${spanText(from, to, lang)}`
}

function residenceLine(
  [unitUid, village, from, to]: [string, string | null, ...Stretch],
  { lang, unitName }: LineNames,
): string {
  const place = [village, unitName(unitUid)].filter(Boolean).join(', ')
  return `${keyText('residence', lang)}: ${place}, ${spanText(from, to, lang)}`
}

function ownLine([household, relation, from, to]: [number, string, ...Stretch], { lang }: LineNames): string {
  const t = actWords[lang]
  const place = `${t.household(household)}, ${t.relations[relation] ?? relation}`
  return `${keyText('membership', lang)}: ${place}, ${spanText(from, to, lang)}`
}

function memberLine(
  [person, relation, from, to]: [number, string, ...Stretch],
  { lang, persons }: LineNames,
): string {
  const t = actWords[lang]
  const name = persons.get(Number(person)) ?? t.record(Number(person))
  return `${name}: ${t.relations[relation] ?? relation}, ${spanText(from, to, lang)}`
}

const personOrder = ['name', 'birth', 'sex', 'citizenId', 'oldId', 'village', 'deathOn'] as const

/** Numbers are whole only where the act is about them. */
function personLines(person: PersonPart, { lang, key: about }: LineNames): string[] {
  return personOrder.flatMap((key) => {
    const value = key === 'birth' ? birthOf(person) : person[key]
    if (!value) return []
    const isMasked = (key === 'citizenId' || key === 'oldId') && about !== key
    return [`${keyText(key, lang)}: ${isMasked ? maskedId(value) : textOfValue(key, value, lang)}`]
  })
}

function birthOf({ birthFrom, birthTo }: PersonPart): string | undefined {
  if (!birthFrom || !birthTo) return undefined
  return birthFrom === birthTo ? formatDay(birthFrom) : `${formatDay(birthFrom)} – ${formatDay(birthTo)}`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
