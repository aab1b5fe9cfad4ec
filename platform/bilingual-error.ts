/** An error for the person who runs the machine: one sentence in each language, what happened and what to do next. */
export class BilingualError extends Error {
  readonly vi: string
  readonly en: string

  constructor(sentence: { vi: string; en: string }, options?: ErrorOptions) {
    super(sentence.vi, options)
    this.name = 'BilingualError'
    this.vi = sentence.vi
    this.en = sentence.en
  }
}

/**
 * What an error says in both languages; undefined for one that says nothing to people. Those of the engines, which know
 * no platform, say it by having `vi` and `en`.
 */
export function sentenceOf(error: unknown): { vi: string; en: string } | undefined {
  if (!(error instanceof Error && 'vi' in error && 'en' in error)) return undefined
  const { vi, en } = error
  return typeof vi === 'string' && typeof en === 'string' ? { vi, en } : undefined
}
