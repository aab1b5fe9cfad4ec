import type { ParameterRow } from '#rules'

/**
 * Standards the provincial council has set above the national one (NĐ 20/2021 Đ4.3, NĐ 335/2026 Đ4.3), written
 * like the national rows and each twice: for everybody and `forClass: 'recipient'`, because a rule for a class
 * prevails. No resolution of Nghệ An is known, so the national standard applies. Never below the national one:
 * standard.test.ts refuses it.
 */
export const provinceStandard: readonly ParameterRow[] = []
