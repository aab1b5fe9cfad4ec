import { numberOf } from '#calendar'
import type { BirthRange, Fact, FactValues, Program } from '#rules'
import { wordsOf } from '#rules/batch'

export type Dialect = 'postgres' | 'duckdb' | 'spark'

/**
 * A column of the table of persons. Choices are codes, the place of the value among the fact's values; births are the
 * first and the last possible day as yyyymmdd; null is unknown.
 */
export interface InputColumn {
  name: string
  fact: string
  of: 'code' | 'count' | 'amount' | 'from' | 'to'
  type: 'smallint' | 'integer' | 'bigint'
}

/** The columns of the table of persons that a program's query reads, besides `id`. */
export function inputColumns(program: Program): InputColumn[] {
  return program.facts.flatMap((fact) => columnsOfFact(fact))
}

function columnsOfFact(fact: Fact): InputColumn[] {
  const name = plainName(fact.key)
  switch (fact.kind) {
    case 'choice':
      return [{ name, fact: fact.key, of: 'code', type: 'smallint' }]
    case 'count':
      return [{ name, fact: fact.key, of: 'count', type: 'smallint' }]
    case 'amount':
      return [{ name, fact: fact.key, of: 'amount', type: 'bigint' }]
    case 'birth':
      return [
        { name: `${name}_from`, fact: fact.key, of: 'from', type: 'integer' },
        { name: `${name}_to`, fact: fact.key, of: 'to', type: 'integer' },
      ]
  }
}

/** The row of one person in the order of `inputColumns`. */
export function inputRow(program: Program, facts: FactValues): (number | null)[] {
  return inputColumns(program).map(({ fact, of }) => {
    const value = facts[fact]
    if (value === undefined) return null
    if (of === 'from' || of === 'to') return numberOf((value as BirthRange)[of])
    if (of !== 'code') return value as number
    const choice = program.facts.find((each) => each.key === fact)
    return choice?.kind === 'choice' ? choice.values.indexOf(value as string) : null
  })
}

/** The names of the query's columns, in their order, after `id` and before `row_hash`. */
export function outputColumns(program: Program): string[] {
  const words = Array.from({ length: wordsOf(program) }, (_, word) => word)
  const names = [
    ...words.map((word) => `certain_${word}`),
    ...words.map((word) => `possible_${word}`),
    ...program.benefits.flatMap(({ id }) => {
      const name = plainName(id)
      return [`${name}_tenths_low`, `${name}_tenths_high`, `${name}_dong_low`, `${name}_dong_high`]
    }),
  ]
  if (new Set(names).size < names.length) throw new Error('Two benefits have the same name in SQL')
  return names
}

/** `socialPension` → `social_pension` */
export function plainName(id: string): string {
  return id
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
}

/** A name as the dialect quotes it, so that no word of the language can be mistaken for it. */
export function quoted(name: string, dialect: Dialect): string {
  return dialect === 'spark' ? `\`${name}\`` : `"${name}"`
}
