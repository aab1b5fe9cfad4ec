import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { monthsOfMove } from './index.ts'

const months = (stoppedOn: string) => {
  const { oldLast, newFirst, cite } = monthsOfMove(day(stoppedOn))
  return [oldLast, newFirst, cite.instrument.short, cite.place]
}

describe('who pays somebody who moves', () => {
  it('SP6: until 4/10/2026 the new commune pays from the month after the decision to stop', () => {
    expect(months('2026-10-04')).toEqual(['2026-10', '2026-11', 'NĐ 20/2021', 'Đ8.4'])
    expect(months('2022-12-31')).toEqual(['2022-12', '2023-01', 'NĐ 20/2021', 'Đ8.4'])
  })

  it('SP6: under Decree 335/2026 from where the old one stopped, without a gap and without a month paid twice', () => {
    expect(months('2026-11-09')).toEqual(['2026-11', '2026-12', 'NĐ 335/2026', 'Đ8.3'])
  })
})
