import type { Answers } from './interview.ts'

/** Each benefit that may be due, in đồng: a number, or from and to. */
export type Amounts = Record<string, number | readonly [number, number]>

interface Life {
  who: string
  answers: Answers
  amounts: Amounts
  /** The most questions it may take. */
  within: number
  /** Not to be asked of such a person. */
  neverAsked?: readonly string[]
}

/** Lives at home with the family, without anything that changes an amount. */
export const atHome = { living: 'family', disability: 'none', hiv: 'no', formerly: 'no' }
/** Worked examples: who asks, what they answer, and what the law gives them in November 2026. */
export const lives: readonly Life[] = [
  {
    who: 'an elder of 76 without a pension',
    answers: { ...atHome, about: 'elder', age: '76', insurance: 'none', poverty: 'none' },
    amounts: { socialPension: 540_000 },
    within: 7,
    neverAsked: ['pregnant', 'studying', 'children', 'parents', 'hiv', 'toddlers'],
  },
  {
    who: 'an elder of 72 of a near-poor household',
    answers: {
      ...atHome,
      about: 'elder',
      age: '72',
      insurance: 'none',
      poverty: 'nearPoor',
      supporter: 'able',
      children: '0',
    },
    amounts: { socialPension: 540_000 },
    within: 10,
    neverAsked: ['pregnant', 'studying', 'parents', 'toddlers'],
  },
  {
    who: 'a child of 8 with an extremely severe disability',
    answers: {
      ...atHome,
      about: 'child',
      age: '8',
      disability: 'extreme',
      parents: 'both',
      poverty: 'none',
    },
    amounts: { socialAllowance: 1_350_000, careSupport: 540_000 },
    within: 7,
    neverAsked: ['pregnant', 'marriage', 'children', 'insurance', 'income', 'toddlers'],
  },
  {
    who: 'a poor mother who never married, with two children, herself severely disabled',
    answers: {
      ...atHome,
      about: 'self',
      age: '34',
      disability: 'severe',
      poverty: 'poor',
      children: '2',
      marriage: 'neverMarried',
      pregnant: 'no',
      toddlers: '0',
    },
    amounts: { socialAllowance: 1_890_000 },
    within: 12,
    neverAsked: ['parents', 'supporter', 'spouseCare'],
  },
  {
    who: 'an orphan of 10',
    answers: {
      ...atHome,
      about: 'child',
      age: '10',
      parents: 'lost',
      father: 'dead',
      mother: 'dead',
      poverty: 'none',
    },
    amounts: { socialAllowance: 810_000 },
    within: 9,
    neverAsked: ['marriage', 'pregnant', 'children'],
  },
  {
    who: 'a poor divorced mother of two',
    answers: {
      ...atHome,
      about: 'self',
      age: '33',
      poverty: 'poor',
      children: '2',
      marriage: 'divorced',
      income: 'no',
    },
    amounts: {},
    within: 10,
  },
  {
    who: 'a man of 45 with a severe disability',
    answers: {
      ...atHome,
      about: 'self',
      age: '45',
      disability: 'severe',
      poverty: 'none',
      pregnant: 'no',
      toddlers: '0',
    },
    amounts: { socialAllowance: 810_000 },
    within: 8,
    neverAsked: ['children', 'marriage', 'spouseCare', 'hiv'],
  },
  {
    who: 'a pregnant woman with a severe disability',
    answers: {
      ...atHome,
      about: 'self',
      age: '29',
      disability: 'severe',
      poverty: 'none',
      pregnant: 'yes',
      toddlers: '0',
      spouseCare: 'no',
    },
    amounts: { socialAllowance: 810_000, parentCareSupport: 810_000 },
    within: 10,
  },
  {
    who: 'a poor man of 40 with HIV and no stable income',
    answers: {
      ...atHome,
      about: 'self',
      age: '40',
      poverty: 'poor',
      hiv: 'yes',
      income: 'no',
      children: '0',
    },
    amounts: { socialAllowance: 810_000 },
    within: 10,
  },
  {
    who: 'a baby of one in a poor household of a difficult commune',
    answers: {
      ...atHome,
      about: 'child',
      age: '1',
      parents: 'both',
      poverty: 'poor',
      area: 'difficultEthnicMountain',
    },
    amounts: { socialAllowance: 810_000 },
    within: 8,
    neverAsked: ['studying', 'insurance', 'marriage', 'income'],
  },
  {
    who: 'a student of 17 who was paid as an orphan before 16',
    answers: {
      ...atHome,
      about: 'child',
      age: '17',
      formerly: 'yes',
      studying: 'yes',
      poverty: 'none',
    },
    amounts: { socialAllowance: 810_000 },
    within: 9,
    neverAsked: ['insurance'],
  },
  {
    who: 'a worker of 40 on no ground at all',
    answers: { ...atHome, about: 'self', age: '40', poverty: 'none' },
    amounts: {},
    within: 6,
    neverAsked: ['hiv', 'pregnant', 'children', 'marriage'],
  },
]
