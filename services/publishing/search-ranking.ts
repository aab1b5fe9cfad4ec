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

function inOrder(places: readonly (readonly Place[])[]): Standing[] {
  const byPlace = new Map<number, Standing>()
  places.forEach((each, word) => {
    for (const { at, worth } of each) {
      const before = byPlace.get(at)
      if (before) before.words |= 1 << word
      else byPlace.set(at, { at, worth, words: 1 << word })
    }
  })
  return [...byPlace.values()].sort((one, other) => one.at - other.at)
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
  const within = standings.slice(begin, end + 1)
  const inverse = within.reduce((sum, { worth }) => sum + 1 / worth, 0)
  const stretch = (within.at(-1)?.at ?? 0) - (within[0]?.at ?? 0)
  return within.length / inverse / (1 + stretch - (within.length - 1))
}
