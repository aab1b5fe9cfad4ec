import type { ReactNode } from 'react'
import { Form } from 'react-router'
import type { TaskAction } from '#directives'
import { Button, ErrorSummary, useWords } from '#web/ui/index.ts'
import {
  AskOpinion,
  Decide,
  Divide,
  Evidence,
  Extend,
  HandOver,
  Link,
  Opinion,
  Proposal,
  Report,
  Settle,
  WholeText,
} from './act-forms.tsx'
import { type TaskDeed, type TaskProblem, words } from './act-words.ts'
import type { TaskShown } from './task-sections.tsx'

/** A form that came back: what is wrong with it, and what was typed. */
export interface ReturnedAct {
  problems: Record<string, TaskProblem>
  typed: Record<string, string>
}

export interface ActShown {
  view: TaskShown
  errors: Record<string, string>
  typed: Record<string, string>
}

/** The acts in the order in which they are wanted; one that waits for this officer stands open. */
const acts: readonly {
  deed: TaskDeed
  action: TaskAction
  isOpen?: (view: TaskShown) => boolean
  draw: (shown: ActShown) => ReactNode
}[] = [
  {
    deed: 'nhan',
    action: 'accept',
    isOpen: () => true,
    draw: (shown) => <WholeText deed="nhan" {...shown} />,
  },
  { deed: 'tra', action: 'return', draw: (shown) => <WholeText deed="tra" {...shown} /> },
  { deed: 'cho-han', action: 'decideExtension', isOpen: () => true, draw: (shown) => <Decide {...shown} /> },
  { deed: 'bao-cao', action: 'report', draw: (shown) => <Report {...shown} /> },
  { deed: 'xong', action: 'finish', draw: (shown) => <WholeText deed="xong" {...shown} /> },
  { deed: 'minh-chung', action: 'addEvidence', draw: (shown) => <Evidence {...shown} /> },
  { deed: 'xin-han', action: 'askExtension', draw: (shown) => <Extend {...shown} /> },
  { deed: 'hoi', action: 'askOpinion', draw: (shown) => <AskOpinion {...shown} /> },
  { deed: 'chia', action: 'split', draw: (shown) => <Divide {...shown} /> },
  { deed: 'chia-xa', action: 'split', draw: (shown) => <Extend {...shown} isForCommunes /> },
  { deed: 'kien-nghi', action: 'handProposal', draw: (shown) => <Proposal {...shown} /> },
  {
    deed: 'chuyen',
    action: 'handOver',
    isOpen: ({ task }) => task.lead === undefined,
    draw: (shown) => <HandOver {...shown} />,
  },
  { deed: 'gan', action: 'linkMetric', draw: (shown) => <Link {...shown} /> },
  { deed: 'rut', action: 'withdraw', draw: (shown) => <WholeText deed="rut" {...shown} /> },
]

/** What this officer may do with the task now, the likeliest first; the rest stays folded, and what is refused is not there. */
export function TaskActs({ view, returned }: { view: TaskShown; returned: ReturnedAct | undefined }) {
  const t = useWords(words)
  const errors = Object.fromEntries(
    Object.entries(returned?.problems ?? {}).map(([name, problem]) => [name, t.wrong[problem]]),
  )
  const shown: ActShown = { view, errors, typed: returned?.typed ?? {} }
  const asked = view.opinions.filter((one) => !one.stance && view.ownParties.includes(one.party))
  const handed = view.proposals.filter((one) => !one.outcome && view.ownParties.includes(one.party))
  const isLeader = view.ownParties.includes('leader')
  const isNothing = isLeader || (view.actions.length === 0 && asked.length === 0 && handed.length === 0)
  return (
    <aside className="panel task-acts" aria-labelledby="lam-gi">
      <h2 id="lam-gi">{t.title}</h2>
      {isNothing ? <p className="quiet">{t.nothing}</p> : null}
      <ErrorSummary errors={errors} />
      {asked.map((opinion) => (
        <Act key={opinion.id} deed="y-kien" {...shown} of={opinion.id} isOpen>
          <Opinion opinion={opinion} {...shown} />
        </Act>
      ))}
      {handed.map((proposal) => (
        <Act key={proposal.id} deed="tra-loi" {...shown} of={proposal.id} isOpen>
          <Settle proposal={proposal} {...shown} />
        </Act>
      ))}
      {acts
        .filter(({ action }) => view.actions.includes(action))
        .map(({ deed, isOpen, draw }) => (
          <Act key={deed} deed={deed} {...shown} isOpen={isOpen?.(view) ?? false}>
            {draw(shown)}
          </Act>
        ))}
    </aside>
  )
}

/** One act, folded until it is wanted; it stays open when it came back. */
function Act(props: ActShown & { deed: TaskDeed; of?: number; isOpen?: boolean; children: ReactNode }) {
  const { deed, view, typed, of, isOpen = false, children } = props
  const t = useWords(words)
  const isBack = typed.viec === deed
  return (
    <details open={isOpen || isBack}>
      <summary>{t.buttons[deed]}</summary>
      <Form
        method="post"
        action="?"
        data-long
        noValidate
        {...(deed === 'minh-chung' ? { encType: 'multipart/form-data' as const } : {})}
      >
        <input type="hidden" name="khoa" value={`${view.formKey}${of ? `-${of}` : ''}`} />
        {children}
        <Button type="submit" name="viec" value={deed}>
          {t.buttons[deed]}
        </Button>
      </Form>
    </details>
  )
}
