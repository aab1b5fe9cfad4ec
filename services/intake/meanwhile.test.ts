import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { meanwhile } from './meanwhile.ts'

describe('computing while the database answers', () => {
  it('begins when the question is on its way and ends when both are done', async () => {
    const steps: string[] = []
    const asked = async () => {
      steps.push('asked')
      await setTimeout(20)
      steps.push('answered')
    }
    expect(await meanwhile(asked, async () => steps.push('computed'))).toBe(2)
    expect(steps).toEqual(['asked', 'computed', 'answered'])
  })

  it('leaves no question on its way when the computing throws', async () => {
    let isAnswered = false
    const asked = async () => {
      await setTimeout(20)
      isAnswered = true
    }
    const computing = meanwhile(asked, async () => {
      throw new Error('no such cell')
    })
    await expect(computing).rejects.toThrow('no such cell')
    expect(isAnswered).toBe(true)
  })

  it('throws what the database said, also when it said so before the computing was over', async () => {
    const refused = () => Promise.reject(new Error('disk full'))
    await expect(meanwhile(refused, async () => 1)).rejects.toThrow('disk full')
  })
})
