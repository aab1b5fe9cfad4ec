import type { Opinion as AskedOpinion, Proposal as HandedProposal } from '#directives'
import { agencies } from '#law/authorities'
import { DayInput, Field, FieldError, useLang, useWords } from '#web/ui/index.ts'
import { type TaskDeed, words } from './act-words.ts'
import { leadChoices, outcomes, partRows, stances } from './choices.ts'
import { FileField } from './file-field.tsx'
import type { ActShown } from './task-acts.tsx'
import { words as taskWords } from './task-words.ts'

interface One extends ActShown {
  name: string
  label: string
  hint?: string | undefined
}

function Text({ name, label, hint, errors, typed, rows }: One & { rows?: number }) {
  return (
    <Field name={name} label={label} hint={hint} error={errors[name]}>
      {(control) =>
        rows ? (
          <textarea {...control} rows={rows} defaultValue={typed[name]} />
        ) : (
          <input {...control} type="text" maxLength={500} defaultValue={typed[name]} />
        )
      }
    </Field>
  )
}

function Day({ name, label, errors, typed, usual }: One & { usual?: string | undefined }) {
  return (
    <Field name={name} label={label} error={errors[name]}>
      {(control) => <DayInput {...control} defaultValue={typed[name] ?? usual} />}
    </Field>
  )
}

