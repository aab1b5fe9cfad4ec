import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day, type LocalDate } from '#calendar'
import { withActor } from '#platform/database'
import { readUnits, recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { findWrittenUnit } from './apply-units.ts'

const database = await freshDatabase()
const units = await withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
  await recordUnits(transaction, readFileSync('data/nghe-an-units.csv', 'utf8'))
  return readUnits(transaction)
})
const today = day('2026-11-23')
const find = (listedOn: LocalDate, ...written: string[]) =>
  findWrittenUnit(units, written, { listedOn, today })

describe('a unit as a list writes it', () => {
  it('is the unit of that name today, when several older ones bore it too', () => {
    expect(find(today, 'Xã Tam Hợp')?.uid).toBe('17059@2025-07-01')
    expect(find(today, 'xã Châu Tiến')?.uid).toBe('16792@2025-07-01')
  })

  it('is told by its district where it is an old one', () => {
    expect(find(today, 'Tam Hợp', 'huyện Tương Dương')?.uid).toBe('16936@2025-07-01')
    expect(find(day('2024-06-30'), 'Châu Tiến', 'Quỳ Hợp')?.uid).toBe('17044@2025-07-01')
  })

  it('is not guessed when two of that name stood at the time', () => {
    expect(find(day('2024-06-30'), 'Xã Tam Hợp')).toBeUndefined()
  })

  it('is read with its tones missing or elsewhere, kinds shortened and everything in one cell', () => {
    expect(find(day('2024-06-01'), 'x. nghi kieu, h. nghi loc')?.uid).toBe('17854@2025-07-01')
    expect(find(day('2024-06-01'), 'P. Nghi Hoà', 'TX Cửa Lò')?.uid).toBe('16732@2025-07-01')
  })

  it('a letter away, of another kind or in another district waits for an officer', () => {
    expect(find(day('2024-06-01'), 'Nghi Kiềuu', 'Nghi Lộc')).toBeUndefined()
    expect(find(day('2024-06-01'), 'phường Nghi Kiều', 'Nghi Lộc')).toBeUndefined()
    expect(find(day('2024-06-01'), 'Nghi Kiều', 'Đô Lương')).toBeUndefined()
  })

  it('that was not there yet, or bears the name of another one of before, waits too', () => {
    expect(find(day('2024-06-01'), 'xã Nghi Lộc')).toBeUndefined()
    expect(find(day('2024-06-01'), 'Đông Thành', 'Yên Thành')).toBeUndefined()
    expect(find(today, 'xã Đông Thành, huyện Yên Thành')).toBeUndefined()
  })
})
