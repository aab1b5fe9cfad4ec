import './record.css'
import { addMonths, type Month, monthOf, parseMonth } from '#calendar'
import type { Finding, FindingKind } from '#findings'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { PersonNotFound } from '#registry'
import { getDesk } from '#web/staff/access.ts'
import { actWords } from '#web/staff/changes/act-words.ts'
import { officerNames } from '#web/staff/changes/officers.server.ts'
import type { BenefitView } from '#web/staff/reasons.server.ts'
import { BenefitReasons } from '#web/staff/reasons.tsx'
import { unitsOf } from '#web/staff/units.server.ts'
import { formatInstant, formatMoney, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { momentIn, readAsOf } from './as-of.server.ts'
import { AsOfForm, type PastPerson, PersonThen } from './as-of.tsx'
import { PersonFindings } from './findings.tsx'
import { Household } from './household.tsx'
import { Identity } from './identity.tsx'
import { readPerson } from './load.server.ts'
import { Changes, LinkedRecords, MainRecord } from './record-parts.tsx'
import { recordWords } from './record-words.ts'
import { MonthStrip } from './strip.tsx'
import { monthText } from './texts.ts'
import { Acts, ValuesTable } from './values-table.tsx'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, actor, officer } = desk
  const on = today()
  const id = /^\d{1,15}$/.test(params.personId) ? Number(params.personId) : 0
  const question = {
    id,
    on,
    officer,
    month: monthAsked(url.searchParams.get('thang'), monthOf(on)),
    units: await unitsOf(database),
    lang: langOf(url.pathname),
    revealed: url.searchParams.has('hien'),
    nameOf: await officerNames(desk, langOf(url.pathname)),
  }
  const moment = momentIn(url.searchParams, on)
  try {
    return await withActor(database, actor, async (transaction) => {
      if (moment) {
        const wording = { ...question, mayAct: false }
        return { on, past: await readAsOf(transaction, { id, moment, by: officer.name }, wording) }
      }
      const wasRecorded = url.searchParams.has('da-ghi')
      return { on, wasRecorded, past: undefined, ...(await readPerson(transaction, question)) }
    })
  } catch (error) {
    if (error instanceof PersonNotFound) throw new Response(null, { status: 404 })
    throw error
  }
}

/** A month of the last two years, else this one. */
function monthAsked(text: string | null, current: Month): Month {
  const month = text ? parseMonth(text) : undefined
  return month && month <= current && month > addMonths(current, -24) ? month : current
}

type Loaded = Route.ComponentProps['loaderData']
type Now = Exclude<Loaded, { past: PastPerson }>

