/** A statement that two records are of one person, as far as who speaks hangs on it. */
export interface Edge {
  /** Later statements have larger numbers. */
  id: number
  a: number
  b: number
  /** The record that was to speak for the whole person when the statement was made. */
  speaks: number
}

/**
 * For each record of the edges the record that speaks for its person, from the standing edges alone: the choice of the
 * latest edge whose chosen record still belongs to the person, else the record with the smallest number. Taking an edge
 * away therefore brings back exactly who spoke before it.
 */
export function speakersOf(edges: readonly Edge[]): Map<number, number> {
  const speakers = new Map<number, number>()
  for (const component of componentsOf(edges)) {
    const latest = component.edges
      .filter(({ speaks }) => component.records.has(speaks))
      .reduce<Edge | undefined>((last, edge) => (last && last.id > edge.id ? last : edge), undefined)
    const speaker = latest?.speaks ?? Math.min(...component.records)
    for (const record of component.records) speakers.set(record, speaker)
  }
  return speakers
}

interface Component<Each extends Edge> {
  records: Set<number>
  edges: Each[]
}

/** The groups of records that edges hold together, each with its edges. */
export function componentsOf<Each extends Edge>(edges: readonly Each[]): Set<Component<Each>> {
  const byRecord = new Map<number, Component<Each>>()
  for (const edge of edges) {
    const into = byRecord.get(edge.a) ?? { records: new Set([edge.a]), edges: [] }
    const other = byRecord.get(edge.b) ?? { records: new Set([edge.b]), edges: [] }
    into.edges.push(edge)
    if (other !== into) {
      for (const record of other.records) into.records.add(record)
      into.edges.push(...other.edges)
    }
    for (const record of into.records) byRecord.set(record, into)
  }
  return new Set(byRecord.values())
}
