/** A place of a text and what the place is worth: more in a title than in a body. */
export interface Place {
  at: number
  worth: number
}

/** What a word is worth in the title, among names and tags, in the lead and in the body. */
export const worthOf: Readonly<Record<string, number>> = { A: 1, B: 0.4, C: 0.2, D: 0.1 }

/** A place at which words of the question stand: two of them where one is the beginning of the other. */
interface Standing extends Place {
  /** A bit for each word of the question. */
  words: number
}

/**
 * How well a text answers a question: the sum over its covers, which are the shortest stretches that hold what is asked
 * (every word, or any), of the worth of their places, less for every word between; divided by the logarithm of the
 * text's length. This is the cover density of Clarke, Cormack and Tudhope (2000) as PostgreSQL counts it; a test holds
 * the two together. `places` are those of each word asked for, in order; `length` is the number of words of the text.
 */
export function coverDensity(
  places: readonly (readonly Place[])[],
  { needs, length }: { needs: 'all' | 'some'; length: number },
): number {
  const [only = [], ...more] = places
  const logarithm = Math.log(length + 1)
  // Each place of a single word is a cover by itself.
  if (more.length === 0) return Math.fround(only.reduce((sum, { worth }) => sum + worth, 0) / logarithm)
  const standings = inOrder(places)
  const all = 2 ** places.length - 1
  const suffices = (words: number) => (needs === 'all' ? words === all : words !== 0)
  let sum = 0
  for (let from = 0; from < standings.length; ) {
    const end = reach(standings, { from, to: standings.length - 1, step: 1 }, suffices)
    if (end === undefined) break
    const begin = reach(standings, { from: end, to: from, step: -1 }, suffices) ?? from
    sum += worthOfCover(standings, begin, end)
    from = begin + 1
  }
  return Math.fround(sum / logarithm)
}

/** The places of all words as one walks through the text; what stands at one place is one standing. */
function inOrder(places: readonly (readonly Place[])[]): Standing[] {
  const standings: Standing[] = []
  const next = places.map(() => 0)
  for (;;) {
    let nearest: Place | undefined
    let words = 0
    for (let word = 0; word < places.length; word += 1) {
      const place = places[word]?.[next[word] ?? 0]
      if (place === undefined || (nearest && place.at > nearest.at)) continue
      words = nearest?.at === place.at ? words | (1 << word) : 1 << word
      nearest = place
    }
    if (!nearest) return standings
    standings.push({ at: nearest.at, worth: nearest.worth, words })
    for (let word = 0; word < places.length; word += 1)
      if (words & (1 << word)) next[word] = (next[word] ?? 0) + 1
  }
}

/** The first place on the way at which enough words were met. */
function reach(
  standings: readonly Standing[],
  { from, to, step }: { from: number; to: number; step: 1 | -1 },
  suffices: (words: number) => boolean,
): number | undefined {
  let met = 0
  for (let place = from; (to - place) * step >= 0; place += step) {
    met |= standings[place]?.words ?? 0
    if (suffices(met)) return place
  }
  return undefined
}

function worthOfCover(standings: readonly Standing[], begin: number, end: number): number {
  let inverse = 0
  for (let place = begin; place <= end; place += 1) inverse += 1 / (standings[place]?.worth ?? 1)
  const between = (standings[end]?.at ?? 0) - (standings[begin]?.at ?? 0) - (end - begin)
  return (end - begin + 1) / inverse / (1 + between)
}
