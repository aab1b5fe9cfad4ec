import type { ReactNode } from 'react'
import { type LocalDate, type Month, monthOf, weekdayOf } from '#calendar'
import type { Program } from '#rules'
import { ArticleChip, formatDay, formatMoney, ReasonTree, useLang, useWords } from '#web/ui/index.ts'
import type { Course } from './interview.ts'
import type { Way } from './interview-view.tsx'
import { findNearMiss, type NearMiss } from './near-miss.ts'
import { speak } from './question.ts'
import { questions } from './questions.ts'
import { type Handling, type Result, type ResultBenefit, resultOf } from './result.ts'
import { words } from './words.ts'

interface Props {
  course: Course
  programOf: (month: Month) => Program
  today: LocalDate
  dueOn: Record<number, LocalDate | undefined>
  way: Way
  /** What can be done with the result. */
  acts: ReactNode
}

/** What the law gives, why, what is still open, and how to ask for it. */
export function ResultView({ course, programOf, today, dueOn, way, acts }: Props) {
  const t = useWords(words)
  const lang = useLang()
  const result = resultOf(programOf(monthOf(today)), course.facts, { today, lang })
  const miss = findNearMiss(programOf, course.facts, today)
  return (
    <section className="block" aria-labelledby="kq">
      <div className="result">
        <p className="label">{t.resultOn(formatDay(today), formatMoney(result.standardDong, lang))}</p>
        <Sum result={result} course={course} />
        {result.benefits
          .filter(({ standing }) => standing !== 'none')
          .map((benefit) => (
            <BenefitRow key={benefit.id} benefit={benefit} />
          ))}
        <StillOpen course={course} result={result} way={way} />
        {miss ? <Soon miss={miss} /> : null}
        {result.handling ? (
          <Applying handling={result.handling} due={dueOn[result.handling.workingDays]} />
        ) : null}
        <NotMet benefits={result.benefits.filter(({ standing }) => standing === 'none')} />
        <p className="hint">
          {t.taken} {t.takenAs} {t.notDecision}
        </p>
        <div className="acts">{acts}</div>
      </div>
    </section>
  )
}

function Sum({ result, course }: { result: Result; course: Course }) {
  const t = useWords(words)
  const lang = useLang()
  const who = speak(lang === 'vi' ? '{P}' : '{You}', course.about)
  const { low, high } = result.totalDong
  if (high === 0)
    return (
      <>
        <h2 className="h2" id="kq" tabIndex={-1}>
          {t.nothing(who)}
        </h2>
        <p className="lead">{t.nothingWhy}</p>
      </>
    )
  return (
    <>
      <h2 className="h2" id="kq" tabIndex={-1}>
        {low > 0 ? t.entitled(who) : t.maybe(who)}
      </h2>
      <p className="sum">
        <b className="num">{low > 0 ? formatMoney(low, lang) : t.upTo(formatMoney(high, lang))}</b>
        {low > 0 && high > low ? <span>{t.upTo(formatMoney(high, lang))}</span> : null}
      </p>
    </>
  )
}

function BenefitRow({ benefit }: { benefit: ResultBenefit }) {
  const t = useWords(words)
  const lang = useLang()
  const { standing, amountDong, entitledDong, payee } = benefit
  const replaced = standing === 'replaced'
  const shown = replaced ? entitledDong : amountDong
  return (
    <div className="due">
      <h3 className="h3">
        {benefit.text} {replaced ? <span className="quiet">{t.notAdded}</span> : null}
        {t.paidTo[payee] ? <span className="quiet"> {t.paidTo[payee]}</span> : null}
      </h3>
      <span className={`amt${standing === 'open' ? ' cham' : replaced ? ' quiet' : ''}`}>
        {standing === 'open'
          ? `${t.open}, ${t.upTo(formatMoney(shown.high, lang))}`
          : t.aMonth(formatMoney(shown.high, lang))}
      </span>
      <div className="reasons">
        <ReasonTree lines={benefit.lines} />
        {benefit.payable ? null : <p className="cham small">{t.pending}</p>}
      </div>
    </div>
  )
}

function NotMet({ benefits }: { benefits: ResultBenefit[] }) {
  const t = useWords(words)
  if (benefits.length === 0) return null
  return (
    <details className="not-met">
      <summary>{t.whyNot}</summary>
      {benefits.map((benefit) => (
        <div className="due" key={benefit.id}>
          <h3 className="h3">{benefit.text}</h3>
          <div className="reasons">
            <ReasonTree lines={benefit.lines} />
          </div>
        </div>
      ))}
    </details>
  )
}

function StillOpen({ course, result, way: Way }: { course: Course; result: Result; way: Way }) {
  const t = useWords(words)
  const lang = useLang()
  const asked = course.steps.map((step) => step.question)
  const open = asked.filter((question) => question.settles.some((fact) => result.openFacts.includes(fact)))
  if (open.length === 0) return null
  return (
    <section className="still-open">
      <h3>{t.missing}</h3>
      <ul>
        {open.map((question) => (
          <li key={question.key}>
            {t.missingItem(question.short[lang], question.paper[lang])}{' '}
            <Way number={asked.indexOf(question) + 1}>{t.answerIt}</Way>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Soon({ miss }: { miss: NearMiss }) {
  const t = useWords(words)
  const lang = useLang()
  const amount = formatMoney(miss.amountDong, lang)
  const benefit = miss.benefit[lang]
  const [year, month] = miss.month.split('-')
  const conditions = miss.ifFacts.flatMap((fact) => {
    const question = questions.find((each) => each.settles.includes(fact))
    return question ? [question.short[lang]] : []
  })
  return (
    <section className="still-open">
      <h3>{t.soon}</h3>
      <p>
        {miss.on && miss.age !== undefined
          ? t.soonDay(formatDay(miss.on), miss.age, benefit, amount)
          : t.soonMonth(`${month}/${year}`, benefit, amount)}{' '}
        {conditions.length > 0 ? t.soonIf([...new Set(conditions)].join(', ')) : null}
      </p>
    </section>
  )
}

function Applying({ handling, due }: { handling: Handling; due: LocalDate | undefined }) {
  const t = useWords(words)
  return (
    <div className="cols3">
      <section>
        <h3>{t.papers}</h3>
        <ul>
          {handling.papers.map((paper) => (
            <li key={paper}>{paper}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t.where}</h3>
        <p>{handling.where}.</p>
        <p>{t.relatives}</p>
      </section>
      <section>
        <h3>{t.when}</h3>
        <p>
          <b className="h2">{t.workingDays(handling.workingDays)}</b>
          <br />
          {due ? t.dueOn(`${t.weekdays[weekdayOf(due)]}, ${formatDay(due)}`) : null}{' '}
          <ArticleChip cite={handling.citeText} />
        </p>
        <p className="hint">{t.starts}</p>
      </section>
    </div>
  )
}
