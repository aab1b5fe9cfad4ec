import { describe, expect, it } from 'vitest'
import { actPath, askedIn } from './asked.ts'
import { requestFilterOf, requestsQueryOf } from './query.ts'

describe('the address of the list of requests', () => {
  it('asks for those that wait when it says nothing', () => {
    expect(requestFilterOf(requestsQueryOf(new URLSearchParams()))).toMatchObject({ state: 'proposed' })
  })

  it('asks for every state, one kind, and those of others', () => {
    const query = requestsQueryOf(new URLSearchParams('trang-thai=all&viec=move&cua=byOthers&trang=3'))
    expect(query.page).toBe(3)
    expect(requestFilterOf(query)).toEqual({
      state: undefined,
      kind: 'move',
      proposed: 'byOthers',
      unitUid: undefined,
    })
  })

  it('understands no word that is none', () => {
    for (const page of ['1e308', 'Infinity', '0', '2.5', '99999999999'])
      expect(requestsQueryOf(new URLSearchParams({ trang: page })).page, page).toBe(1)
    expect(requestsQueryOf(new URLSearchParams('trang-thai=x&viec=x&cua=x&trang=-4'))).toEqual({
      state: 'proposed',
      kind: undefined,
      whose: undefined,
      unitUid: undefined,
      page: 1,
    })
  })
})

describe('the address of the form of an act', () => {
  it('is read as it was written', () => {
    const asked = { kind: 'endFact', personId: 12, householdId: undefined, key: 'disability' } as const
    const path = actPath({ ...asked, on: '2026-01-01' })
    expect(askedIn(new URL(path, 'http://x').searchParams)).toEqual({ ...asked, on: '2026-01-01' })
  })

  it('takes no name that every object answers to for a fact', () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'a b', '', "'", 'x'.repeat(60)]) {
      const params = new URLSearchParams({ viec: 'endFact', nguoi: '12', dieu: key })
      expect(askedIn(params)?.key, key).toBeUndefined()
    }
  })

  it('names whom the act is about, a fact one owner alone', () => {
    for (const search of [
      'viec=death',
      'viec=split&nguoi=3',
      'viec=correctFact&nguoi=1&ho=2',
      'viec=x&nguoi=1',
      'viec=correctPerson&nguoi=1&dieu=deathOn',
      'viec=replacePersonValue&nguoi=1',
    ])
      expect(askedIn(new URLSearchParams(search))).toBeUndefined()
  })
})
