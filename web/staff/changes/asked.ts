import { type LocalDate, parseDay } from '#calendar'
import type { ActKind } from '#registry'

/** Which act a form is for: what the address of `/can-bo/ghi` says. */
export interface AskedAct {
  kind: ActKind
  personId: number | undefined
  householdId: number | undefined
  /** The fact, or what of the person's own record. */
  key: string | undefined
  /** A day on which the value that is meant holds. */
  on: LocalDate | undefined
}

const kinds: Readonly<Record<ActKind, 'fact' | 'person' | 'household'>> = {
  correctFact: 'fact',
  endFact: 'fact',
  replaceFact: 'fact',
  correctPerson: 'person',
  replacePersonValue: 'person',
  endPersonValue: 'person',
  death: 'person',
  undoDeath: 'person',
  move: 'person',
  return: 'person',
  join: 'person',
  leave: 'person',
  correctRelation: 'person',
  split: 'household',
  merge: 'household',
  changeHead: 'household',
}

export const actKinds = Object.keys(kinds) as ActKind[]

/** What of a person's own record an officer may correct. */
export const correctableKeys = ['name', 'sex', 'birth', 'citizenId', 'oldId', 'village'] as const

const ofPersonsOwn = new Set<ActKind>(['correctPerson', 'replacePersonValue', 'endPersonValue'])

/** The act that an address asks for; undefined when the address names none, or nobody. */
export function askedIn(params: URLSearchParams): AskedAct | undefined {
  const kind = actKinds.find((each) => each === params.get('viec'))
  if (!kind) return undefined
  const asked = {
    kind,
    personId: idIn(params.get('nguoi')),
    householdId: idIn(params.get('ho')),
    key: keyIn(params.get('dieu')),
    on: parseDay(params.get('vao') ?? ''),
  }
  if (ofPersonsOwn.has(kind) && !correctableKeys.some((each) => each === asked.key)) return undefined
  const isAbout = {
    fact: (asked.personId === undefined) !== (asked.householdId === undefined),
    person: asked.personId !== undefined,
    household: asked.householdId !== undefined,
  }
  return isAbout[kinds[kind]] ? asked : undefined
}

/** A name of ours, never one that every object answers to. */
function keyIn(text: string | null): string | undefined {
  return text && /^[a-z]\w{0,40}$/i.test(text) && !(text in Object.prototype) ? text : undefined
}

function idIn(text: string | null): number | undefined {
  return text && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** The address of the form of an act, below `/can-bo`. */
export function actPath(asked: {
  kind: ActKind
  personId?: number | undefined
  householdId?: number | undefined
  key?: string | undefined
  on?: string | undefined
}): string {
  const { kind, personId, householdId, key, on } = asked
  const params = new URLSearchParams({ viec: kind })
  if (personId !== undefined) params.set('nguoi', String(personId))
  if (householdId !== undefined) params.set('ho', String(householdId))
  if (key !== undefined) params.set('dieu', key)
  if (on !== undefined) params.set('vao', on)
  return `/can-bo/ghi?${params}`
}
