import type { ReactNode } from 'react'
import type { Article, DocumentStatus, LegalDocument, Procedure } from '#publishing'
import { formatDay, State, useLang, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

/** What a legal document or a procedure is, line by line; what is not known is not there, save what nobody sets out without. */
export function Details(props: {
  article: Pick<Article, 'details' | 'language'>
  status: DocumentStatus | undefined
}) {
  const { details, language } = props.article
  if (!details) return null
  return details.kind === 'legalDocument' ? (
    <DocumentDetails details={details} status={props.status ?? 'unknown'} language={language} />
  ) : (
    <ProcedureDetails details={details} language={language} />
  )
}

function DocumentDetails(props: { details: LegalDocument; status: DocumentStatus; language: string }) {
  const { details, status, language } = props
  const t = useWords(words)
  return (
    <Facts
      language={language}
      facts={[
        [t.number, details.number],
        [t.form, details.form],
        [t.issuer, details.issuer],
        [t.issuedOn, details.issuedOn && formatDay(details.issuedOn)],
        [t.effectiveOn, details.effectiveOn && formatDay(details.effectiveOn)],
        [t.expiresOn, details.expiresOn && formatDay(details.expiresOn)],
        [t.status, <DocumentState key="state" status={status} />],
      ]}
    />
  )
}

/** Whether a document holds today, in a shape and a word. */
export function DocumentState({ status }: { status: DocumentStatus }) {
  const t = useWords(words)
  const shapes = {
    inForce: 'ok',
    notYet: 'cham',
    partlyExpired: 'cham',
    expired: 'sai',
    unknown: 'open',
  } as const
  return <State is={shapes[status]}>{t.statuses[status]}</State>
}

function ProcedureDetails({ details, language }: { details: Procedure; language: string }) {
  const t = useWords(words)
  const papers =
    details.papers.length > 0 ? (
      <ol className="points">
        {details.papers.map((paper) => (
          <li key={paper}>{paper}</li>
        ))}
      </ol>
    ) : (
      <Unknown>{t.papersUnknown}</Unknown>
    )
  const portal = details.nationalPortal ? <a href={details.nationalPortal}>{t.nationalPortal}</a> : null
  const register = details.code ? (
    <Unknown>
      <a href="https://dichvucong.gov.vn">dichvucong.gov.vn</a>: {t.byCode(details.code)}
    </Unknown>
  ) : null
  return (
    <Facts
      language={language}
      facts={[
        [t.code, details.code],
        [t.agency, details.agency],
        [t.timeLimit, details.timeLimit],
        [t.papers, papers],
        [t.fee, details.fee || <Unknown>{t.feeUnknown}</Unknown>],
        [t.result, details.result],
        [t.law, details.law],
        [t.online, portal],
        [t.register, portal ? null : register],
      ]}
    />
  )
}

/** The portal's own words among those of the text. */
function Unknown({ children }: { children: ReactNode }) {
  return <span lang={useLang()}>{children}</span>
}

function Facts({ facts, language }: { facts: readonly (readonly [string, ReactNode])[]; language: string }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang={language}>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
