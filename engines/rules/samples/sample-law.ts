import { day, month } from '#calendar'
import {
  ageAtLeast,
  ageUnder,
  all,
  always,
  amount,
  any,
  atLeast,
  atMost,
  type Benefit,
  benefit,
  birth,
  type Case,
  type Condition,
  choice,
  cite,
  coefficient,
  count,
  type Fact,
  ground,
  higherOf,
  type Instrument,
  inForce,
  is,
  isNo,
  isYes,
  meets,
  not,
  type Program,
  type Provision,
  parameter,
  resolve,
  rulebook,
  yesNo,
} from '#rules'

const text = { vi: 'mẫu', en: 'sample' }
const decree: Instrument = {
  id: 'sample',
  number: '1/2020',
  short: 'NĐ mẫu',
  title: text,
  issuedOn: day('2020-01-01'),
  from: day('2020-02-01'),
}
const during = inForce(decree)

const orphanCodes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const
const born = birth('birth', text)
const income = amount('income', text)
const female = yesNo('female', text)
const orphan = choice('orphan', text, {
  none: text,
  ...(Object.fromEntries(orphanCodes.map((code) => [code, text])) as Record<
    (typeof orphanCodes)[number],
    typeof text
  >),
})
const hiv = yesNo('hiv', text)
const poverty = choice('poverty', text, { none: text, near: text, poor: text })
const region = choice('region', text, { plain: text, ethnic: text, hardest: text })
const disability = choice('disability', text, { none: text, mild: text, severe: text, extreme: text })
const pension = yesNo('pension', text)
const insured = yesNo('insured', text)
const studying = yesNo('studying', text)
const marital = choice('marital', text, { single: text, married: text, widowed: text, divorced: text })
const children = count('children', text, 4)
const support = choice('support', text, { none: text, unable: text, able: text })
const centre = yesNo('centre', text)
const carer = choice('carer', text, { no: text, ofDisabled: text, ofChild: text, ofElder: text })
const merit = yesNo('merit', text)
const minority = yesNo('minority', text)
const deceased = yesNo('deceased', text)
const facts: readonly Fact[] = [
  ...[born, income, female, orphan, hiv, poverty, region, disability, pension, insured, studying, marital],
  ...[children, support, centre, carer, merit, minority, deceased],
]

const child = ageUnder(born, 16)
const poor = is(poverty, 'poor')
const poorOrNear = is(poverty, 'near', 'poor')
const adult = ageAtLeast(born, 18)
const youngOrOld = any(ageUnder(born, 16), ageAtLeast(born, 60))

type Reference = (...ids: string[]) => Condition

/** The 40 grounds of a body of rules of the size of social assistance. It illustrates; it is nobody's law. */
function groundsOf(met: Reference): Record<string, Condition> {
  const byOrphanCode = orphanCodes.map((code) => [`orphan ${code}`, all(child, is(orphan, code))] as const)
  return {
    ...Object.fromEntries(byOrphanCode),
    orphanChild: all(child, is(orphan, ...orphanCodes)),
    student: all(ageAtLeast(born, 16), ageUnder(born, 22), isYes(studying), is(orphan, ...orphanCodes)),
    childWithHiv: all(child, isYes(hiv), poor),
    singleParent: all(poor, is(marital, 'single', 'widowed', 'divorced'), atLeast(children, 1)),
    elderAlone: all(ageAtLeast(born, 60), poor, is(support, 'none', 'unable')),
    elderRemote: all(
      ...[ageAtLeast(born, 75), ageUnder(born, 80), poorOrNear, is(region, 'hardest')],
      not(met('elderAlone')),
    ),
    elder80: all(ageAtLeast(born, 80), not(met('elderAlone')), isNo(pension), isNo(insured)),
    elderForCentre: all(ageAtLeast(born, 60), poor, is(support, 'none'), isYes(centre)),
    severe: is(disability, 'severe'),
    extreme: is(disability, 'extreme'),
    infant: all(
      ...[ageUnder(born, 3), poorOrNear, is(region, 'hardest')],
      not(met('orphanChild', 'childWithHiv', 'severe', 'extreme')),
    ),
    adultWithHiv: all(isYes(hiv), poor, ageAtLeast(born, 16), atMost(income, 1_499_999)),
    pension75: all(ageAtLeast(born, 75), isNo(pension), isNo(insured)),
    pension70: all(ageAtLeast(born, 70), ageUnder(born, 75), poorOrNear, isNo(pension), isNo(insured)),
    careOfDisabled: all(is(carer, 'ofDisabled'), adult),
    careOfChild: all(is(carer, 'ofChild'), adult),
    careOfElder: all(is(carer, 'ofElder'), adult),
    cardUnder6: ageUnder(born, 6),
    cardPoor: poor,
    cardNearPoor: all(is(poverty, 'near'), is(region, 'ethnic', 'hardest')),
    cardMerit: isYes(merit),
    cardMinority: all(isYes(minority), is(region, 'ethnic', 'hardest')),
    cardElder: all(ageAtLeast(born, 75), isNo(pension)),
    cardDisabled: is(disability, 'severe', 'extreme'),
    tuition: all(
      isYes(studying),
      any(poor, is(disability, 'mild', 'severe', 'extreme'), met('orphanChild', 'student')),
    ),
    electricity: any(poor, all(met('elder80', 'severe', 'extreme', 'orphanChild'), is(region, 'hardest'))),
    funeral: all(
      isYes(deceased),
      met(
        'orphanChild',
        'student',
        'childWithHiv',
        'singleParent',
        'elderAlone',
        'elderRemote',
        'elder80',
        'severe',
      ),
    ),
    funeral80: all(isYes(deceased), ageAtLeast(born, 80), isYes(pension)),
    house: all(poor, any(is(disability, 'severe', 'extreme'), ageAtLeast(born, 60), isYes(merit))),
    women: all(isYes(female), poor, ageAtLeast(born, 15), ageUnder(born, 50)),
  }
}

