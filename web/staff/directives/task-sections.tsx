import type { ReactNode } from 'react'
import { opinionStateNames } from '#law/task-monitoring'
import { figureText } from '#web/staff/indicators/figures.ts'
import { Empty, formatDay, formatInstant, pathIn, State, useLang, useWords } from '#web/ui/index.ts'
import { TaskTable } from './task-table.tsx'
import type { TaskView } from './task-view.server.ts'
import { words } from './task-words.ts'

/** The task as its page is given it. */
export interface TaskShown extends TaskView {
  /** Who did something, by the name the audit log gives them. */
  actors: Record<string, string>
  formKey: string
}

interface Shown {
  view: TaskShown
}

function Section(props: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="sect" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  )
}

export function Parts({ view: { parts } }: Shown) {
  const t = useWords(words)
  if (parts.length === 0) return null
  return (
    <Section id="thanh-phan" title={t.parts}>
      <TaskTable name={t.parts} lines={parts} isOfOne />
    </Section>
  )
}

/** What the agency says; its figure is marked as reported, whatever the metric measures. */
export function Reports({ view: { reports, names, actors, figures, choosableMetrics } }: Shown) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <Section id="bao-cao" title={t.reports}>
      {reports.length === 0 ? <Empty sentence={t.noReports} /> : null}
      <ul className="plain-lines">
        {reports.map(({ id, progress, percent, figure, party, reportedBy, reportedAt }) => {
          const metric = choosableMetrics.find(({ key }) => key === figure?.metric)
          const unit = figures.find(({ key }) => key === figure?.metric)?.unit ?? metric?.unit
          return (
            <li key={id}>
              <span lang="vi">{progress}</span>{' '}
              {percent === undefined ? null : (
                <b className="num">
                  {figureText('percent', percent, lang)} <Mark>{t.reportedMark}</Mark>
                </b>
              )}
              {figure && metric && unit ? (
                <>
                  {' '}
                  {metric.name[lang]}: <b className="num">{figureText(unit, figure.value, lang)}</b>{' '}
                  <Mark>{t.reportedMark}</Mark>
                </>
              ) : null}
              <br />
              <span className="quiet">
                {[party && names[party]?.[lang], actors[reportedBy], formatInstant(reportedAt)]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function Mark({ children }: { children: ReactNode }) {
  return <span className="kept-name">{children}</span>
}

export function Evidence({ view: { evidence, names, actors, choosableMetrics } }: Shown) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <Section id="minh-chung" title={t.evidence}>
      {evidence.length === 0 ? <Empty sentence={t.noEvidence} /> : null}
      <ul className="plain-lines">
        {evidence.map(({ id, kind, title, href, note, metric, party, attachedBy, attachedAt }) => {
          const of = choosableMetrics.find(({ key }) => key === metric?.key)
          const own = href?.startsWith('/') ? pathIn(lang, href) : href
          return (
            <li key={id}>
              <Mark>{t.evidenceKinds[kind]}</Mark>{' '}
              {kind === 'file' ? (
                <a href={`/can-bo/chi-dao/tep/${id}`} download lang="vi">
                  {title}
                </a>
              ) : own ? (
                <a href={own} rel="noreferrer" lang="vi">
                  {title}
                </a>
              ) : kind === 'metric' && of ? (
                of.name[lang]
              ) : (
                <span lang="vi">{title}</span>
              )}
              {metric && of && metric.value !== undefined ? (
                <>
                  : <b className="num">{figureText(of.unit, metric.value, lang)}</b>{' '}
                  <span className="quiet">
                    ({t.measuredMark}, {t.asOf(formatDay(metric.asOf))})
                  </span>
                </>
              ) : null}
              {note && note !== title ? <p lang="vi">{note}</p> : null}
              <br />
              <span className="quiet">
                {[party && names[party]?.[lang], actors[attachedBy], formatInstant(attachedAt)]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

const opinionShapes = { awaited: 'open', silent: 'sai', answeredInTime: 'ok', answeredLate: 'cham' } as const

export function Opinions({ view: { opinions, names } }: Shown) {
  const t = useWords(words)
  const lang = useLang()
  if (opinions.length === 0) return null
  return (
    <Section id="y-kien" title={t.opinions}>
      <ul className="plain-lines">
        {opinions.map(({ id, party, question, askedOn, dueOn, state, stance, answer }) => (
          <li key={id}>
            <b>{names[party]?.[lang] ?? party}</b>: <span lang="vi">{question}</span>{' '}
            <span className="quiet">({t.askedOn(formatDay(askedOn), formatDay(dueOn))})</span>{' '}
            <State is={opinionShapes[state]}>{opinionStateNames[state][lang]}</State>
            {stance ? (
              <p>
                {t.stances[stance]}: <span lang="vi">{answer}</span>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Proposals({ view: { proposals, names } }: Shown) {
  const t = useWords(words)
  const lang = useLang()
  if (proposals.length === 0) return null
  return (
    <Section id="kien-nghi" title={t.proposals}>
      <ul className="plain-lines">
        {proposals.map(({ id, content, proposer, party, dueOn, outcome, answer, isLate }) => (
          <li key={id}>
            <span lang="vi">
              {proposer ? <b>{proposer}: </b> : null}
              {content}
            </span>{' '}
            <span className="quiet">
              ({t.handedTo(names[party]?.[lang] ?? party)}
              {dueOn ? `, ${t.due.toLocaleLowerCase(lang)} ${formatDay(dueOn)}` : ''})
            </span>{' '}
            <State is={outcome ? 'ok' : isLate ? 'sai' : 'open'}>
              {outcome ? t.outcomes[outcome] : isLate ? t.lateAnswer : t.waitsAnswer}
            </State>
            {answer ? <p lang="vi">{answer}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Extensions({ view: { extensions, actors } }: Shown) {
  const t = useWords(words)
  if (extensions.length === 0) return null
  return (
    <Section id="gia-han" title={t.extensions}>
      <ul className="plain-lines">
        {extensions.map(({ id, dueOn, wantedOn, reason, state, grantedOn, because, askedBy, decidedBy }) => (
          <li key={id}>
            {t.extensionLine(formatDay(dueOn), formatDay(wantedOn))}: <span lang="vi">{reason}</span>{' '}
            <State is={state === 'granted' ? 'ok' : state === 'refused' ? 'sai' : 'open'}>
              {t.extensionStates[state]} {grantedOn ? t.grantedTo(formatDay(grantedOn)) : ''}
            </State>
            {because ? <p lang="vi">{because}</p> : null}
            <br />
            <span className="quiet">
              {[
                t.askedBy(actors[askedBy] ?? t.unknownOfficer),
                decidedBy && t.decidedBy(actors[decidedBy] ?? t.unknownOfficer),
              ]
                .filter(Boolean)
                .join('; ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Who held it since when until when: nobody can say it lay elsewhere. */
export function Chain({ view: { chain, names } }: Shown) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <Section id="chuoi" title={t.chain}>
      <ol className="plain-lines">
        {chain.map(({ party, name, because, from, until, days, workingDays }) => (
          <li key={from.toISOString()}>
            <b>{(party && names[party]?.[lang]) ?? name}</b> {t.because[because]},{' '}
            {t.since(formatInstant(from), until ? formatInstant(until) : t.now)}:{' '}
            {t.lasted(days, workingDays)}
          </li>
        ))}
      </ol>
    </Section>
  )
}

export function History({ view: { history, names, actors, reminders, choosableMetrics } }: Shown) {
  const t = useWords(words)
  const lang = useLang()
  const metricIn = ({ metric }: Record<string, unknown>) =>
    choosableMetrics.find(({ key }) => key === metric)?.name[lang] ?? ''
  return (
    <Section id="lich-su" title={t.history}>
      <ol className="plain-lines">
        {history.map(({ id, kind, actor, at, party, details }) => (
          <li key={id}>
            {formatInstant(at)}: <b>{actors[actor] ?? t.unknownOfficer}</b> {t.events[kind]}
            {party ? ` (${names[party]?.[lang] ?? party})` : ''}
            {saidIn(details) ? <Words of={saidIn(details)} lang="vi" /> : <Words of={metricIn(details)} />}
          </li>
        ))}
      </ol>
      {reminders.length > 0 ? (
        <details>
          <summary>{t.reminders}</summary>
          <ul className="plain-lines">
            {[...toWhom(reminders)].map(([key, { firedOn, says, parties }]) => (
              <li key={key}>
                {formatDay(firedOn)}: {says[lang]}{' '}
                <span className="quiet">
                  ({parties.map((party) => names[party]?.[lang] ?? party).join(', ')})
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  )
}

function Words({ of, lang }: { of: string; lang?: 'vi' }) {
  return of ? (
    <span className="quiet">
      : <span lang={lang}>{of}</span>
    </span>
  ) : null
}

/** The words of somebody in what happened, whatever they are called there. */
function saidIn(details: Record<string, unknown>): string {
  const said = [details.because, details.note, details.progress, details.reason, details.answer]
  return said.find((each): each is string => typeof each === 'string' && each !== '') ?? ''
}

/** A reminder goes to its agency and, later, to the leaders too: it is told once, with everybody who had it. */
function toWhom(reminders: TaskShown['reminders']) {
  const told = new Map<
    string,
    Pick<TaskShown['reminders'][number], 'firedOn' | 'says'> & { parties: string[] }
  >()
  for (const { firedOn, says, party } of reminders) {
    const key = `${firedOn} ${says.vi}`
    const found = told.get(key)
    if (found) found.parties.push(party)
    else told.set(key, { firedOn, says, parties: [party] })
  }
  return told
}