/** One person: who they are, what is known, what the law gives and was paid, and who looked; now or on another day. */
export default function Person({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const name = loaderData.past ? loaderData.past.name : loaderData.name
  return (
    <>
      <title>{`${name} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/nguoi')}>{t.crumb}</a> <span className="quiet">/ {name}</span>
      </p>
      {loaderData.past ? (
        <PersonThen past={loaderData.past} today={loaderData.on} />
      ) : (
        <PersonNow {...loaderData} />
      )}
    </>
  )
}

function PersonNow(loaderData: Now) {
  const { months, changes, findings, members, lawChanges } = loaderData
  const t = useWords(words)
  const records = useWords(recordWords)
  return (
    <>
      {loaderData.wasRecorded ? (
        <p className="note" role="status">
          {records.recorded}
        </p>
      ) : null}
      <Identity {...loaderData} />
      <MainRecord records={loaderData.records} self={loaderData.id} />
      {loaderData.waiting > 0 ? (
        <p className="note">
          <a href="#changes">{records.waiting(loaderData.waiting)}</a>
        </p>
      ) : null}
      <OtherActs {...loaderData} />
      <details className="as-of-open">
        <summary>{records.asOfOpen}</summary>
        <AsOfForm today={loaderData.on} />
      </details>
      <section className="sect" aria-labelledby="strip">
        <div className="sec-head">
          <h2 id="strip">{t.stripTitle}</h2>
          <Balance findings={findings} />
        </div>
        <MonthStrip months={months} changes={lawChanges} />
      </section>
      <div className="wide">
        <section className="sect" aria-labelledby="law">
          <div className="sec-head">
            <h2 id="law">{t.lawGives(monthText(loaderData.month))}</h2>
            <MonthForm month={loaderData.month} months={months.map((each) => each.month)} />
          </div>
          <LawOfMonth benefits={loaderData.benefits} received={loaderData.receivedThen} />
        </section>
        <div>
          <PersonFindings findings={findings} benefitTexts={loaderData.benefitTexts} on={loaderData.on} />
          <Household self={loaderData.id} members={members} householdId={loaderData.householdId} />
        </div>
      </div>
      <LinkedRecords
        records={loaderData.records}
        self={loaderData.id}
        isKeptElsewhere={loaderData.isKeptElsewhere}
      />
      <ValuesTable groups={loaderData.groups} title={t.facts} id="facts" />
      <div className="wide">
        <Changes changes={changes} />
        <Lookers lookers={loaderData.lookers} />
      </div>
    </>
  )
}

function OtherActs({ otherActs, name }: Now) {
  const t = useWords(recordWords)
  if (otherActs.length === 0) return null
  return (
    <nav className="other-acts" aria-label={t.otherActs}>
      <Acts acts={otherActs} about={name} />
    </nav>
  )
}

/** What is due or received with its reasons; what is neither is folded away, with why not. */
function LawOfMonth({ benefits, received }: { benefits: BenefitView[]; received: string[] }) {
  const t = useWords(words)
  const shown = benefits.filter(({ id, isMet }) => isMet || received.includes(id))
  const others = benefits.filter((benefit) => !shown.includes(benefit))
  return (
    <>
      {benefits.some(({ isMet }) => isMet) ? null : <p className="quiet">{t.nothingDue}</p>}
      <BenefitReasons benefits={shown} />
      {others.length > 0 ? (
        <details>
          <summary>{t.whyNot(others.length)}</summary>
          <BenefitReasons benefits={others} />
        </details>
      ) : null}
    </>
  )
}

/** What the open findings say is owed, or was paid too much: the same figures as on the list of findings. */
function Balance({ findings }: { findings: Finding[] }) {
  const t = useWords(words)
  const lang = useLang()
  const sum = (kinds: FindingKind[]) =>
    findings
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((total, { arrearsDong }) => total + Math.abs(arrearsDong), 0)
  const owed = sum(['underpaid'])
  const over = sum(['overpaid', 'undue'])
  return (
    <span>
      {owed > 0 ? <b className="sai">{t.owed(formatMoney(owed, lang))}</b> : null}
      {owed > 0 && over > 0 ? ' · ' : null}
      {over > 0 ? <b className="cham">{t.over(formatMoney(over, lang))}</b> : null}
    </span>
  )
}

function MonthForm({ month, months }: { month: Month; months: Month[] }) {
  const t = useWords(words)
  return (
    <form className="month-form" key={month}>
      <label htmlFor="thang">{t.chooseMonth}</label>
      <select id="thang" name="thang" defaultValue={month}>
        {months.toReversed().map((each) => (
          <option key={each} value={each}>
            {monthText(each)}
          </option>
        ))}
      </select>
      <button type="submit" className="btn sm">
        {t.show}
      </button>
    </form>
  )
}

function Lookers({ lookers }: { lookers: Now['lookers'] }) {
  const t = useWords(words)
  const records = useWords(recordWords)
  const kinds: Record<string, string> = useWords(actWords).kinds
  const logged = (what: string) => t.purposes[what] ?? records.logged[what] ?? kinds[what] ?? t.actions[what]
  return (
    <section className="sect" aria-labelledby="lookers">
      <h2 id="lookers">{t.whoLooked}</h2>
      <table className="tbl">
        <caption className="vh">{t.whoLooked}</caption>
        <tbody>
          {lookers.map(({ number, at, by, purpose, action, machine }) => (
            <tr key={number}>
              <td className="num">{formatInstant(at)}</td>
              <td>{by ?? (machine ? t.machine : t.notKnown)}</td>
              <td className="quiet">{logged(purpose ?? '') ?? logged(action) ?? action}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
