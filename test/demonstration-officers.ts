import type { Handler } from '#feedback'

function officer(id: string, change: Partial<Handler>): Handler {
  return {
    ...{ kind: 'officer', id, name: id, role: 'provinceOfficer', unitUid: 'province', areas: ['*'] },
    ...change,
  }
}

/** Officers as the accounts of a demonstration have them, in its order. */
export const demonstrationOfficers: readonly Handler[] = [
  officer('lan', { role: 'communeOfficer', unitUid: '16702@2025-07-01' }),
  officer('minh', { agency: 'dpHealth' }),
  officer('hoa', { role: 'leader' }),
  officer('van', { agency: 'provinceOffice' }),
  officer('thang', { agency: 'dpHomeAffairs', areas: ['merit', 'employment'] }),
  officer('khanh', { agency: 'provinceInspectorate', areas: ['denunciation'] }),
  officer('anh', { agency: 'dpHealth', areas: ['children'] }),
]
