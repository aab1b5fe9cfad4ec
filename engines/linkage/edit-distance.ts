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

/** How many edits two of the texts are apart; `limit + 1` for more than `limit`. */
export type EditsApart = (first: number, second: number, limit: number) => number

/** What SQL's damerau_levenshtein counts, and sooner, because who asks only wants to know of a few. */
export function editsApartIn({ letters, starts, letterSets }: Texts): EditsApart {
  const reckon = damerauLevenshtein(letters)
  return (first, second, limit) => {
    if (first === second) return 0
    if (countBits((letterSets[first] as number) ^ (letterSets[second] as number)) > 2 * limit)
      return limit + 1
    let from = starts[first] as number
    let to = starts[second] as number
    let fromEnd = starts[first + 1] as number
    let toEnd = starts[second + 1] as number
    const difference = fromEnd - from - (toEnd - to)
    if (difference > limit || -difference > limit) return limit + 1
    while (from < fromEnd && to < toEnd && letters[from] === letters[to]) {
      from++
      to++
    }
    while (from < fromEnd && to < toEnd && letters[fromEnd - 1] === letters[toEnd - 1]) {
      fromEnd--
      toEnd--
    }
    if (from === fromEnd || to === toEnd) return Math.min(Math.max(fromEnd - from, toEnd - to), limit + 1)
    return reckon({ from, fromEnd, to, toEnd }, limit)
  }
}

interface Stretches {
  from: number
  fromEnd: number
  to: number
  toEnd: number
}

/**
 * Damerau, CACM 7(3) 1964, as reckoned by Lowrance and Wagner, JACM 22(2) 1975: swapped neighbours are one edit. Only
 * the cells that can lie within the limit are filled (Ukkonen, Information and Control 64, 1985), and the rest ends it.
 */
function damerauLevenshtein(letters: Uint8Array): (stretches: Stretches, limit: number) => number {
  let table = new Int32Array(1 << 12)
  const lastRow = new Int32Array(256)
  return ({ from, fromEnd, to, toEnd }, limit) => {
    const [rows, columns] = [fromEnd - from, toEnd - to]
    const width = columns + 2
    const far = limit + 1
    if ((rows + 1) * width > table.length) table = new Int32Array((rows + 1) * width * 2)
    lastRow.fill(0)
    for (let column = 0; column <= columns; column++) table[column] = column
    let [least, leastBefore] = [0, 0]
    for (let row = 1; row <= rows && Math.min(least, leastBefore) <= limit; row++) {
      const [low, high] = [Math.max(1, row - limit), Math.min(columns, row + limit)]
      const [here, above] = [row * width, (row - 1) * width]
      const letter = letters[from + row - 1] as number
      table[here + low - 1] = low === 1 ? row : far
      if (row + limit <= columns) table[above + high] = row === 1 ? high : far
      let lastColumn = 0
      for (let column = Math.max(1, low - limit); column < low; column++)
        if (letters[to + column - 1] === letter) lastColumn = column
      leastBefore = least
      least = low === 1 ? row : far
      for (let column = low; column <= high; column++) {
        const alike = letters[to + column - 1] === letter
        const swappedRow = lastRow[letters[to + column - 1] as number] as number
        let edits = (table[above + column - 1] as number) + (alike ? 0 : 1)
        edits = Math.min(
          edits,
          (table[above + column] as number) + 1,
          (table[here + column - 1] as number) + 1,
        )
        const apart = swappedRow - lastColumn
        if (swappedRow > 0 && lastColumn > 0 && apart <= limit && -apart <= limit) {
          const between = row - swappedRow - 1 + (column - lastColumn - 1)
          edits = Math.min(edits, (table[(swappedRow - 1) * width + lastColumn - 1] as number) + between + 1)
        }
        if (alike) lastColumn = column
        table[here + column] = edits
        if (edits < least) least = edits
      }
      lastRow[letter] = row
    }
    return Math.min(least > limit ? far : (table[rows * width + columns] as number), far)
  }
}

function countBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
