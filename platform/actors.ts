/** Who does something: an officer who signed in, the machine itself, or a citizen without an account. */
export type Actor =
  | {
      kind: 'officer'
      id: string
      name: string
      role: string
      /** The unit whose people the officer sees, by its uid; `province` sees all. */
      unitUid: string | 'province'
      /** Areas of work, such as `socialAssistance`; `*` is every area. */
      areas: readonly string[]
      /** The agency they work for, by its code in `#law/authorities`. */
      agency?: string | null
    }
  | { kind: 'system'; job: string }
  | { kind: 'citizen' }

/** The actor as the audit log names it: `officer:…`, `system:sweep`, `citizen`. */
function nameOf(actor: Actor): string {
  if (actor.kind === 'officer') return `officer:${actor.id}`
  return actor.kind === 'system' ? `system:${actor.job}` : 'citizen'
}

/**
 * What row-level security reads. The scope is a unit's uid, `province`, or empty for nobody's; areas are joined by
 * commas, `*` being all. The machine sees the whole province in every area; a citizen sees no row by these settings.
 * Leaders read and change nothing.
 */
export function settingsOf(actor: Actor): {
  name: string
  scope: string
  areas: string
  changes: 'yes' | 'no'
  agency: string
} {
  const name = nameOf(actor)
  if (actor.kind === 'system') return { name, scope: 'province', areas: '*', changes: 'yes', agency: '' }
  if (actor.kind === 'citizen') return { name, scope: '', areas: '', changes: 'no', agency: '' }
  if (!actor.unitUid) throw new Error(`The officer ${actor.id} belongs to no unit`)
  const odd = actor.areas.find((area) => area.includes(','))
  if (odd !== undefined) throw new Error(`An area of work has no comma: "${odd}"`)
  return {
    name,
    scope: actor.unitUid,
    areas: actor.areas.join(','),
    changes: actor.role === 'leader' ? 'no' : 'yes',
    agency: actor.agency ?? '',
  }
}