function Choice(
  props: One & { options: readonly (readonly [string, string])[]; usual?: string | undefined },
) {
  const { name, label, hint, errors, typed, options, usual } = props
  return (
    <Field name={name} label={label} hint={hint} error={errors[name]}>
      {(control) => (
        <select {...control} defaultValue={typed[name] ?? usual}>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Agencies to choose among, those the text may mean first. */
function useAgencies({ view }: ActShown): (readonly [string, string])[] {
  const t = useWords(words)
  const lang = useLang()
  const likely = view.candidates.map(({ party, name }) => [party, `${t.candidates}: ${name[lang]}`] as const)
  const others = leadChoices
    .filter((code) => !view.candidates.some(({ party }) => party === code))
    .map((code) => [code, agencies[code].name[lang]] as const)
  return [['', t.choose], ...likely, ...others]
}

function useMetrics({ view }: ActShown, none: string): (readonly [string, string])[] {
  const lang = useLang()
  return [['', none], ...view.choosableMetrics.map(({ key, name }) => [key, name[lang]] as const)]
}

/** An act that needs its words and nothing else. */
export function WholeText({
  deed,
  ...shown
}: ActShown & { deed: TaskDeed & ('nhan' | 'tra' | 'xong' | 'rut') }) {
  const t = useWords(words)
  if (deed === 'xong')
    return <Text {...shown} name="xong-ghi-chu" label={t.finishNote} hint={t.finishHint} rows={3} />
  if (deed === 'nhan') return <Text {...shown} name="nhan-ghi-chu" label={t.acceptNote} />
  return <Text {...shown} name={`${deed}-ly-do`} label={t.because} rows={3} />
}

export function Report(shown: ActShown) {
  const t = useWords(words)
  const lang = useLang()
  const linked = shown.view.figures.map(({ key, name }) => [key, name[lang]] as const)
  return (
    <>
      <Text {...shown} name="bao-cao-noi-dung" label={t.progress} hint={t.progressHint} rows={4} />
      <Text {...shown} name="bao-cao-phan-tram" label={t.percent} />
      {linked.length > 0 ? (
        <>
          <Choice
            {...shown}
            name="bao-cao-chi-so"
            label={t.figure}
            hint={t.figureHint}
            options={[['', t.noFigure], ...linked]}
          />
          <Text {...shown} name="bao-cao-so" label={t.value} />
          <Day {...shown} name="bao-cao-ngay" label={t.figureOn} usual={shown.view.today} />
        </>
      ) : null}
    </>
  )
}

export function Evidence(shown: ActShown) {
  const t = useWords(words)
  const metrics = useMetrics(shown, t.noMetric)
  return (
    <>
      <Text {...shown} name="minh-chung-ten" label={t.evidenceTitle} />
      <FileField
        id="minh-chung-tep"
        title={t.file}
        hint={t.fileHint}
        button={t.chooseFile}
        none={t.noneChosen}
        accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt,.csv"
      />
      <Text {...shown} name="minh-chung-duong-dan" label={t.link} />
      <Choice {...shown} name="minh-chung-chi-so" label={t.metricNow} options={metrics} />
      <Text {...shown} name="minh-chung-ghi-chu" label={t.note} rows={2} />
    </>
  )
}

/** More time, or the day of what each commune is given. */
export function Extend({ isForCommunes = false, ...shown }: ActShown & { isForCommunes?: boolean }) {
  const t = useWords(words)
  if (isForCommunes)
    return (
      <>
        <p className="hint">{t.communesHint}</p>
        <Day {...shown} name="chia-xa-han" label={t.dueOn} usual={shown.view.task.dueOn} />
      </>
    )
  return (
    <>
      <Day {...shown} name="xin-han-ngay" label={t.wantedOn} />
      <Text {...shown} name="xin-han-ly-do" label={t.because} rows={3} />
    </>
  )
}

export function Decide(shown: ActShown) {
  const t = useWords(words)
  const asked = shown.view.extensions.find(({ state }) => state === 'asked')
  const verdicts = [
    ['cho', t.grant],
    ['khong', t.refuse],
  ] as const
  return (
    <>
      {asked ? <p>{asked.reason}</p> : null}
      <Choice {...shown} name="cho-han-quyet" label={t.verdict} options={verdicts} />
      <Day {...shown} name="cho-han-ngay" label={t.grantedOn} usual={asked?.wantedOn} />
      <Text {...shown} name="cho-han-ly-do" label={t.because} />
    </>
  )
}

export function AskOpinion(shown: ActShown) {
  const t = useWords(words)
  const lang = useLang()
  const days = ['2', '3', '4', '5'].map((day) => [day, day] as const)
  const error = shown.errors['hoi-co-quan']
  // Nobody asks their own agency.
  const others = leadChoices.filter((code) => !shown.view.ownParties.includes(code))
  return (
    <>
      <fieldset className="draft-areas" id="hoi-co-quan" tabIndex={-1}>
        <legend>{t.parties}</legend>
        {error ? <FieldError of="hoi-co-quan">{error}</FieldError> : null}
        {others.map((code) => (
          <label key={code}>
            <input type="checkbox" name="hoi-co-quan" value={code} />
            {agencies[code].name[lang]}
          </label>
        ))}
      </fieldset>
      <Text {...shown} name="hoi-noi-dung" label={t.question} rows={3} />
      <Choice {...shown} name="hoi-ngay" label={t.workingDays} options={days} usual="5" />
    </>
  )
}

export function Opinion({ opinion, ...shown }: ActShown & { opinion: AskedOpinion }) {
  const t = useWords(words)
  const named = useWords(taskWords).stances
  const prefix = `y-kien-${opinion.id}`
  return (
    <>
      <p>{t.opinionOf(opinion.question)}</p>
      <input type="hidden" name="y-kien-so" value={opinion.id} />
      <Choice
        {...shown}
        name={`${prefix}-la`}
        label={t.stance}
        options={stances.map((stance) => [stance, named[stance]] as const)}
      />
      <Text {...shown} name={`${prefix}-noi-dung`} label={t.answer} rows={4} />
    </>
  )
}

export function Settle({ proposal, ...shown }: ActShown & { proposal: HandedProposal }) {
  const t = useWords(words)
  const named = useWords(taskWords).outcomes
  const prefix = `tra-loi-${proposal.id}`
  return (
    <>
      <p>{t.proposalOf(proposal.content)}</p>
      <input type="hidden" name="tra-loi-so" value={proposal.id} />
      <Choice
        {...shown}
        name={`${prefix}-la`}
        label={t.outcome}
        options={outcomes.map((outcome) => [outcome, named[outcome]] as const)}
      />
      <Text {...shown} name={`${prefix}-noi-dung`} label={t.answer} rows={4} />
    </>
  )
}

export function Proposal(shown: ActShown) {
  const t = useWords(words)
  const options = useAgencies(shown)
  return (
    <>
      <Text {...shown} name="kien-nghi-noi-dung" label={t.content} rows={3} />
      <Text {...shown} name="kien-nghi-cua" label={t.proposer} />
      <Choice {...shown} name="kien-nghi-co-quan" label={t.settledBy} options={options} />
      <Day {...shown} name="kien-nghi-han" label={t.dueOn} />
    </>
  )
}

export function HandOver(shown: ActShown) {
  const t = useWords(words)
  const options = useAgencies(shown)
  return (
    <>
      <Choice {...shown} name="chuyen-den" label={t.to} options={options} />
      <Text {...shown} name="chuyen-ly-do" label={t.because} rows={2} />
    </>
  )
}

export function Divide(shown: ActShown) {
  const t = useWords(words)
  const options = useAgencies(shown)
  return Array.from({ length: partRows }, (_, index) => (
    <fieldset key={t.part(index + 1)} className="task-part">
      <legend>{t.part(index + 1)}</legend>
      <Text {...shown} name={`chia-${index}-viec`} label={t.does} />
      <Choice {...shown} name={`chia-${index}-chu-tri`} label={t.partLead} options={options} />
      <Day {...shown} name={`chia-${index}-han`} label={t.dueOn} />
    </fieldset>
  ))
}

export function Link(shown: ActShown) {
  const t = useWords(words)
  const [, ...options] = useMetrics(shown, '')
  return (
    <>
      <Choice {...shown} name="gan-chi-so" label={t.metric} options={options} />
      <Text {...shown} name="gan-dau" label={t.baseline} />
      <Day {...shown} name="gan-ngay-dau" label={t.baselineOn} />
      <Text {...shown} name="gan-dich" label={t.goal} />
      <Day {...shown} name="gan-ngay-dich" label={t.goalOn} />
    </>
  )
}
