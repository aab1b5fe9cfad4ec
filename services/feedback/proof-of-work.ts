import { randomBytes, randomInt } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge } from 'altcha-lib/types'
import { z } from 'zod'

/** Rounds of one try, and the most tries: about a second on an office PC, a few on a cheap phone. */
const cost = 2_000
const tries = { from: 200, to: 800 }

/** What the browser is asked to compute: signed with a key of its own, so that it cannot be made easier. */
export interface Work {
  challenge: Challenge
  key: string
}

/**
 * A task for the browser of the visitor; `id` finds the key again. When it ends is kept with the key: the library
 * would compare with a clock of its own.
 */
export async function setWork(id: string): Promise<Work> {
  const key = randomBytes(32).toString('base64url')
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost,
    counter: randomInt(tries.from, tries.to),
    data: { id },
    deriveKey,
    hmacSignatureSecret: key,
    hmacKeySignatureSecret: key,
  })
  return { challenge, key }
}

const payload = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.string(),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      data: z.object({ id: z.uuid() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }).loose(),
})

export type WorkProof = z.infer<typeof payload>

/** The form's field `altcha` (base64 of JSON), or undefined when it is no such thing. */
export function readWorkProof(field: string): WorkProof | undefined {
  try {
    const read = payload.safeParse(JSON.parse(Buffer.from(field, 'base64').toString('utf8')))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** Whether the work was done, for the challenge that `key` signed. */
export async function isWorkDone(proof: WorkProof, key: string): Promise<boolean> {
  const result = await verifySolution({
    challenge: proof.challenge,
    solution: proof.solution,
    deriveKey,
    hmacSignatureSecret: key,
    hmacKeySignatureSecret: key,
  })
  return result.verified
}
