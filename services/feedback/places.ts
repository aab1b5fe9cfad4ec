import { findToned, readWords } from './phrases.ts'

/** A commune by its whole name: “Phường Vinh Phú”. */
interface Named {
  uid: string
  name: string
}

/** The one commune that a text names, with the words it was read from; undefined where it names none, or several. */
export function findPlaceNamed<Commune extends Named>(
  text: string,
  communes: readonly Commune[],
): { uid: string; words: string } | undefined {
  const read = readWords(text)
  const found = communes.flatMap(({ uid, name }) => {
    const [words] = findToned(read, [readWords(name).written.join(' ')])
    return words === undefined ? [] : [{ uid, words }]
  })
  // “Xã Quỳnh Lưu” is named by who writes of “xã Quỳnh Lưu Đông” too: the longer name is meant.
  const meant = found.filter(
    ({ words }) => !found.some((other) => other.words !== words && other.words.includes(words)),
  )
  return meant.length === 1 ? meant[0] : undefined
}
