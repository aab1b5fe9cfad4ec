import type { LocalDate } from '#calendar'

/** Since when everything of the demonstration is so, and was recorded. */
export const since = '2025-07-01' as LocalDate
