/** SHA-256 of the file in hex: the same file twice has the same hash. */
export async function fileHash(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A quick hash of what a row says (two FNV-1a in 16 hex digits): to recognise a row again, not to protect it. */
export function rowHash(text: string): string {
  let one = 0x811c9dc5
  let two = 0x2f0b4a37
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ (code + index), 0x01000193)
  }
  return hex(one) + hex(two)
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0')
}
