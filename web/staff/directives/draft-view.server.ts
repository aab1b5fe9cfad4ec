import {
  type BeforeIssuing,
  type Directive,
  type DraftToDecide,
  getDirective,
  type LeadCandidate,
  listEvents,
  listHindrances,
  namesOfParties,
  type RefusalCode,
  readBeforeIssuing,
} from '#directives'
import type { KeptKind } from '#notices'
import { today } from '#platform/clock'
import type { Transaction } from '#platform/database'
import type { Text } from '#rules'
import { numberIn } from '#web/staff/numbers.ts'
import { type MarkedPart, markPart } from './highlights.ts'
import { findUndo } from './undo.ts'

/** A draft as its desk shows it: with the name of whom it would go to. */
export interface DraftView extends Omit<DraftToDecide, 'proposedLead'> {
  leadName: Text | undefined
  /** As the text names it. */
  written: string
  candidates: (LeadCandidate & { name: Text })[]
  /** The lead carries on the work of who is named: a clerk looks at that. */
  isInferred: boolean
  cooperating: { name: string; today: Text | undefined; isInferred: boolean }[]
  /** Nothing of it is a guess: it may be confirmed among others, without being looked at by itself. */
  isPlain: boolean
}

export type DraftPanel = 'sua' | 'tach' | 'bo'

export interface DraftDesk {
  directive: Omit<Directive, 'drafts' | 'parts' | 'kept'>
  /** Those that are tasks or may become some, in the order of the text. */
  live: DraftView[]
  /** Those that were joined, split or dropped. */
  gone: DraftView[]
  text: { paragraph: number; part: MarkedPart }[]
  hindrances: RefusalCode[]
  /** What a clerk should see before the tasks are handed out. */
  before: BeforeIssuing
  canUndo: boolean
  /** The one draft that is open for more than a button. */
  open: { panel: DraftPanel; id: number } | undefined
  isAdding: boolean
  isHeadOpen: boolean
}

const panels = ['sua', 'tach', 'bo'] as const
const shownKinds: readonly KeptKind[] = ['praise', 'finding', 'background']

/** The desk of drafts as a clerk or leader sees it; throws DirectiveRefusal for what is not there. */
export async function readDraftDesk(
  transaction: Transaction,
  id: number,
  params: URLSearchParams,
): Promise<DraftDesk> {
  const { drafts, parts, kept, ...directive } = await getDirective(transaction, id, today())
  const views = await viewsOf(transaction, drafts)
  const live = views.filter(({ state }) => state === 'proposed' || state === 'confirmed')
  const panel = panels.find((each) => params.has(each))
  return {
    directive,
    live,
    gone: views.filter((draft) => !live.includes(draft) && !isRemainder(draft)),
    text: parts.map((part, index) => ({
      paragraph: index + 1,
      part: markPart(part, [
        ...live.flatMap((draft) =>
          draft.quotes
            .filter(({ paragraph }) => paragraph === index + 1)
            .map(({ quote }) => ({ words: quote, draft: draft.id })),
        ),
        ...kept
          .filter((each) => each.paragraph === index + 1 && shownKinds.includes(each.kind))
          .map((each) => ({ words: each.quote, kept: each.kind })),
      ]),
    })),
    hindrances: await listHindrances(transaction, id),
    before: await readBeforeIssuing(transaction, id, today()),
    canUndo: findUndo(await listEvents(transaction, { directiveId: id }), drafts) !== undefined,
    open: panel && { panel, id: numberIn(params.get(panel)) },
    isAdding: params.has('them'),
    isHeadOpen: params.has('dau'),
  }
}

async function viewsOf(transaction: Transaction, drafts: readonly DraftToDecide[]): Promise<DraftView[]> {
  const parties = drafts.flatMap(({ proposedLead: { party, candidates, cooperating } }) => [
    ...(party ? [party] : []),
    ...cooperating.flatMap((each) => each.party ?? []),
    ...candidates.map(({ agency }) => agency),
  ])
  const names = await namesOfParties(transaction, [...new Set(parties)])
  return drafts.map(
    ({ proposedLead: { party, written, candidates, isInferred, cooperating }, ...draft }) => ({
      ...draft,
      ...{ written, isInferred },
      cooperating: cooperating.map((each) => ({
        name: each.name,
        today: each.party && names.get(each.party),
        isInferred: each.isInferred ?? false,
      })),
      leadName: party ? names.get(party) : undefined,
      isPlain:
        party !== undefined &&
        !draft.content.dueInferred &&
        ![{ isInferred }, ...cooperating].some((each) => each.isInferred),
      candidates: candidates.map((each) => ({
        ...each,
        name: names.get(each.agency) ?? { vi: each.agency, en: each.agency },
      })),
    }),
  )
}

/** What was made of drafts that came back since is nothing anybody decides on. */
function isRemainder({ state, madeFrom, because }: DraftView): boolean {
  return state === 'dropped' && madeFrom.length > 0 && because === 'Khôi phục dự thảo gốc'
}
