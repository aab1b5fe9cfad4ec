/** Texts of ASCII letters side by side: text `i` stands from `starts[i]` to `starts[i + 1]`. */
export interface Texts {
  letters: Uint8Array
  starts: Int32Array
  /** Which letters occur in each text, a bit a letter: one edit moves at most two bits. */
  letterSets: Int32Array
}

export function textsOf(texts: readonly string[]): Texts {
  const starts = new Int32Array(texts.length + 1)
  for (const [index, text] of texts.entries()) starts[index + 1] = (starts[index] as number) + text.length
  const letters = new Uint8Array(starts[texts.length] as number)
  const letterSets = new Int32Array(texts.length)
  for (const [index, text] of texts.entries()) {
    const start = starts[index] as number
    for (let at = 0; at < text.length; at++) {
      const letter = text.charCodeAt(at)
      letters[start + at] = letter
      letterSets[index] = (letterSets[index] as number) | (1 << (letter & 31))
    }
  }
  return { letters, starts, letterSets }
}

/** Whether two of the texts are at most `limit` edits apart: what SQL's damerau_levenshtein counts, and sooner. */
export type WithinEdits = (first: number, second: number, limit: number) => boolean

export function withinEdits({ letters, starts, letterSets }: Texts): WithinEdits {
  const reckon = damerauLevenshtein(letters)
  return (first, second, limit) => {
    if (first === second) return true
    if (countBits((letterSets[first] as number) ^ (letterSets[second] as number)) > 2 * limit) return false
    let from = starts[first] as number
    let to = starts[second] as number
    let fromEnd = starts[first + 1] as number
    let toEnd = starts[second + 1] as number
    const difference = fromEnd - from - (toEnd - to)
    if (difference > limit || -difference > limit) return false
    while (from < fromEnd && to < toEnd && letters[from] === letters[to]) {
      from++
      to++
    }
    while (from < fromEnd && to < toEnd && letters[fromEnd - 1] === letters[toEnd - 1]) {
      fromEnd--
      toEnd--
    }
    const longer = Math.max(fromEnd - from, toEnd - to)
    if (Math.min(fromEnd - from, toEnd - to) === 0) return longer <= limit
    // Between the first and the last difference of texts a few edits apart there is little left to reckon.
    return reckon({ from, fromEnd, to, toEnd }) <= limit
  }
}

interface Stretches {
  from: number
  fromEnd: number
  to: number
  toEnd: number
}

/** Damerau, CACM 7(3) 1964, as reckoned by Lowrance and Wagner, JACM 22(2) 1975: swapped neighbours are one edit. */
function damerauLevenshtein(letters: Uint8Array): (stretches: Stretches) => number {
  let table = new Int32Array(1 << 12)
  const lastRow = new Int32Array(256)
  return ({ from, fromEnd, to, toEnd }) => {
    const rows = fromEnd - from
    const width = toEnd - to + 2
    if ((rows + 2) * width > table.length) table = new Int32Array((rows + 2) * width * 2)
    const far = rows + width
    lastRow.fill(0)
    table[0] = far
    for (let row = 0; row <= rows; row++) {
      table[(row + 1) * width] = far
      table[(row + 1) * width + 1] = row
    }
    for (let column = 0; column <= width - 2; column++) {
      table[column + 1] = far
      table[width + column + 1] = column
    }
    for (let row = 1; row <= rows; row++) {
      let lastColumn = 0
      for (let column = 1; column <= width - 2; column++) {
        const swappedRow = lastRow[letters[to + column - 1] as number] as number
        const swappedColumn = lastColumn
        const alike = letters[from + row - 1] === letters[to + column - 1]
        if (alike) lastColumn = column
        const above = table[row * width + column + 1] as number
        const before = table[(row + 1) * width + column] as number
        const diagonal = table[row * width + column] as number
        const swapped =
          (table[swappedRow * width + swappedColumn] as number) +
          (row - swappedRow - 1) +
          1 +
          (column - swappedColumn - 1)
        table[(row + 1) * width + column + 1] = Math.min(
          diagonal + (alike ? 0 : 1),
          above + 1,
          before + 1,
          swapped,
        )
      }
      lastRow[letters[from + row - 1] as number] = row
    }
    return table[(rows + 1) * width + width - 1] as number
  }
}

function countBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
