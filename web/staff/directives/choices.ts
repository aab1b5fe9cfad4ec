import type { ProposalOutcome, Stance } from '#directives'
import { type AgencyCode, agencies } from '#law/authorities'

/** Agencies that are no more, or of another level than a province gives work to. */
const notChosen: readonly AgencyCode[] = [
  'moLabour',
  'moHomeAffairs',
  'moHealth',
  'moAgriculture',
  'moEducation',
  'moPublicSecurity',
  'dpLabour',
  'districtLabour',
  'districtHomeAffairs',
]

/** Whom a task can be given to today. */
export const leadChoices: readonly AgencyCode[] = (Object.keys(agencies) as AgencyCode[]).filter(
  (code) => !notChosen.includes(code),
)

export const stances: readonly Stance[] = ['agrees', 'agreesWithRemarks', 'disagrees', 'notConcerned']
export const outcomes: readonly ProposalOutcome[] = ['accepted', 'partly', 'refused', 'forwarded']

/** How many parts one form gives out; for more it is sent again. */
export const partRows = 4
