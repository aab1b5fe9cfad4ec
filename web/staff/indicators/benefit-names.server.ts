import { type LocalDate, monthOf } from '#calendar'
import { programFor } from '#law/social-assistance'
import type { Text } from '#rules'

/** The law's names of the monthly benefits, by id. */
export function benefitNames(on: LocalDate): Record<string, Text> {
  const { benefits } = programFor({ month: monthOf(on), knownOn: on, recipient: false })
  return Object.fromEntries(benefits.map(({ id, text }) => [id, text]))
}
