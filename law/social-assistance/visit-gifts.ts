import { decree335 } from '#law/instruments'
import { type Citation, cite } from '#rules'

export type Visitor = 'centralLeader' | 'ministryOrProvince'
export type Visited = 'unit' | 'household' | 'person'

/** Decree 335/2026 Điều 14: gifts of leaders on visits, in money and with goods of a worth beside it, in đồng. */
const gifts: Readonly<Record<Visitor, Readonly<Record<Visited, { cashDong: number; goodsDong: number }>>>> = {
  centralLeader: {
    unit: { cashDong: 5_000_000, goodsDong: 500_000 },
    household: { cashDong: 3_000_000, goodsDong: 500_000 },
    person: { cashDong: 1_000_000, goodsDong: 500_000 },
  },
  ministryOrProvince: {
    unit: { cashDong: 3_000_000, goodsDong: 500_000 },
    household: { cashDong: 2_000_000, goodsDong: 300_000 },
    person: { cashDong: 1_000_000, goodsDong: 300_000 },
  },
}

/** The gift a visitor brings, since 5/10/2026. */
export function visitGift(
  visitor: Visitor,
  visited: Visited,
): { cashDong: number; goodsDong: number; cite: Citation } {
  return { ...gifts[visitor][visited], cite: cite(decree335, 'Đ14') }
}
