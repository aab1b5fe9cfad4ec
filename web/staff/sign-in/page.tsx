import '#web/staff/staff.css'
import { data, redirect } from 'react-router'
import { requestContext, servicesContext } from '#web/context.ts'
import { landingOf } from '#web/staff/access.ts'
import {
  Button,
  Field,
  FieldError,
  focusedOnArrival,
  LanguageSwitch,
  Logo,
  langOf,
  pathIn,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const officer = await context.get(requestContext).findOfficer()
  if (officer) throw redirect(landingOf(url.searchParams.get('tiep'), langOf(url.pathname), officer))
  return null
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const form = await request.formData()
  const username = String(form.get('username') ?? '').trim()
  const password = String(form.get('password') ?? '')
  if (!username || !password) return data({ username, problem: 'empty' as const }, { status: 422 })
  const { sessions } = context.get(servicesContext)
  const outcome = await sessions.signIn({ username, password, ip: context.get(requestContext).address })
  if (!outcome.ok)
    return data({ username, problem: outcome.because }, { status: outcome.because === 'tooMany' ? 429 : 401 })
  return redirect(landingOf(url.searchParams.get('tiep'), langOf(url.pathname), outcome.officer), {
    headers: outcome.setCookie.map((cookie): [string, string] => ['set-cookie', cookie]),
  })
}

/** The staff's door: works without scripts, keeps the user name when the password was wrong. */
export default function SignIn({ actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <div className="door">
      <title>{`${t.title} | An Sinh`}</title>
      <header className="wtop">
        <a className="brand" href={pathIn(lang, '/')}>
          <Logo />
          <b>An Sinh</b>
        </a>
        <div className="me">
          <LanguageSwitch />
        </div>
      </header>
      <main id="noi-dung">
        <h1>{t.title}</h1>
        <p className="quiet">{t.lead}</p>
        {actionData ? (
          <p className="err-sum" role="alert" {...focusedOnArrival}>
            <FieldError>{t.problems[actionData.problem]}</FieldError>
          </p>
        ) : null}
        <form method="post">
          <Field name="username" label={t.username}>
            {(control) => (
              <input
                {...control}
                type="text"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
                defaultValue={actionData?.username}
              />
            )}
          </Field>
          <Field name="password" label={t.password}>
            {(control) => <input {...control} type="password" autoComplete="current-password" required />}
          </Field>
          <Button weight="main" type="submit">
            {t.submit}
          </Button>
        </form>
        <p className="quiet small">{t.help}</p>
      </main>
    </div>
  )
}
