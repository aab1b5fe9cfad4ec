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
