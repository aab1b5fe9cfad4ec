import { placeCodes } from '#identity'
import type { Sex } from './names.ts'
import type { Random } from './random.ts'

/** Numbers that no two people share: each counter runs through its range in a scattered order. */
export interface Numbers {
  citizenId: (sex: Sex, year: number, random: Random) => string
  oldId: () => string
  phone: () => string
}

const codes = [...placeCodes.keys()]

export function numbersOf(): Numbers {
  const cells = new Map<string, number>()
  const take = (cell: string) => {
    const taken = cells.get(cell) ?? 0
    cells.set(cell, taken + 1)
    return taken
  }
  return {
    citizenId(sex, year, random) {
      const place = random.chance(0.9) ? '040' : random.pick(codes)
      const century = (year < 2000 ? 0 : 2) + (sex === 'female' ? 1 : 0)
      const start = `${place}${century}${String(year % 100).padStart(2, '0')}`
      return start + scattered(take(start), 6, start)
    },
    oldId: () => `18${scattered(take('old'), 7, 'old')}`,
    phone: () => `09${scattered(take('phone'), 8, 'phone')}`,
  }
}

/** The number `at` of the range in an order that visits every number once and begins elsewhere in every cell. */
function scattered(at: number, digits: number, cell: string): string {
  const range = 10 ** digits
  const start = [...cell].reduce((sum, letter) => (sum * 131 + letter.charCodeAt(0)) % 1_000_003, 7)
  const number = Number((BigInt(at + start * 7_919) * 387_420_489n) % BigInt(range))
  return String(number).padStart(digits, '0')
}
