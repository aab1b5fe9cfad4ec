import { type AgencyCode, type Area, agencies, areas } from '#law/authorities'

/** Who may be given a message today: no ministry, no agency that was abolished. */
export const addressees: readonly AgencyCode[] = (Object.keys(agencies) as AgencyCode[]).filter(
  (code) => /^(dp|province|commune)|^socialInsurance$/.test(code) && code !== 'dpLabour',
)

export const queueAreas: readonly Area[] = areas
