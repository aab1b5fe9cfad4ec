import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { sampleLaw } from '#rules/samples'
import { rowHash } from './hash.ts'
import { inputColumns, inputRow, outputColumns, plainName } from './names.ts'
import { toSql } from './query.ts'

const program = sampleLaw()
const dialects = ['postgres', 'duckdb', 'spark'] as const

describe('the query of a program', () => {
  it.each(dialects)('never divides, rounds or asks the engine for a date (%s)', (dialect) => {
    const text = toSql(program, dialect, { table: 'persons' })
    expect(text).not.toMatch(/\/|\bround\b|\bage\(|\bdate\b|\binterval\b/i)
    expect(text).toContain('IS NOT FALSE')
  })

  it('fences its layers in PostgreSQL alone', () => {
    const fences = dialects.map((dialect) =>
      toSql(program, dialect, { table: 'persons' }).includes('OFFSET 0'),
    )
    expect(fences).toEqual([true, false, false])
  })

  it('quotes names as the dialect does and reads other columns where they are named', () => {
    const text = toSql(program, 'spark', { table: 'register.people', columns: { birth_from: 'born from' } })
    expect(text).toContain('`born from` AS `birth_from`')
    expect(text).toContain('FROM register.people')
    expect(toSql(program, 'duckdb', { table: 'persons' })).toContain('"poverty" AS "poverty"')
  })

  it('answers in words of 32 grounds', () => {
    expect(outputColumns(sampleLaw(12)).filter((name) => name.startsWith('certain_'))).toHaveLength(15)
    expect(outputColumns(program)).toContain('social_pension_dong_high')
  })
})

describe('the table of persons', () => {
  it('holds codes, numbers and days, and null for what is unknown', () => {
    const facts = {
      birth: { from: day('1944-01-01'), to: day('1944-12-31') },
      poverty: 'poor',
      children: 2,
      income: 1_500_000,
    }
    const row = Object.fromEntries(
      inputColumns(program).map(({ name }, place) => [name, inputRow(program, facts)[place]]),
    )
    expect(row).toMatchObject({
      birth_from: 19440101,
      birth_to: 19441231,
      poverty: 2,
      children: 2,
      income: 1_500_000,
    })
    expect(row.disability).toBeNull()
  })

  it('has names every engine takes', () => {
    expect(plainName('singleParent.1')).toBe('single_parent_1')
    expect(plainName('SP-A')).toBe('sp_a')
  })
})

it('the row hash depends on every value and its place', () => {
  const hashes = [
    [1, 2, 3],
    [1, 3, 2],
    [1, 2, 4],
    [0, 2, 3],
  ].map(rowHash)
  expect(new Set(hashes).size).toBe(4)
})
