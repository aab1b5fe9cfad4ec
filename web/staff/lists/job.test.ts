import { describe, expect, it } from 'vitest'
import type { Job } from '#platform/queue'
import { isTakenBack } from './job.ts'

function work(name: string, hour: number, result: unknown): Job {
  const at = new Date(Date.UTC(2026, 10, 23, hour))
  const about = { id: `${name} ${hour}`, done: 1, total: 1, message: undefined, startedBy: 'lan' }
  const failure = { because: undefined, becauseEn: undefined }
  return { ...about, ...failure, name, state: 'done', result, createdAt: at, startedAt: at, finishedAt: at }
}

const written = (hour: number, fileId = 7) => work('import', hour, { fileId, fileName: 'a.xlsx' })
const undone = (hour: number, ok = true, fileId = 7) => work('undo', hour, { ok, fileId })

describe('a list of the past', () => {
  it('was taken back when that was done after it was written', () => {
    expect(isTakenBack(written(8), [undone(9)])).toBe(true)
  })

  it('was not when it was written again, or when another list was taken back', () => {
    expect(isTakenBack(written(10), [undone(9)])).toBe(false)
    expect(isTakenBack(written(8), [undone(9, true, 8)])).toBe(false)
  })

  it('was not when something stood in the way, or while that is still under way', () => {
    expect(isTakenBack(written(8), [undone(9, false)])).toBe(false)
    expect(isTakenBack(written(8), [{ ...undone(9), state: 'running', result: undefined }])).toBe(false)
  })

  it('was not when its own writing never came to an end', () => {
    expect(isTakenBack({ result: undefined, finishedAt: undefined }, [undone(9)])).toBe(false)
  })
})
