import { describe, expect, it } from 'vitest'
import { drawingOf, height, width } from './chart-shape.ts'

describe('a line over time', () => {
  it('has its days to scale and a share the whole of 0 to 100', () => {
    const drawing = drawingOf(
      [
        { on: '2026-01-01', value: 0 },
        { on: '2026-01-11', value: 50 },
        { on: '2026-01-21', value: 100 },
      ],
      'percent',
    )
    expect(drawing?.marks.map(({ x, y }) => [x, y])).toEqual([
      [8, height - 8],
      [width / 2, height / 2],
      [width - 8, 8],
    ])
  })

  it('of a count begins at nothing, also when all figures are the same', () => {
    const drawing = drawingOf(
      [
        { on: '2026-01-01', value: 7 },
        { on: '2026-01-02', value: 7 },
      ],
      'people',
    )
    expect([drawing?.lowest, drawing?.highest, drawing?.path]).toEqual([0, 7, 'M8 8L632 8'])
  })

  it('is not drawn through one figure', () => {
    expect(drawingOf([{ on: '2026-01-01', value: 7 }], 'people')).toBeUndefined()
  })
})
