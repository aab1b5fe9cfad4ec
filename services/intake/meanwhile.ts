import { setImmediate } from 'node:timers/promises'

/**
 * Asks the database for something and computes until it answers; gives what was computed. Nothing asked is left on its
 * way, also when the computing throws. What computes for long steps `aside` now and then.
 */
export async function meanwhile<Result>(
  ask: () => Promise<unknown>,
  compute: () => Promise<Result>,
): Promise<Result> {
  const asked = ask()
  // Thrown below, when it is waited for: until then nobody listens.
  asked.catch(() => {})
  try {
    await aside()
    return await compute()
  } finally {
    await asked
  }
}

/** Lets what is asked go out and what is answered come in: a connection holds little of either at a time. */
export async function aside(): Promise<void> {
  await setImmediate()
}
