import { expect, it } from 'vitest'
import { day } from '#calendar'
import { appliedLaw } from './applied-law.ts'

const statusOn = (on: string, number: string) =>
  appliedLaw(day(on)).find((each) => each.number === number)?.status

it('the law that the system applies is listed once each, the last issued first', () => {
  const law = appliedLaw(day('2026-11-24'))
  expect(law.length).toBeGreaterThan(20)
  expect(new Set(law.map(({ number }) => number)).size).toBe(law.length)
  expect(law.map(({ issuedOn }) => issuedOn)).toEqual(
    law
      .map(({ issuedOn }) => issuedOn)
      .toSorted()
      .reverse(),
  )
  expect(law.map(({ number }) => number)).toEqual(
    expect.arrayContaining(['335/2026/NĐ-CP', '176/2025/NĐ-CP', '30/2020/NĐ-CP']),
  )
})

it('whether it holds is said of the day asked, and what was not issued by then is not there', () => {
  expect(statusOn('2026-10-04', '20/2021/NĐ-CP')).toBe('inForce')
  expect(statusOn('2026-10-05', '20/2021/NĐ-CP')).toBe('expired')
  expect(statusOn('2026-10-04', '335/2026/NĐ-CP')).toBe('notYet')
  expect(statusOn('2026-10-05', '335/2026/NĐ-CP')).toBe('inForce')
  expect(statusOn('2025-01-01', '335/2026/NĐ-CP')).toBeUndefined()
})
