import type { ColumnType, Generated } from 'kysely'

type AwardTable = {
  id: Generated<number>
  person_id: number
  benefit: string
  category: string
  coefficient_tenths: number | null
  amount_dong: number
  valid: ColumnType<string, string, string>
  decision_number: string | null
  signed_on: string | null
  payee: string | null
  paid_by: string | null
  origin: string
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

type ApplicationTable = {
  id: Generated<number>
  person_id: number
  benefit: string
  received_on: string
  decided_on: string | null
  outcome: 'granted' | 'refused' | 'withdrawn' | null
  origin: string
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

/** The tables of schema awards, for Kysely. */
export type AwardsTables = {
  'awards.award': AwardTable
  'awards.application': ApplicationTable
}
