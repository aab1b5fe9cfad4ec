import type { ReasonView } from './reason-tree.tsx'

/**
 * A refusal told briefly: what it fails on by itself (an age, a status), and only when there is no such thing, the
 * cases of which none applies, without what each of them would need.
 */
export function briefRefusal(line: ReasonView): ReasonView {
  if (line.truth !== 'no') return line
  const plain = line.children.filter((child) => child.children.length === 0)
  if (plain.length > 0) return { ...line, children: plain }
  return {
    ...line,
    children: line.children.map((child) => ({ ...child, children: child.children.map(alone) })),
  }
}

function alone(line: ReasonView): ReasonView {
  return { ...line, children: [] }
}
