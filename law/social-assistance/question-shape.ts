import type { Text } from '#rules'

/** How a fact is asked of a citizen, in plain words, with what helps to answer. */
export interface Question {
  text: Text
  hint?: Text
}
