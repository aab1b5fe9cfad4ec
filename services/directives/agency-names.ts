import type { LocalDate } from '#calendar'
import { foldText } from '#identity'
import { type AgencyCode, agencies, authorityOfCase } from '#law/authorities'
import type { DutyArea } from '#notices'

/** What leads from a duty area of the text to an area of law/authorities; the others have no authority of their own. */
const areaOf = {
  employment: 'employment',
  'work-safety': 'workSafety',
  'labour-relations': 'labourRelations',
  'overseas-work': 'overseasWork',
  'vocational-training': 'vocationalTraining',
  merit: 'merit',
  poverty: 'poverty',
  'social-assistance': 'socialAssistance',
  children: 'children',
  'gender-equality': 'genderEquality',
} as const satisfies Partial<Record<DutyArea, string>>

/**
 * Other names of agencies as papers write them, folded: abbreviations, and departments that were merged on 1/3/2025
 * (names of those mergers from memory). Full names come from law/authorities.
 */
const otherNames: Readonly<Partial<Record<AgencyCode, readonly string[]>>> = {
  dpLabour: ['so ld tb xh', 'so lao dong tb xh', 'so ldtbxh', 'nganh ld tb xh'],
  dpHomeAffairs: ['so nv'],
  dpHealth: ['so yt'],
  dpAgriculture: [
    'so nn mt',
    'so nong nghiep phat trien nong thon',
    'so nn ptnt',
    'so nong nghiep ptnt',
    'so tai nguyen moi truong',
    'so tn mt',
  ],
  dpEducation: ['so gd dt', 'so giao duc'],
  dpFinance: ['so tc', 'so ke hoach dau tu', 'so kh dt'],
  dpTrade: ['so ct'],
  dpScience: ['so kh cn', 'so thong tin truyen thong', 'so tt tt'],
  dpConstruction: ['so xd', 'so giao thong van tai', 'so gtvt'],
  dpCulture: ['so vh tt dl', 'so van hoa the thao', 'so du lich', 'so vh tt'],
  dpEthnic: ['ban dan toc', 'so dan toc'],
  provinceCommittee: ['uy ban nhan dan', 'chu tich ubnd'],
  provinceOffice: ['van phong uy ban nhan dan'],
  economicZoneBoard: ['ban quan ly khu kinh te', 'ban quan ly kkt dong nam', 'bql khu kinh te dong nam'],
  socialInsurance: ['bao hiem xa hoi', 'bhxh'],
  provincePolice: ['cong an'],
  communeCommittee: [
    'ubnd cac xa phuong',
    'ubnd xa phuong',
    'uy ban nhan dan cac xa phuong',
    'uy ban nhan dan cap xa',
    'cac xa phuong',
    'ubnd cac xa',
  ],
}

/** A name without tones, “và”, “&”, what stands in brackets, and the province it is of. */
function keyOf(name: string): string {
  return foldText(name.replace(/\([^)]*\)/g, ' ').replace(/&/g, ' '))
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(va|tinh|nghe an)\b/g, ' ')
    .replace(/\s+/g, '')
}

const byKey = new Map<string, AgencyCode>()
for (const code of Object.keys(agencies) as AgencyCode[]) {
  byKey.set(keyOf(agencies[code].name.vi), code)
  for (const name of otherNames[code] ?? []) byKey.set(keyOf(name), code)
}

/** The agency a paper means by this name; undefined where it names none, several, or one that we do not know. */
export function findAgencyNamed(name: string): AgencyCode | undefined {
  return byKey.get(keyOf(name))
}

export interface LeadCandidate {
  agency: AgencyCode
  /** The areas for which it is the successor; empty where it is the agency itself. */
  areas: DutyArea[]
}

/**
 * Who leads a task today that a paper gave to an agency by name: the agency itself, or, for a department that no longer is,
 * the one that carries on its areas (our reading of the transitional rules, pending). One candidate leads; of several, or
 * none, a clerk chooses.
 */
export function leadCandidates(
  name: string,
  { areas, begunOn, today }: { areas: readonly DutyArea[]; begunOn: LocalDate; today: LocalDate },
): LeadCandidate[] {
  const agency = findAgencyNamed(name)
  if (agency === undefined) return []
  if (agency !== 'dpLabour') return [{ agency, areas: [] }]
  const asked = areas.filter((area) => area in areaOf)
  const among = asked.length > 0 ? asked : (Object.keys(areaOf) as DutyArea[])
  const found = new Map<AgencyCode, DutyArea[]>()
  for (const area of among) {
    const { nowWith } = authorityOfCase({
      area: areaOf[area as keyof typeof areaOf],
      level: 'province',
      begunOn,
      today,
    })
    if (nowWith) found.set(nowWith.agencyCode, [...(found.get(nowWith.agencyCode) ?? []), area])
  }
  return [...found].map(([code, of]) => ({ agency: code, areas: of }))
}
