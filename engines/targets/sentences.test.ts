import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { paceOf } from './pace.ts'
import { writeFigure } from './sentences.ts'

describe('a figure in words', () => {
  it.each([
    [12.34, '12,3', '12.3'],
    [12.35, '12,4', '12.4'],
    [-12.35, '-12,4', '-12.4'],
    [1234567, '1.234.567', '1,234,567'],
    [-0.04, '0', '0'],
  ])('%s is %s, in English %s', (value, vi, en) => {
    expect(writeFigure(value)).toEqual({ vi, en })
  })
})

describe('the sentences of a pace', () => {
  it('tell the plan, what it asks of today, how the latest figure stands and where it leads', () => {
    const { sentences } = paceOf({
      baseline: { on: day('2026-01-01'), value: 80 },
      goal: { on: day('2026-12-31'), value: 98 },
      better: 'higher',
      series: ['2026-05-03', '2026-06-02', '2026-07-02'].map((on, index) => ({
        on: day(on),
        value: 85 + index,
      })),
      today: day('2026-07-02'),
    })
    expect(sentences.map(({ vi }) => vi)).toEqual([
      'Từ 80 (01/01/2026) đến 98 (31/12/2026), chia đều theo ngày.',
      'Đến ngày 02/07/2026 lẽ ra phải đạt 89.',
      'Số của ngày 02/07/2026 là 87, kém kế hoạch của ngày đó 2; đi được 38,9 % quãng đường.',
      'Giữ nhịp của các lần đo gần đây (độ dốc Theil–Sen) thì ngày 31/12/2026 được 93,1.',
      'Với nhịp ấy, đạt vào ngày 28/05/2027.',
    ])
    expect(sentences.map(({ en }) => en)[2]).toBe(
      'The figure of 02/07/2026 is 87, 2 short of that day’s plan; 38.9 % of the way is done.',
    )
  })

  it('write figures with their unit where they are given one', () => {
    const { sentences } = paceOf({
      baseline: { on: day('2026-01-01'), value: 95 },
      goal: { on: day('2026-12-31'), value: 100 },
      better: 'higher',
      series: [],
      today: day('2026-07-02'),
      write: (value) => ({ vi: `${value} %`, en: `${value} %` }),
    })
    expect(sentences[0]?.vi).toBe('Từ 95 % (01/01/2026) đến 100 % (31/12/2026), chia đều theo ngày.')
  })

  it('say of a reached goal nothing but that', () => {
    const { sentences } = paceOf({
      baseline: { on: day('2026-01-01'), value: 12 },
      goal: { on: day('2026-12-31'), value: 3 },
      better: 'lower',
      series: [{ on: day('2026-07-02'), value: 3 }],
      today: day('2026-08-01'),
    })
    expect(sentences.at(-1)?.vi).toBe('Số của ngày 02/07/2026 là 3: đã đạt.')
  })
})
