import { FeedbackRefused } from './refusals.ts'

/** What an officer typed, tidied; refused with this sentence when it is shorter or longer than it may be. */
export function within(
  text: string,
  { from, to }: { from: number; to: number },
  refusal: { vi: string; en: string },
): string {
  const clean = text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim()
  const { length } = [...clean]
  if (length < from || length > to) throw new FeedbackRefused(refusal)
  return clean
}
