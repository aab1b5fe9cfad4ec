import type { Transaction } from '#platform/database'
import {
  type Act,
  type ChangeRequest,
  type FactOwner,
  namesOfPersons,
  type PerformedAct,
  subjectOf,
  type Units,
} from '#registry'
import { titleOf } from '#web/staff/changes/act-view.server.ts'
import { actWords } from '#web/staff/changes/act-words.ts'
import { personsOf, wishOf } from '#web/staff/changes/wish.server.ts'
import { formatInstant, type Lang } from '#web/ui/index.ts'
import { recordWords } from './record-words.ts'

/** One thing officers did or proposed. */
export interface ChangeLine {
  id: string
  at: number
  title: string
  /** Who or which household it was about, where that is another than the page's. */
  about: string | undefined
  wish: string
  reason: string
  who: string
  requestId: number | undefined
  state: ChangeRequest['state'] | undefined
  because: string | undefined
}

interface Told {
  requests: readonly ChangeRequest[]
  performed: readonly PerformedAct[]
}

interface LineWording {
  units: Units
  lang: Lang
  nameOf: (actor: string) => string
  names: ReadonlyMap<number, string>
}

/** The names of everybody whom the lines of these acts name. */
export function namesOfActs(transaction: Transaction, { requests, performed }: Told) {
  const acts = [...requests, ...performed].map(({ act }) => act)
  return namesOfPersons(
    transaction,
    acts.flatMap((act) => {
      const of = subjectOf(act)
      return [...personsOf(act), ...('personId' in of ? [of.personId] : [])]
    }),
  )
}

/** What officers did and proposed, the newest first, for the page of a person or of a household. */
export function changeLines({ requests, performed, of }: Told & { of: FactOwner }, wording: LineWording) {
  const asked = requests.map((request) => requestLine(request, of, wording))
  const done = performed.map((act, index) => actLine(act, { index, of }, wording))
  return [...asked, ...done].toSorted((one, other) => other.at - one.at)
}

function requestLine(request: ChangeRequest, of: FactOwner, wording: LineWording): ChangeLine {
  const { id, act, reason, proposedBy, proposedAt, decidedBy, decidedAt, state, decidedBecause } = request
  const { lang, nameOf } = wording
  const t = recordWords[lang]
  const say = state === 'withdrawn' ? t.withdrawnBy : t.decidedBy
  const decided = decidedBy && decidedAt && say(nameOf(decidedBy), formatInstant(decidedAt))
  return {
    id: `request ${id}`,
    at: proposedAt.getTime(),
    title: titleOf(act, lang),
    about: aboutOf(act, of, wording),
    wish: wishOf(act, wording),
    reason,
    who: [t.proposedBy(nameOf(proposedBy), formatInstant(proposedAt)), decided].filter(Boolean).join('; '),
    requestId: id,
    state,
    because: decidedBecause,
  }
}

function actLine(
  { act, reason, actor, recordedAt }: PerformedAct,
  { index, of }: { index: number; of: FactOwner },
  wording: LineWording,
): ChangeLine {
  const at = recordedAt.getTime()
  return {
    id: `act ${at} ${index}`,
    at,
    title: titleOf(act, wording.lang),
    about: aboutOf(act, of, wording),
    wish: wishOf(act, wording),
    reason,
    who: recordWords[wording.lang].doneBy(wording.nameOf(actor), formatInstant(recordedAt)),
    requestId: undefined,
    state: undefined,
    because: undefined,
  }
}

function aboutOf(act: Act, of: FactOwner, { lang, names }: LineWording): string | undefined {
  const subject = subjectOf(act)
  if (JSON.stringify(subject) === JSON.stringify(of)) return undefined
  if ('householdId' in subject) return recordWords[lang].household(subject.householdId)
  return names.get(subject.personId) ?? actWords[lang].record(subject.personId)
}
