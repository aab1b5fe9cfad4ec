import { type LocalDate, type Month, parseDay, parseMonth } from '#calendar'
import type { Text } from '#rules'
import { type Problem, problemTexts } from './problems.ts'

export type Keys = Readonly<Record<string, unknown>>

/** Reads JSON that somebody wrote by hand: every problem is noted by its path, and reading goes on. */
export class Reader {
  readonly problems: Problem[] = []

  note(path: string, text: Text): undefined {
    this.problems.push({ path, text })
    return undefined
  }

  /** An object with no other keys than those named. */
  object(value: unknown, path: string, known: readonly string[]): Keys | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return this.note(path, value === undefined ? problemTexts.missing() : problemTexts.notObject())
    for (const key of Object.keys(value))
      if (!known.includes(key)) this.note(`${path}.${key}`, problemTexts.unknownKey(known))
    return value as Keys
  }

  /** A list read item by item; nothing written is an empty list. */
  list<Item>(value: unknown, path: string, read: (item: unknown, path: string) => Item | undefined): Item[] {
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      this.note(path, problemTexts.notList())
      return []
    }
    return value.map((item, index) => read(item, `${path}[${index}]`)).filter((item) => item !== undefined)
  }

  text(value: unknown, path: string): string | undefined {
    if (typeof value === 'string' && value.trim() !== '') return value
    return this.note(path, value === undefined ? problemTexts.missing() : problemTexts.notText())
  }

  oneOf<Value extends string>(value: unknown, path: string, values: readonly Value[]): Value | undefined {
    if (values.includes(value as Value)) return value as Value
    return this.note(path, value === undefined ? problemTexts.missing() : problemTexts.notOneOf(values))
  }

  day(value: unknown, path: string): LocalDate | undefined {
    const day = typeof value === 'string' ? parseDay(value) : undefined
    return day ?? this.note(path, value === undefined ? problemTexts.missing() : problemTexts.notDay())
  }

  month(value: unknown, path: string): Month | undefined {
    const month = typeof value === 'string' ? parseMonth(value) : undefined
    return month ?? this.note(path, value === undefined ? problemTexts.missing() : problemTexts.notMonth())
  }

  positive(value: unknown, path: string): number | undefined {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value
    return this.note(path, value === undefined ? problemTexts.missing() : problemTexts.notPositive())
  }

  dong(value: unknown, path: string): number | undefined {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
    return this.note(path, value === undefined ? problemTexts.missing() : problemTexts.notDong())
  }

  /** What may be left out: read only where it is written. */
  optional<Value>(
    value: unknown,
    path: string,
    read: (value: unknown, path: string) => Value | undefined,
  ): Value | undefined {
    return value === undefined ? undefined : read.call(this, value, path)
  }
}
