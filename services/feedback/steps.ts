import type { ActKind } from './tables.ts'

/** The acts that are told to the sender and to everybody who follows. */
const publicActs = [
  'receive',
  'send',
  'take',
  'approve',
  'close',
  'escalate',
  'reopen',
  'publish',
  'unpublish',
  'withdrawConsent',
  'join',
] as const satisfies readonly ActKind[]

/** One step as the sender is told it. */
export interface PublicStep {
  act: (typeof publicActs)[number]
  at: Date
  /** Who it went to, where the step is a hand-over. */
  agency?: string
  unitUid?: string | null
  because?: string
}

interface Done {
  act: ActKind
  at: Date
  details: Record<string, unknown>
}

/** The steps of a message as its sender may know them; of a reserved one only that it came and that it ended. */
export function publicStepsOf(acts: readonly Done[], { isReserved }: { isReserved: boolean }): PublicStep[] {
  return acts.flatMap(({ act, at, details }) => {
    const told = publicActs.find((each) => each === act)
    if (!told || (isReserved && told !== 'receive' && told !== 'close')) return []
    if (isReserved) return [{ act: told, at }]
    const { agency, unitUid, because } = details
    return [
      {
        act: told,
        at,
        ...(typeof agency === 'string' && (told === 'send' || told === 'reopen')
          ? { agency, unitUid: typeof unitUid === 'string' ? unitUid : null }
          : {}),
        ...(typeof because === 'string' && told === 'close' ? { because } : {}),
      },
    ]
  })
}
