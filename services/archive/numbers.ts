/** Numbers as people write them: `12, 15–17`. They come in order. */
export function writeNumbers(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(', ')
}

/** Most numbers one line of text may name. */
const numbersMax = 20_000

/** `12, 15-17` as numbers, each once and in order; undefined when it is not that. */
export function parseNumbers(text: string): number[] | undefined {
  const numbers = new Set<number>()
  for (const part of text
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[,;\s]+/)
    .filter((each) => each !== '')) {
    const found = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part)
    const [from, to] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])]
    if (!found || from > to || to - from > numbersMax) return undefined
    for (let number = from; number <= to; number++) numbers.add(number)
  }
  return numbers.size === 0 || numbers.size > numbersMax
    ? undefined
    : [...numbers].sort((one, other) => one - other)
}
