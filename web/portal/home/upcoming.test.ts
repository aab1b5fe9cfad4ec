import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import type { LegalDocumentLine } from '#publishing'
import { upcomingDays } from './upcoming.ts'

function document(slug: string, effectiveOn: string): LegalDocumentLine {
  const details = {
    ...{ kind: 'legalDocument' as const, number: '1/QĐ-UBND', form: 'Quyết định', issuer: 'UBND tỉnh' },
    ...{ signer: '', issuedOn: '2026-11-01', effectiveOn, expiresOn: '', isPartlyExpired: false },
  }
  return { slug, language: 'vi', title: slug, details: details as LegalDocumentLine['details'] }
}

describe('the days to come', () => {
  it('are those the law names: the payment list of next month, and a standard that begins to apply', () => {
    expect(upcomingDays(day('2026-11-20'), [])).toEqual([
      { what: 'list', on: day('2026-11-23'), month: '12/2026' },
      {
        what: 'law',
        on: day('2027-01-01'),
        title: { vi: 'Chuẩn nghèo đa chiều 2026–2030', en: 'Multidimensional poverty standard 2026–2030' },
        short: 'NĐ 351/2025',
      },
    ])
  })

  it('pass: the list after its last day is that of the month after, a law in force is no news', () => {
    expect(upcomingDays(day('2026-11-25'), [])[0]).toMatchObject({ what: 'list', month: '1/2027' })
    expect(upcomingDays(day('2027-01-01'), []).map(({ what }) => what)).toEqual(['list'])
  })

  it('hold documents of the portal that come into force within four months, the three nearest days in all', () => {
    const documents = ['2026-12-01', '2026-12-05', '2027-06-01', '', '2026-11-19'].map((on, at) =>
      document(`van-ban-${at}`, on),
    )
    expect(upcomingDays(day('2026-11-20'), documents).map(({ on, what }) => [on, what])).toEqual([
      ['2026-11-23', 'list'],
      ['2026-12-01', 'document'],
      ['2026-12-05', 'document'],
    ])
  })
})
