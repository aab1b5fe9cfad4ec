import { describe, expect, it } from 'vitest'
import type { ReasonView } from './reason-tree.tsx'
import { briefRefusal } from './refusals.ts'

const line = (text: string, truth: ReasonView['truth'], children: ReasonView[] = []): ReasonView => ({
  text,
  truth,
  children,
})
const cases = line('none of these', 'no', [line('orphan', 'no', [line('father dead', 'no')])])

describe('a refusal told briefly', () => {
  it('names what it fails on by itself, and no more', () => {
    const ground = line('child without support', 'no', [line('under 16', 'no'), cases])
    expect(briefRefusal(ground).children).toEqual([line('under 16', 'no')])
  })

  it('lists the cases of which none applies when nothing else fails', () => {
    const ground = line('child without support', 'no', [cases])
    expect(briefRefusal(ground).children).toEqual([line('none of these', 'no', [line('orphan', 'no')])])
  })

  it('leaves what is met or not known as it is', () => {
    const ground = line('elder', 'yes', [cases])
    expect(briefRefusal(ground)).toBe(ground)
  })
})
