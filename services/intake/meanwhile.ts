import { setImmediate } from 'node:timers/promises'

/**
 * Asks the database for something and computes until it answers; gives what was computed. Nothing asked is left on its
 * way, also when the computing throws.
 */
export async function meanwhile<Result>(ask: () => Promise<unknown>, compute: () => Result): Promise<Result> {
  const asked = ask()
  // Thrown below, when it is waited for: until then nobody listens.
  asked.catch(() => {})
  try {
    // What is asked leaves this machine's hands before the computing begins.
    await setImmediate()
    return compute()
  } finally {
    await asked
  }
}
