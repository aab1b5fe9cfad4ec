import { describe, expect, it } from 'vitest'
import { answerOf, missingToWithdraw } from './page-acts.server.ts'

const asked = { lang: 'vi', id: 7 } as const

describe('what is not done', () => {
  it('is said beside the field it is about, whatever the browser would have said', () => {
    const { data, init } = answerOf({ ok: false, because: 'reasonMissing' }, { ...asked, intent: 'refuse' })
    expect(data).toEqual({ because: 'fields', fields: { reason: 'reasonMissing' } })
    expect(init?.status).toBe(422)
    const correction = answerOf({ ok: false, because: 'correctionMissing' }, { ...asked, intent: 'submit' })
    expect(correction.data).toEqual({ because: 'fields', fields: { correction: 'correctionMissing' } })
  })

  it('stands over the page where it is about no field', () => {
    const { data } = answerOf({ ok: false, because: 'ownText' }, { ...asked, intent: 'approve' })
    expect(data).toEqual({ because: 'ownText' })
  })

  it('is all that lacks before a text is withdrawn, not the first of it', () => {
    const form = new FormData()
    form.set('withdrawReason', '  ')
    expect(missingToWithdraw(form)).toEqual({ withdrawReason: 'reasonMissing', isSure: 'notConfirmed' })
    form.set('withdrawReason', 'Sai số liệu')
    form.set('isSure', 'on')
    expect(missingToWithdraw(form)).toEqual({})
  })
})
