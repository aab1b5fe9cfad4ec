import type { Relation } from './recording.ts'

/** What the old head is to somebody who was `relation` to them. Undefined: not certain. */
const inverse: { readonly [Of in Relation]?: Relation } = {
  spouse: 'spouse',
  child: 'parent',
  parent: 'child',
  grandchild: 'grandparent',
  grandparent: 'grandchild',
  sibling: 'sibling',
}

/**
 * What follows for certain, by what the new head was to the old one and then by what the other was. Whatever a step-,
 * half- or foster relation could make otherwise is left out; `other` stands where no word of the list could fit.
 */
const composed: { readonly [NewHead in Relation]?: { readonly [Of in Relation]?: Relation } } = {
  spouse: { parent: 'other', sibling: 'other', grandparent: 'other' },
  child: { child: 'sibling', parent: 'grandparent', sibling: 'other', grandparent: 'other' },
  parent: { child: 'grandchild', spouse: 'other', grandchild: 'other' },
  sibling: { child: 'other', spouse: 'other', grandchild: 'other' },
  grandchild: { parent: 'other', sibling: 'other', grandparent: 'other' },
  grandparent: { child: 'other', spouse: 'other', grandchild: 'other' },
}

/**
 * What somebody is to the new head of their household, from what both were to the old one. Undefined when more than
 * one answer is possible: a child of the head may be no child of the spouse.
 */
export function relationToNewHead(newHead: Relation, other: Relation): Relation | undefined {
  if (newHead === 'head') return other
  return other === 'head' ? inverse[newHead] : composed[newHead]?.[other]
}
