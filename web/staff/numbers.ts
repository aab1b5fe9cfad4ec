/** A number above 0 in an address or a form; undefined for anything else. */
export function wholeNumber(text: unknown): number | undefined {
  return numberIn(text) || undefined
}

/** A number in an address or a form; 0, which nothing bears, for anything else. */
export function numberIn(text: unknown): number {
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : 0
}
