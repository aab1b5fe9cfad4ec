interface Kept<Value> {
  value: Promise<Value>
  /** Milliseconds of the process's own clock. */
  until: number
}

/**
 * The same reading, done again only after some seconds: for what stands on pages that everybody shares and that are
 * themselves kept for half a minute. Never for what belongs to somebody, nor for what must be gone at once.
 */
export function keptBriefly<Source extends object, Value>(
  read: (source: Source) => Promise<Value>,
  { seconds = 10, elapsed = () => performance.now() }: { seconds?: number; elapsed?: () => number } = {},
): (source: Source) => Promise<Value> {
  const kept = new WeakMap<Source, Kept<Value>>()
  return (source) => {
    const before = kept.get(source)
    if (before && before.until > elapsed()) return before.value
    const value = read(source)
    const now = { value, until: elapsed() + seconds * 1000 }
    kept.set(source, now)
    value.catch(() => kept.get(source) === now && kept.delete(source))
    return value
  }
}
