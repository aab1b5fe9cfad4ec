import type { ReactNode } from 'react'
import { weekdayOf } from '#calendar'
import { periodNames, taskStateMeanings } from '#law/task-monitoring'
import { dutyAreaNames } from '#notices'
import { ArticleChip, formatDay, State, useLang, useWords } from '#web/ui/index.ts'
import type { TaskShown } from './task-sections.tsx'
import { words } from './task-words.ts'
import { words as listWords } from './words.ts'

/** What the task is, of whom, by when, and the words it came from. */
export function Facts({ view }: { view: TaskShown }) {
  const t = useWords(words)
  const w = useWords(listWords)
  const lang = useLang()
  const { task, names } = view
  const nameOf = (party: string | undefined) => (party ? (names[party]?.[lang] ?? party) : undefined)
  const cooperating = task.cooperating
    .map(({ name, party, isInferred }) =>
      isInferred ? `${nameOf(party)} (${t.inferredFrom(name)})` : (nameOf(party) ?? name),
    )
    .join('; ')
  const first = task.originalDueOn !== task.dueOn && task.originalDueOn
  const due = task.dueOn
    ? `${formatDay(task.dueOn)}${first ? ` (${t.originalDue(formatDay(first))})` : ''}`
    : task.recurs && periodNames[task.recurs][lang]
  const next = view.nextOn && `${w.weekdays[weekdayOf(view.nextOn)]} ${formatDay(view.nextOn)}`
  return (
    <section aria-label={task.does}>
      <dl className="facts task-facts">
        <Fact name={t.lead}>{nameOf(task.lead) ?? t.toChoose(task.leadName)}</Fact>
        <Fact name={t.cooperates}>{cooperating}</Fact>
        <Fact name={t.receiver}>{nameOf(task.receiver)}</Fact>
        <Fact name={t.reportsTo} lang="vi">
          {task.reportsTo}
        </Fact>
        <Fact name={t.due}>{[due, next && w.next(next)].filter(Boolean).join('; ')}</Fact>
        <Fact name={t.handed}>{formatDay(task.handedOn)}</Fact>
        <Fact name={t.saidDone}>{task.saidDoneOn && formatDay(task.saidDoneOn)}</Fact>
        <Fact name={t.confirmed}>{task.confirmedOn && formatDay(task.confirmedOn)}</Fact>
        <Fact name={t.areas}>
          {task.areas.map((area, index) => (
            <span key={area}>
              {index > 0 ? ', ' : null}
              {dutyAreaNames[area][lang]}
            </span>
          ))}
        </Fact>
        <Fact name={t.product} lang="vi">
          {task.product}
        </Fact>
        <Fact name={t.cites} lang="vi">
          {task.cites.join('; ')}
        </Fact>
        <Fact name={t.targets} lang="vi">
          {task.targets.map((target) => target.words).join('; ')}
        </Fact>
      </dl>
      {task.quotes.length > 0 ? <h2 className="task-small">{t.cameFrom}</h2> : null}
      {view.scan && task.quotes.length > 0 ? (
        <p className="quiet">{t.scanned(view.scan.confidence ? `${view.scan.confidence}%` : '')}</p>
      ) : null}
      {task.quotes.map(({ paragraph, quote }) => (
        <blockquote key={`${paragraph} ${quote}`} className="task-quote">
          <span lang="vi">“{quote}”</span> <span className="quiet">({t.paragraph(paragraph)})</span>
        </blockquote>
      ))}
    </section>
  )
}

function Fact({ name, lang, children }: { name: string; lang?: 'vi'; children: ReactNode }) {
  if (!children) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd lang={lang}>{children}</dd>
    </div>
  )
}

/** The state with the days it is computed from, and what it rests on. */
export function HowItStands({ view }: { view: TaskShown }) {
  const t = useWords(words)
  const lang = useLang()
  const { task } = view
  const { name, colour, basis } = taskStateMeanings[task.state]
  return (
    <section className="sect" aria-labelledby="trang-thai">
      <h2 id="trang-thai">{t.state}</h2>
      <p>
        <State is={colour}>{name[lang]}</State>
        {task.status === 'saidDone' ? <span className="quiet"> ({t.awaits})</span> : null}
      </p>
      <p>
        {t.howComputed}: {computation(view, t)}
      </p>
      <p>
        {t.basis}: <ArticleChip cite={basis[lang]} />
      </p>
    </section>
  )
}

function computation({ task, today, workingDays }: TaskShown, t: typeof words.vi): string {
  const { status, dueOn, saidDoneOn, confirmedOn } = task
  if (status === 'withdrawn') return t.computed.withdrawn
  if (dueOn === undefined) return t.computed.noDue
  const due = formatDay(dueOn)
  if (saidDoneOn && confirmedOn)
    return t.computed.confirmed(formatDay(saidDoneOn), due, formatDay(confirmedOn))
  if (saidDoneOn) return t.computed.said(formatDay(saidDoneOn), due)
  const said = dueOn < today ? t.computed.late : t.computed.open
  return said(due, formatDay(today), workingDays)
}