type Plain = [when: Condition, tenths: number]

/** By ground: base cases and exceptions. */
const coefficients: Record<string, { base: Plain[]; exceptions?: Plain[] }> = {
  orphanChild: { base: [[always, 15]], exceptions: [[ageUnder(born, 4), 25]] },
  student: { base: [[always, 15]] },
  childWithHiv: { base: [[always, 20]], exceptions: [[ageUnder(born, 4), 25]] },
  elderAlone: { base: [[always, 15]], exceptions: [[ageAtLeast(born, 80), 20]] },
  elderRemote: { base: [[always, 10]] },
  elder80: { base: [[always, 10]] },
  elderForCentre: { base: [[always, 30]] },
  severe: { base: [[always, 15]], exceptions: [[youngOrOld, 20]] },
  extreme: { base: [[always, 20]], exceptions: [[youngOrOld, 25]] },
  infant: { base: [[always, 15]] },
  adultWithHiv: { base: [[always, 15]] },
  pension75: { base: [[always, 10]] },
  pension70: { base: [[always, 10]] },
}
const pensions = ['pension75', 'pension70']
const besideParent = [
  'elderAlone',
  'elderRemote',
  'elder80',
  'elderForCentre',
  'severe',
  'extreme',
  'adultWithHiv',
]

/** The sample rules for one month, `copies` times over: 40 grounds, two benefits and a choice each time. */
export function sampleLaw(copies = 1): Program {
  const provisions = Array.from({ length: copies }, (_, copy) => provisionsOf(copy)).flat()
  const standard = parameter('standard', [{ from: during.from, value: 500_000, cite: cite(decree, 'Đ4') }])
  const book = rulebook(facts, [...provisions, ...standard])
  return resolve(book, { month: month('2025-07'), knownOn: day('2025-07-31') })
}

function provisionsOf(copy: number): Provision[] {
  const named = (id: string) => (copy === 0 ? id : `${id}.${copy}`)
  const at = (id: string) => ({ text, cite: cite(decree, `Đ5 ${named(id)}`), during })
  const met: Reference = (...ids) =>
    ids.length === 1 ? meets(named(ids[0] as string)) : any(...ids.map((id) => meets(named(id))))
  const cases = (id: string, plain: Plain[] = []): Case[] =>
    plain.map(([when, tenths]) => ({ when, tenths, cite: cite(decree, `Đ6 ${named(id)}`) }))
  return [
    ...Object.entries(groundsOf(met)).map(([id, when]) => ground(named(id), { ...at(id), when })),
    ...Object.entries(coefficients).map(([id, { base, exceptions }]) =>
      coefficient(named(id), { during, base: cases(id, base), exceptions: cases(id, exceptions) }),
    ),
    ...benefitsOf(named, at),
    higherOf(named('monthly'), { ...at('monthly'), higherOf: [named('allowance'), named('socialPension')] }),
  ]
}

function benefitsOf(
  named: (id: string) => string,
  at: (id: string) => Pick<Benefit, 'text' | 'cite' | 'during'>,
): Benefit[] {
  const rest = { payee: 'person', standard: 'standard' } as const
  const plus = {
    ground: named('singleParent'),
    per: 'children',
    tenths: 10,
    alongside: besideParent.map(named),
    cite: cite(decree, 'Đ6'),
  }
  const allowed = Object.keys(coefficients).filter((id) => !pensions.includes(id))
  return [
    benefit(named('allowance'), { ...at('allowance'), ...rest, highestOf: allowed.map(named), plus }),
    benefit(named('socialPension'), { ...at('socialPension'), ...rest, highestOf: pensions.map(named) }),
  ]
}
