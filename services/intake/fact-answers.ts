import { foldText } from '#identity'
import { factColumns } from './fact-columns.ts'

/** The code of each word, by the fact; undefined for a fact that is a number. */
const answers = new Map(
  factColumns.map(({ fact, values }) => [
    fact,
    values === 'count'
      ? undefined
      : new Map(
          Object.entries(values).flatMap(([code, words]) =>
            words.map((word): [string, string] => [foldText(word), code]),
          ),
        ),
  ]),
)

/** The code that a cell or a heading gives as the answer about a fact; undefined when it is none. */
export function answerOf(fact: string, written: string): string | undefined {
  const folded = foldText(written)
  const codes = answers.get(fact)
  if (codes) return codes.get(folded)
  return /^\d{1,2}$/.test(folded) ? String(Number(folded)) : undefined
}
