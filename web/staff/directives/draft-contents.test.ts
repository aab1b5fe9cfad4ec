import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { breakPlaces, mergeContents, partsAt, splitContents } from './draft-contents.ts'

const one = {
  does: 'Rà soát hộ nghèo.',
  areas: ['poverty' as const],
  kind: 'task' as const,
  assignee: 'Sở Y tế',
  due: day('2026-12-20'),
  cites: ['Quyết định 1'],
}
const other = {
  does: 'Báo cáo UBND tỉnh',
  areas: ['direction' as const, 'poverty' as const],
  kind: 'task' as const,
  due: day('2026-11-30'),
  dueInferred: true as const,
  cites: ['Quyết định 1', 'Quyết định 2'],
  reportsTo: 'UBND tỉnh',
}

describe('drafts that are joined', () => {
  it('do both, for the areas of both, by the earlier day, and name no paper twice', () => {
    expect(mergeContents(one, other)).toEqual({
      does: 'Rà soát hộ nghèo; báo cáo UBND tỉnh',
      areas: ['direction', 'poverty'],
      kind: 'task',
      assignee: 'Sở Y tế',
      reportsTo: 'UBND tỉnh',
      due: '2026-11-30',
      dueInferred: true,
      cites: ['Quyết định 1', 'Quyết định 2'],
    })
  })

  it('keep a day that was written as written, and have none where neither has', () => {
    expect(mergeContents({ ...one, due: day('2026-11-01') }, other)).not.toHaveProperty('dueInferred')
    const { due: _, ...without } = one
    expect(mergeContents(without, without)).not.toHaveProperty('due')
  })

  it('leave abbreviations in capitals', () => {
    expect(mergeContents(one, { ...other, does: 'UBND xã lập danh sách' }).does).toBe(
      'Rà soát hộ nghèo; UBND xã lập danh sách',
    )
  })
})

describe('a draft that is split', () => {
  const words = 'rà soát hộ nghèo, cấp thẻ cho ít nhất 90% và báo cáo kết quả; công khai danh sách'

  it('can be taken apart at commas, semicolons and before “và”, where both sides have words', () => {
    expect(breakPlaces(words).map((place) => partsAt(words, place))).toEqual([
      ['rà soát hộ nghèo', 'cấp thẻ cho ít nhất 90% và báo cáo kết quả; công khai danh sách'],
      ['rà soát hộ nghèo, cấp thẻ cho ít nhất 90%', 'và báo cáo kết quả; công khai danh sách'],
      ['rà soát hộ nghèo, cấp thẻ cho ít nhất 90% và báo cáo kết quả', 'công khai danh sách'],
    ])
    expect(breakPlaces('Nghèo.')).toEqual([])
  })

  it('gives each part its own words and the targets that stand in them, and both the agency and the day', () => {
    const target = { words: 'ít nhất 90%', number: 90, unit: '%', comparison: 'at-least' as const }
    const parts = splitContents({ ...one, targets: [target] }, partsAt(words, breakPlaces(words)[1] ?? 0))
    expect(parts).toMatchObject([
      { does: 'Rà soát hộ nghèo, cấp thẻ cho ít nhất 90%', targets: [target], due: '2026-12-20' },
      { does: 'Báo cáo kết quả; công khai danh sách', assignee: 'Sở Y tế', due: '2026-12-20' },
    ])
    expect(parts[1]).not.toHaveProperty('targets')
    expect(parts[0]).not.toHaveProperty('cites')
  })
})
