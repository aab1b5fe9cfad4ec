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

/** Other names of agencies as papers write them, folded. Full names come from law/authorities. */
const otherNames: Readonly<Partial<Record<AgencyCode, readonly string[]>>> = {
  dpLabour: ['so ld tb xh', 'so lao dong tb xh', 'so ldtbxh', 'nganh ld tb xh'],
  dpHomeAffairs: ['so nv'],
  dpHealth: ['so yt'],
  dpAgriculture: ['so nn mt'],
  dpEducation: ['so gd dt', 'so giao duc'],
  dpFinance: ['so tc'],
  dpTrade: ['so ct'],
  dpScience: ['so kh cn'],
  dpConstruction: ['so xd'],
  dpCulture: ['so vh tt dl', 'so van hoa the thao', 'so du lich', 'so vh tt'],
  dpEthnic: ['so dan toc'],
  provinceCommittee: ['uy ban nhan dan'],
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
    'cac dia phuong cap xa',
    'ubnd cac xa',
    'ubnd cac xa phuong dac khu',
  ],
}

/** Names that departments had until they were merged on 1/3/2025 (from memory), by who carries them on. */
const formerNames: Readonly<Partial<Record<AgencyCode, readonly string[]>>> = {
  dpAgriculture: [
    'so nong nghiep phat trien nong thon',
    'so nn ptnt',
    'so nong nghiep ptnt',
    'so tai nguyen moi truong',
    'so tn mt',
  ],
  dpFinance: ['so ke hoach dau tu', 'so kh dt'],
  dpScience: ['so thong tin truyen thong', 'so tt tt'],
  dpConstruction: ['so giao thong van tai', 'so gtvt'],
  dpEthnic: ['ban dan toc'],
}

/** A name without tones, “và”, “&”, what stands in brackets, the province it is of, and the head for whom it stands. */
function keyOf(name: string): string {
  return foldText(name.replace(/\([^)]*\)/g, ' ').replace(/&/g, ' '))
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^ ?(dong chi )?(chu tich|giam doc|chanh(?= (van phong|thanh tra))) /, ' ')
    .replace(/\b(va|tinh|nghe an)\b/g, ' ')
    .replace(/\s+/g, '')
}

const byKey = new Map<string, AgencyCode>()
const formerKeys = new Set<string>()
for (const code of Object.keys(agencies) as AgencyCode[]) {
  byKey.set(keyOf(agencies[code].name.vi), code)
  for (const name of otherNames[code] ?? []) byKey.set(keyOf(name), code)
  for (const name of formerNames[code] ?? []) {
    byKey.set(keyOf(name), code)
    formerKeys.add(keyOf(name))
  }
}

/** The agency a paper means by this name; undefined where it names none, several, or one that we do not know. */
export function findAgencyNamed(name: string): AgencyCode | undefined {
  return byKey.get(keyOf(name))
}

export interface LeadCandidate {
  agency: AgencyCode
  /** The areas for which it is the successor; empty where it is the agency itself. */
  areas: DutyArea[]
  /** It is not what the paper names: it carries on the work of an agency that no longer is. */
  isInferred: boolean
}

/** What a task is about and when it was given: by that a former name leads to who carries it on. */
interface Matter {
  areas: readonly DutyArea[]
  begunOn: LocalDate
  today: LocalDate
}

/**
 * Who leads a task today that a paper gave to an agency by name: the agency itself, or, for a department that no longer is,
 * the one that carries on its areas (our reading of the transitional rules, pending). One candidate leads; of several, or
 * none, a clerk chooses.
 */
export function leadCandidates(name: string, { areas, begunOn, today }: Matter): LeadCandidate[] {
  const agency = findAgencyNamed(name)
  if (agency === undefined) return []
  if (agency !== 'dpLabour') return [{ agency, areas: [], isInferred: formerKeys.has(keyOf(name)) }]
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
  return [...found].map(([code, of]) => ({ agency: code, areas: of, isInferred: code !== agency }))
}

/** An agency that takes part, as a paper names it. */
export interface NamedParty {
  /** As the paper writes it. */
  name: string
  party?: AgencyCode
  /** The paper names an agency that no longer is: this one carries its work on, as a clerk confirmed with the draft. */
  isInferred?: true
}

/**
 * Who cooperates today that a paper names: the agency itself, or each that carries on what the task is about. Where the
 * task says no area that has a successor, a name that is no more stays as it is written.
 */
export function cooperatingToday(name: string, matter: Matter): NamedParty[] {
  const isKnown = findAgencyNamed(name) !== 'dpLabour' || matter.areas.some((area) => area in areaOf)
  const candidates = isKnown ? leadCandidates(name, matter) : []
  if (candidates.length === 0) return [{ name }]
  return candidates.map(({ agency, isInferred }) => ({
    name,
    party: agency,
    ...(isInferred && { isInferred: true as const }),
  }))
}
