import type { Officer } from '#platform/sessions'

/** The briefing names every agency that is late: it is for the leaders and for the province's office. */
export function mayBrief({ unitUid, role, agency }: Pick<Officer, 'unitUid' | 'role' | 'agency'>): boolean {
  return unitUid === 'province' && (role === 'leader' || agency === 'provinceOffice')
}
