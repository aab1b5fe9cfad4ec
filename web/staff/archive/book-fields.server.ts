import { countIn, textIn } from './tools.server.ts'
import type { words } from './words.ts'

/** Numbers a book may have; the database holds the same. */
const [numberMax, numbersMax] = [100_000, 20_000]

/** The name and numbers of a book as a form gives them, and what is wrong with each, by field. */
export function bookIn(
  form: FormData,
  t: Pick<(typeof words)['vi'], 'badName' | 'badNumber' | 'badOrder' | 'tooMany' | 'numberFrom' | 'numberTo'>,
  { nameField, hasNumbers }: { nameField: string; hasNumbers: boolean },
): { name: string; numberFrom: number; numberTo: number; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const name = textIn(form, 'name').slice(0, 200)
  if (name === '') errors[nameField] = t.badName
  const [numberFrom, numberTo] = [countIn(form.get('numberFrom')), countIn(form.get('numberTo'))]
  if (hasNumbers) {
    if (numberFrom === undefined || numberFrom > numberMax) errors.numberFrom = t.badNumber(t.numberFrom)
    if (numberTo === undefined || numberTo > numberMax) errors.numberTo = t.badNumber(t.numberTo)
    else if (numberFrom !== undefined && numberFrom > numberTo) errors.numberTo = t.badOrder
    else if (numberFrom !== undefined && numberTo - numberFrom >= numbersMax) errors.numberTo = t.tooMany
  }
  return { name, numberFrom: numberFrom ?? 0, numberTo: numberTo ?? 0, errors }
}
