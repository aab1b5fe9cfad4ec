/** Bytes of a WebAssembly module, nested as they are put together. */
export type Code = readonly (number | Code)[]

/** An unsigned number in LEB128: seven bits a byte, the high bit says that more follow. */
export function unsigned(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest % 128
    rest = Math.floor(rest / 128)
    bytes.push(rest > 0 ? low | 0x80 : low)
  } while (rest > 0)
  return bytes
}

/** A signed number in LEB128. */
export function signed(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (;;) {
    const low = rest & 0x7f
    rest >>= 7
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)
    bytes.push(done ? low : low | 0x80)
    if (done) return bytes
  }
}

/** A list with its length before it. */
export function list(items: readonly Code[]): Code {
  return [unsigned(items.length), items]
}

/** A name: its length in bytes, then ASCII. */
export function name(text: string): Code {
  return [unsigned(text.length), [...text].map((letter) => letter.charCodeAt(0))]
}

/** A part of a module with its length before it. */
export function sized(code: Code): Code {
  return [unsigned(lengthOf(code)), code]
}

function lengthOf(code: Code): number {
  let length = 0
  for (const each of code) length += typeof each === 'number' ? 1 : lengthOf(each)
  return length
}

/** The bytes one after another. */
export function flat(code: Code): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lengthOf(code))
  let next = 0
  const put = (part: Code): void => {
    for (const each of part)
      if (typeof each === 'number') bytes[next++] = each
      else put(each)
  }
  put(code)
  return bytes
}
