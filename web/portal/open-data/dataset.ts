import type { Database } from '#platform/database'
import type { Text } from '#rules'

/** For everybody, to any end, as long as the source is named. */
export const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const

/** A cell: `null` is hidden or not known, never zero. */
export type Value = string | number | null

/** A column, as the data dictionary describes it. */
export interface DataField {
  /** Its name in both files: it never changes. */
  name: string
  type: 'text' | 'number' | 'day' | 'month'
  means: Text
}

/** A table that everybody may take and use. */
export interface Dataset {
  /** Its address: `/du-lieu/<slug>.csv`, which never changes. */
  slug: string
  title: Text
  description: Text
  /** As DCAT and its frequencies have it. */
  frequency: 'MONTHLY' | 'DAILY' | 'CONT' | 'IRREG'
  source: Text
  fields: readonly DataField[]
  /** Says whether the rows may have changed; without it they are read anew after a while. */
  version?: (database: Database) => Promise<string>
  read: (database: Database) => Promise<DatasetRows>
}

export interface DatasetRows {
  /** The last day on which the rows changed, yyyy-mm-dd; undefined while there are none. */
  updatedOn: string | undefined
  rows: Record<string, Value>[]
}

/** Field names are the same everywhere, and so is what they mean. */
export function field(name: string, type: DataField['type'], vi: string, en: string): DataField {
  return { name, type, means: { vi, en } }
}
