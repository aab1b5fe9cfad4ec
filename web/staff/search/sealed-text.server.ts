import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { Database } from '#platform/database'
import { getSecret } from '#platform/secrets'

/**
 * What an officer typed, as an address may carry it: names and numbers must not stand in the logs of proxies or in a
 * browser's history, and yet a list must have pages, a way back and an export. Opens for the same officer alone.
 */
export async function sealText(database: Database, officerId: string, text: string): Promise<string> {
  const start = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await keyOf(database), start)
  cipher.setAAD(Buffer.from(officerId))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([start, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Undefined for what somebody else sealed, or nobody. */
export async function openText(
  database: Database,
  officerId: string,
  sealed: string,
): Promise<string | undefined> {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 28 || bytes.length > 1_000) return undefined
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(database), bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(officerId))
  decipher.setAuthTag(bytes.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

const keys = new WeakMap<Database, Buffer>()

async function keyOf(database: Database): Promise<Buffer> {
  const known = keys.get(database)
  if (known) return known
  const key = createHash('sha256')
    .update(await getSecret(database, 'search'))
    .digest()
  keys.set(database, key)
  return key
}
