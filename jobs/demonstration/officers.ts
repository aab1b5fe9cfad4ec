import type { Handler } from '#feedback'

/** Who does the work of the demonstration, by what they are there for. */
export type OfficerPart = 'desk' | 'commune' | 'health' | 'children' | 'homeAffairs' | 'inspector'

export type DemonstrationOfficers = Readonly<Record<OfficerPart, Handler>>

/** The parts among the accounts of a demonstration; undefined where one of them was not opened. */
export function partsOf(officers: readonly Handler[]): DemonstrationOfficers | undefined {
  const ofAgency = (agency: string) =>
    officers.find((each) => each.agency === agency && each.areas.includes('*')) ??
    officers.find((each) => each.agency === agency)
  const desk = ofAgency('provinceOffice')
  const commune = officers.find(({ unitUid, role }) => unitUid !== 'province' && role === 'communeOfficer')
  const health = ofAgency('dpHealth')
  const children = officers.find(({ areas }) => areas.includes('children'))
  const homeAffairs = ofAgency('dpHomeAffairs')
  const inspector = officers.find(({ areas }) => areas.includes('denunciation'))
  return desk && commune && health && children && homeAffairs && inspector
    ? { desk, commune, health, children, homeAffairs, inspector }
    : undefined
}
