import { day } from '#calendar'
import { decision59, decree07, decree30, decree351 } from '#law/instruments'
import { cite, parameter } from '#rules'

/** Income lines, đồng per head a month. The year is the one a list holds for, not the year of the review. */

const at59 = cite(decision59, 'Đ2', 'memory')
const at07 = cite(decree07, 'Đ3', 'secondary')
const at351 = cite(decree351, 'Đ3', 'secondary')
/** The bands of average living standard are remembered, not read. */
const bands07 = cite(decree07, 'Đ3', 'memory')
const at30 = cite(decree30, 'Đ1', 'secondary')
const from2027 = decree351.from

function line(id: string, before2022: number, from2022: number, since2027: number) {
  return parameter(id, [
    { value: before2022, from: decision59.from, cite: at59 },
    { value: from2022, from: decree07.from, cite: at07 },
    { value: since2027, from: from2027, cite: at351 },
  ])
}

export const povertyLines = [
  ...line('lineRural', 700_000, 1_500_000, 2_200_000),
  ...line('lineUrban', 900_000, 2_000_000, 2_800_000),
  // Until 2021 a second, higher line set apart who was near-poor, or poor by deprivation.
  ...parameter('secondLineRural', [
    { value: 1_000_000, from: decision59.from, until: decree07.from, cite: at59 },
    { value: 1_500_000, from: decree07.from, cite: at07 },
    { value: 2_200_000, from: from2027, cite: at351 },
  ]),
  ...parameter('secondLineUrban', [
    { value: 1_300_000, from: decision59.from, until: decree07.from, cite: at59 },
    { value: 2_000_000, from: decree07.from, cite: at07 },
    { value: 2_800_000, from: from2027, cite: at351 },
  ]),
  // What counts as average from 2027 on is not known: article-3.ts calls nobody so from then on.
  ...parameter('averageRural', [
    { value: 1_500_000, from: decision59.from, cite: at59 },
    { value: 2_250_000, from: decree07.from, cite: bands07 },
  ]),
  ...parameter('averageUrban', [
    { value: 1_950_000, from: decision59.from, cite: at59 },
    { value: 3_000_000, from: decree07.from, cite: bands07 },
  ]),
  ...parameter('lowIncomeRural', [{ value: 2_250_000, from: day('2025-02-24'), cite: at30 }]),
  ...parameter('lowIncomeUrban', [{ value: 3_000_000, from: day('2025-02-24'), cite: at30 }]),
]
