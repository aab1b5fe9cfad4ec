import './feedback.css'
import { data } from 'react-router'
import { findPublicAnswer } from '#feedback'
import { readUnits } from '#registry'
import { servicesContext } from '#web/context.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import { Button, ErrorSummary, Field, formatDayOf, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/answer'
import { answerHeaders } from './answer-headers.ts'
import { type AnswerView, answerView } from './answers.server.ts'
import { answersWords } from './answers-words.ts'
import { type Followed, followAnswer } from './follow-answer.server.ts'
import { outcomePlace } from './form.tsx'
import { trackingWords } from './tracking-words.ts'
import { words } from './words.ts'

/** The number that an address names; 404 for what is none. */
function numberOf(id: string): number {
  if (!/^[1-9]\d{0,8}$/.test(id)) throw data(null, { status: 404 })
  return Number(id)
}

/** 410 with the day and the reason for an answer that was taken back. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { config, database } = context.get(servicesContext)
  const found = await findPublicAnswer(database.query, numberOf(params.id))
  if (!found) throw data(null, { status: 404 })
  if ('withdrawnAt' in found) return data({ withdrawn: found }, { status: 410 })
  const wording = { units: await readUnits(database.query), lang: langOf(url.pathname) }
  return { answer: answerView(found, wording), sendsMail: config.smtpUrl !== undefined }
}

export function action({ request, context, params, url }: Route.ActionArgs) {
  return followAnswer({ context, url }, { publicId: numberOf(params.id), request })
}

export const headers = answerHeaders

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const { loaderData, location } = args
  if (!loaderData) return []
  const t = answersWords[langOf(location.pathname)]
  if ('withdrawn' in loaderData)
    return metadata(args, { title: `${t.gone} | An Sinh`, description: t.gone, unlisted: true })
  const { title, content, answer, authority, days } = loaderData.answer
  return metadata(args, {
    title: `${title} | An Sinh`,
    description: loaderData.answer.excerpt,
    things: () => [
      {
        '@type': 'QAPage',
        mainEntity: {
          '@type': 'Question',
          name: title,
          text: content,
          dateCreated: days.receivedOn,
          answerCount: 1,
          acceptedAnswer: {
            '@type': 'Answer',
            text: answer,
            dateCreated: days.answeredOn,
            author: { '@type': 'GovernmentOrganization', name: authority },
          },
        },
      },
    ],
  })
}

export default function AnswerPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(answersWords)
  const { pageTitle } = useWords(words)
  if ('withdrawn' in loaderData) return <Withdrawn {...loaderData.withdrawn} />
  const { answer, sendsMail } = loaderData
  return (
    <div className="wrap">
      <Crumbs
        trail={[
          { path: '/gop-y', name: pageTitle },
          { path: '/gop-y/tra-loi', name: t.title },
        ]}
      />
      <h1 className="h1" lang="vi">
        {answer.title}
      </h1>
      <Texts answer={answer} />
      <Follow followed={actionData} sendsMail={sendsMail} />
    </div>
  )
}

function Texts({ answer }: { answer: AnswerView }) {
  const t = useWords(answersWords)
  return (
    <>
      <section className="sent-part" aria-labelledby="question">
        <h2 className="h2" id="question">
          {t.question}
        </h2>
        <p className="as-written" lang="vi">
          {answer.content}
        </p>
        <p className="quiet small">
          {answer.area ? `${answer.area} · ` : null}
          {t.receivedOn(answer.receivedOn)}
        </p>
      </section>
      <section className="sent-part" aria-labelledby="answer">
        <h2 className="h2" id="answer">
          {t.answer}
        </h2>
        <p className="as-written" lang="vi">
          {answer.answer}
        </p>
        <p className="quiet small">{t.answeredBy(answer.authority, answer.answeredOn)}</p>
        {answer.hasStrikes ? <p className="quiet small">{t.strikes}</p> : null}
      </section>
    </>
  )
}

function Follow({ followed, sendsMail }: { followed: Followed | undefined; sendsMail: boolean }) {
  const t = useWords(answersWords)
  const w = useWords(trackingWords)
  const errors = followed?.errors ?? {}
  return (
    <section className="sent-part" aria-labelledby="follow">
      <h2 className="h2" id="follow">
        {t.followTitle}
      </h2>
      <div id={outcomePlace} tabIndex={-1}>
        <ErrorSummary errors={errors} />
        {followed?.isDone ? (
          <p className="outcome-note" role="status">
            {t.followed}
          </p>
        ) : null}
      </div>
      <form method="post" action={`#${outcomePlace}`} noValidate>
        <p>{sendsMail ? t.followLead : t.followLeadNoMail}</p>
        <Field name="contact" label={sendsMail ? w.contact : w.telephone} error={errors.contact}>
          {(control) => <input type="text" maxLength={100} defaultValue={followed?.contact} {...control} />}
        </Field>
        <Button>{w.follow}</Button>
      </form>
    </section>
  )
}

function Withdrawn({ withdrawnAt, withdrawnBecause }: { withdrawnAt: Date; withdrawnBecause: string }) {
  const t = useWords(answersWords)
  const lang = useLang()
  return (
    <div className="wrap page">
      <h1 className="h1">{t.gone}</h1>
      <p className="lead">{t.goneOn(formatDayOf(withdrawnAt))}</p>
      <p>
        {t.goneWhy} <span lang="vi">{withdrawnBecause}</span>
      </p>
      <p className="s3">
        <a className="btn" href={pathIn(lang, '/gop-y/tra-loi')}>
          {t.toAll}
        </a>
      </p>
    </div>
  )
}
