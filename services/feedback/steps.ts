import { type CompetentBody, type FeedbackPath, isCompetentBody } from '#law/feedback'
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
  'refer',
  'accept',
  'extend',
] as const satisfies readonly ActKind[]

/** One step as the sender is told it. */
export interface PublicStep {
  act: (typeof publicActs)[number]
  at: Date
  /** Who it went to, where the step is a hand-over. */
  agency?: string
  unitUid?: string | null
  because?: string
  /** Who is competent for it, of a denunciation that was sent on: its sender is told so by law. */
  body?: { to: CompetentBody; unitUid: string | null; name?: string }
}

/** What the sender of a reserved message is told of; who let which clock run out is none of it. */
const reservedActs: readonly ActKind[] = ['receive', 'take', 'refer', 'accept', 'extend', 'approve', 'close']

interface Done {
  act: ActKind
  at: Date
  details: Record<string, unknown>
  /** Where it was done. */
  path: FeedbackPath
}

/**
 * The steps of a message as its sender may know them. What was done on a reserved path is told in its own words: neither
 * by whom nor why, whoever else may have the receipt before them.
 */
export function publicStepsOf(acts: readonly Done[]): PublicStep[] {
  return acts.flatMap(({ act, at, details, path }) => {
    const told = publicActs.find((each) => each === act)
    if (!told) return []
    if (path !== 'open')
      return reservedActs.includes(told) ? [{ act: told, at, ...bodyIn(told, details, path) }] : []
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

/** Of a child it is not said where its report went. */
function bodyIn(
  act: PublicStep['act'],
  { to, toUnitUid, toName }: Record<string, unknown>,
  path: FeedbackPath,
): Pick<PublicStep, 'body'> {
  if (act !== 'refer' || path !== 'denunciation' || typeof to !== 'string' || !isCompetentBody(to)) return {}
  const unitUid = typeof toUnitUid === 'string' ? toUnitUid : null
  return { body: { to, unitUid, ...(typeof toName === 'string' ? { name: toName } : {}) } }
}
