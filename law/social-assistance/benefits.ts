import { decree20, decree28, decree136, decree335 } from '#law/instruments'
import { type AddOn, type Benefit, benefit, cite, inForce } from '#rules'
import { excludedBy } from './exclusions.ts'
import { k4Children } from './facts.ts'

/** The monthly benefits and how their grounds stack: only the highest coefficient counts (ST1). */

const texts = {
  socialAllowance: { vi: 'Trợ cấp xã hội hằng tháng', en: 'Monthly social allowance' },
  careSupport: {
    vi: 'Hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng',
    en: 'Monthly support for care and upbringing',
  },
  parentCareSupport: {
    vi: 'Hỗ trợ người khuyết tật mang thai, nuôi con dưới 36 tháng tuổi',
    en: 'Support for disabled persons who are pregnant or raise a child under 36 months',
  },
  centreNurture: {
    vi: 'Trợ cấp nuôi dưỡng hằng tháng trong cơ sở trợ giúp xã hội',
    en: 'Monthly nurture allowance in a centre',
  },
}

const carers = ['C1', 'C2', 'C5', 'C6', 'C7']
const parents = ['C3', 'C4']

/** ST2: a single parent who is also old, disabled or has HIV draws both. One standard for each child. */
function perChild(place: AddOn['cite'], alongside: readonly string[]): AddOn {
  return { ground: 'K4', per: k4Children.key, tenths: 10, alongside, cite: place }
}

function monthly136(): Benefit[] {
  const during = inForce(decree136)
  const care = cite(decree28, 'Đ17', 'memory')
  return [
    benefit('socialAllowance', {
      text: texts.socialAllowance,
      cite: cite(decree136, 'Đ6.2', 'memory'),
      during,
      payee: 'person',
      highestOf: ['K1', 'K2', 'K3', 'K4', 'K5a', 'K5c', 'K5d', 'K6', 'K8'],
      excludedBy: excludedBy(during, 'dead', 'prison', 'centre', 'elsewhere'),
      standard: 'standard',
    }),
    benefit('careSupport', {
      text: texts.careSupport,
      cite: care,
      during,
      payee: 'carer',
      highestOf: ['C5', 'C6', 'C7'],
      excludedBy: excludedBy(during, 'dead', 'prison', 'centre', 'elsewhere'),
      standard: 'standard',
    }),
    benefit('parentCareSupport', {
      text: texts.parentCareSupport,
      cite: care,
      during,
      payee: 'person',
      highestOf: parents,
      excludedBy: excludedBy(during, 'dead', 'prison', 'centre', 'elsewhere', 'spouseDraws'),
      standard: 'standard',
    }),
  ]
}

function monthly20(): Benefit[] {
  const during = inForce(decree20)
  return [
    benefit('socialAllowance', {
      text: texts.socialAllowance,
      cite: cite(decree20, 'Đ6.2'),
      during,
      payee: 'person',
      highestOf: ['K1', 'K2', 'K3', 'K5a', 'K5b', 'K5c', 'K5d', 'K6', 'K7', 'K8'],
      plus: perChild(cite(decree20, 'Đ6.1.d'), ['K5a', 'K5b', 'K5c', 'K5d', 'K6', 'K8']),
      excludedBy: excludedBy(during, 'dead', 'prison', 'centre', 'elsewhere'),
      standard: 'standard',
    }),
    benefit('careSupport', {
      text: texts.careSupport,
      cite: cite(decree20, 'Đ20'),
      during,
      payee: 'carer',
      highestOf: carers,
      excludedBy: excludedBy(during, 'dead', 'prison', 'centre', 'elsewhere'),
      standard: 'standard',
    }),
    benefit('parentCareSupport', {
      text: texts.parentCareSupport,
      cite: cite(decree20, 'Đ20.2.a'),
      during,
      payee: 'person',
      highestOf: parents,
      excludedBy: excludedBy(during, 'dead', 'prison', 'centre', 'elsewhere', 'spouseDraws'),
      standard: 'standard',
    }),
    benefit('centreNurture', {
      text: texts.centreNurture,
      cite: cite(decree20, 'Đ25.1'),
      during,
      payee: 'centre',
      highestOf: ['centreCare'],
      excludedBy: excludedBy(during, 'dead'),
      standard: 'standard',
    }),
  ]
}

function monthly335(): Benefit[] {
  const during = inForce(decree335)
  return [
    benefit('socialAllowance', {
      text: texts.socialAllowance,
      cite: cite(decree335, 'Đ6.2'),
      during,
      payee: 'person',
      highestOf: ['K1', 'K2', 'K3', 'K5a', 'K5d', 'K6', 'K7', 'K8'],
      plus: perChild(cite(decree335, 'Đ6.1.d'), ['K5a', 'K5d', 'K6', 'K8']),
      excludedBy: excludedBy(during, 'dead', 'prison', 'centre', 'elsewhere'),
      standard: 'standard',
    }),
    benefit('careSupport', {
      text: texts.careSupport,
      cite: cite(decree335, 'Đ17'),
      during,
      payee: 'carer',
      highestOf: carers,
      excludedBy: excludedBy(during, 'dead', 'prison', 'centre', 'elsewhere'),
      standard: 'standard',
    }),
    benefit('parentCareSupport', {
      text: texts.parentCareSupport,
      cite: cite(decree335, 'Đ17.2.a'),
      during,
      payee: 'person',
      highestOf: parents,
      excludedBy: excludedBy(during, 'dead', 'prison', 'centre', 'elsewhere', 'spouseDraws'),
      standard: 'standard',
    }),
    benefit('centreNurture', {
      text: texts.centreNurture,
      cite: cite(decree335, 'Đ22.1'),
      during,
      payee: 'centre',
      highestOf: ['centreCare'],
      excludedBy: excludedBy(during, 'dead'),
      standard: 'standard',
    }),
  ]
}

export const monthlyBenefits: readonly Benefit[] = [...monthly136(), ...monthly20(), ...monthly335()]
