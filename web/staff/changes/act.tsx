import './changes.css'
import { data, Form, redirect } from 'react-router'
import { monthlyFacts } from '#law/people'
import { getDesk } from '#web/staff/access.ts'
import { Button, ErrorSummary, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/act'
import { type ActAnswer, answerAct, readActForm } from './act.server.ts'
import { ActFields } from './act-fields.tsx'
import { actWords } from './act-words.ts'
import { type AskedAct, askedIn } from './asked.ts'
import { Difference } from './difference.tsx'
import { type FormValues, valuesOf } from './form-fields.ts'
import { keyText } from './value-text.ts'
import { words } from './words.ts'

/** Facts that follow from the person's own record or from where they live, and those of a household. */
const notOfPersons: readonly string[] = ['birth', 'sex', 'alive', 'area', 'poverty']

function askedOf(url: URL): AskedAct {
  const asked = askedIn(url.searchParams)
  if (!asked) throw new Response(null, { status: 404 })
  return asked
}

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const asked = askedOf(url)
  const form = await readActForm(desk, asked, langOf(url.pathname))
  if (!form) throw new Response(null, { status: 404 })
  const isUnchosen = asked.kind === 'replaceFact' && !asked.key
  const keys = monthlyFacts.map(({ key }) => key)
  const choices =
    asked.personId === undefined ? ['poverty'] : keys.filter((key) => !notOfPersons.includes(key))
  return { asked, form, mayAct: desk.officer.role !== 'leader', choices: isUnchosen ? choices : undefined }
}

/** Shows what would change, then does or proposes it; a form that is wrong comes back as it was filled in. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  if (desk.officer.role === 'leader') throw new Response(null, { status: 403 })
  const asked = askedOf(url)
  const lang = langOf(url.pathname)
  const values = valuesOf(await request.formData())
  if (values.buoc === 'sua') return data({ values, answer: undefined }, { status: 200 })
  const answer = await answerAct(desk, { asked, values, lang })
  if (!answer) throw new Response(null, { status: 404 })
  if (answer.step === 'proposed')
    throw redirect(pathIn(lang, `/can-bo/thay-doi/${answer.requestId}?da-gui`), 303)
  if (answer.step === 'done') throw redirect(pathIn(lang, `${placeOf(asked)}?da-ghi`), 303)
  return data({ values, answer }, { status: answer.step === 'wrong' ? 422 : 200 })
}

function placeOf({ personId, householdId }: AskedAct): string {
  return personId === undefined ? `/can-bo/ho/${householdId}` : `/can-bo/nguoi/${personId}`
}

/** One act: its form, then what it would change, then the button that does or proposes it. */
export default function ActPage({ loaderData, actionData }: Route.ComponentProps) {
  const { asked, form, mayAct, choices } = loaderData
  const t = useWords(words)
  const acts = useWords(actWords)
  const lang = useLang()
  const name = form.person?.name ?? t.crumbHousehold(form.householdId ?? 0)
  const title = `${acts.kinds[asked.kind]}${asked.key ? `: ${keyText(asked.key, lang).toLowerCase()}` : ''}`
  const answer = actionData?.answer
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, placeOf(asked))}>{name}</a> <span className="quiet">/ {title}</span>
      </p>
      <h1>{title}</h1>
      <p className="act-hint">{acts.hints[asked.kind]}</p>
      {choices ? null : (
        <p className="quiet act-hint">
          {form.needsSecond ? t.needsSecond(t.deciders[form.decidedBy]) : t.alone}
        </p>
      )}
      {mayAct ? (
        choices ? (
          <ChooseFact asked={asked} choices={choices} />
        ) : answer?.step === 'preview' ? (
          <Preview answer={answer} values={actionData?.values ?? {}} />
        ) : (
          <Fill
            form={form}
            values={actionData?.values ?? {}}
            answer={answer}
            key={JSON.stringify(actionData?.values ?? asked)}
          />
        )
      ) : (
        <p className="note">{t.leaderOnly}</p>
      )}
    </>
  )
}

function ChooseFact({ asked, choices }: { asked: AskedAct; choices: string[] }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <form className="act-form">
      <input type="hidden" name="viec" value={asked.kind} />
      {asked.personId === undefined ? null : <input type="hidden" name="nguoi" value={asked.personId} />}
      {asked.householdId === undefined ? null : <input type="hidden" name="ho" value={asked.householdId} />}
      <div className="field">
        <label htmlFor="dieu">{t.whichFact}</label>
        <select id="dieu" name="dieu">
          {choices.map((key) => (
            <option key={key} value={key}>
              {keyText(key, lang)}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit" weight="main">
        {t.continue}
      </Button>
    </form>
  )
}

function Fill(props: {
  form: Route.ComponentProps['loaderData']['form']
  values: FormValues
  answer: ActAnswer | undefined
}) {
  const { form, values, answer } = props
  const t = useWords(words)
  const wrong = answer?.step === 'wrong' ? answer : undefined
  return (
    <Form method="post" className="act-form" noValidate data-long="">
      {wrong?.refusal ? (
        <div className="err-sum" role="alert">
          <b className="sai">{t.cannot}</b>
          <p>{wrong.refusal}</p>
        </div>
      ) : null}
      <ErrorSummary errors={wrong?.errors ?? {}} />
      <input type="hidden" name="ma" value={values.ma ?? form.formKey} />
      <ActFields fields={form.fields} values={values} errors={wrong?.errors ?? {}} />
      <Button type="submit" weight="main" name="buoc" value="xem">
        {t.look}
      </Button>
    </Form>
  )
}

function Preview({
  answer,
  values,
}: {
  answer: Extract<ActAnswer, { step: 'preview' }>
  values: FormValues
}) {
  const t = useWords(words)
  const kept = Object.entries(values).filter(([name]) => name !== 'buoc')
  return (
    <section className="act-preview" aria-labelledby="will-change">
      <h2 id="will-change">{t.willChange}</h2>
      <Difference view={answer.view} />
      <p className="act-hint">
        <b>{t.reason}:</b> {answer.reason}
      </p>
      <Form method="post" className="acts act-send" data-long="" data-unsent="">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit" weight="main" name="buoc" value="gui">
          {answer.needsSecond ? t.propose : t.record}
        </Button>
        <Button type="submit" name="buoc" value="sua">
          {t.mend}
        </Button>
      </Form>
    </section>
  )
}
