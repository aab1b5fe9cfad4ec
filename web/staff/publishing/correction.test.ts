import { describe, expect, it } from 'vitest'
import { waitingCorrection } from './correction.ts'

const at = new Date('2026-11-23T01:00:00Z')
const approved = { isApproved: true, by: 'officer:a', at, reason: undefined }
const refused = { ...approved, isApproved: false, reason: 'Sai ngày' }
const revisions = [
  { number: 3, correction: 'Sửa giờ.', review: undefined },
  { number: 2, correction: 'Sửa.', review: refused },
  { number: 1, correction: undefined, review: approved },
]

describe('a correction that waits for the second officer', () => {
  it('says what readers will be told, and which text they read until then, past those sent back', () => {
    expect(waitingCorrection({ state: 'inReview' }, revisions)).toEqual({ sentence: 'Sửa giờ.', shownNow: 1 })
  })

  it('is none for a first text, nor once it is decided', () => {
    expect(waitingCorrection({ state: 'inReview' }, revisions.slice(2))).toBeUndefined()
    expect(waitingCorrection({ state: 'published' }, revisions)).toBeUndefined()
    expect(waitingCorrection({ state: 'draft' }, [])).toBeUndefined()
  })
})
