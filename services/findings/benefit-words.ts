import type { Text } from '#rules'

/** Benefits as officers call them for short, within a sentence. */
const names: Readonly<Record<string, Text>> = {
  socialAllowance: { vi: 'trợ cấp xã hội', en: 'the social allowance' },
  careSupport: { vi: 'hỗ trợ chăm sóc', en: 'care support' },
  parentCareSupport: { vi: 'hỗ trợ nuôi con nhỏ', en: 'support for raising a small child' },
  centreNurture: { vi: 'nuôi dưỡng trong cơ sở', en: 'nurture in a centre' },
  socialPension: { vi: 'hưu trí xã hội', en: 'the social pension' },
}

/** The id itself for what has no short name. */
export function benefitName(benefit: string): Text {
  return names[benefit] ?? { vi: benefit, en: benefit }
}

/** A ground as it is written in lists: `diện K6`; those of the social pension have no letter. */
export function groundName(ground: string): Text {
  return ground.startsWith('SP')
    ? { vi: 'diện hưu trí xã hội', en: 'the social pension' }
    : { vi: `diện ${ground}`, en: `ground ${ground}` }
}
