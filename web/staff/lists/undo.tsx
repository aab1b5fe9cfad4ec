import { data, Form, redirect, type ShouldRevalidateFunctionArgs } from 'react-router'
import { countEffects, findUpload, isHidden, listObstacles } from '#intake'
import { withActor } from '#platform/database'
import { type Desk, getDesk } from '#web/staff/access.ts'
import { numberIn } from '#web/staff/numbers.ts'
import {
  Button,
  Field,
  formatCount,
  langOf,
  pathIn,
  Refused,
  Table,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/undo'
import { askFor } from './asking.server.ts'
import { previewPath } from './preview-path.ts'
import { words as undoWords } from './undo-words.ts'
import { words } from './words.ts'

const reasonMax = 500

async function find({ database, actor, officer }: Desk, params: { fileId: string }) {
  if (officer.role === 'leader') throw new Response(null, { status: 403 })
  const fileId = numberIn(params.fileId)
  const found = await withActor(database, actor, async (transaction) => ({
    upload: await findUpload(transaction, fileId),
    isClosed: await isHidden(transaction, fileId),
  }))
  if (!found.upload || found.isClosed) throw new Response(null, { status: 404 })
  return found.upload
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { fileId, fileName, rounds, isBegun } = await find(desk, params)
  return withActor(desk.database, desk.actor, async (transaction) => ({
    fileId,
    fileName,
    round: rounds,
    isBegun,
    counts: await countEffects(transaction, fileId),
    obstacles: await listObstacles(transaction, fileId),
  }))
}

/** Asks for everything a list wrote to be taken back; a reason belongs to it. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  const { fileId, rounds } = await find(desk, params)
  const lang = langOf(url.pathname)
  const form = await request.formData()
  const reason = String(form.get('ly-do') ?? '').trim()
  // What the officer saw: a list that was taken back and written again since is another.
  const round = form.has('lan') ? Number(form.get('lan')) : rounds
  if (reason === '' || reason.length > reasonMax)
    return data({ field: undoWords[lang].needsReason, because: undefined }, { status: 422 })
  const asked = await askFor(desk, { is: 'undo', fileId, reason, round }, lang)
  if (!asked.ok) return data({ field: undefined, because: asked.because }, { status: 409 })
  throw redirect(previewPath(fileId, lang))
}

/** Whoever came second sees how the list stands now. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === 409 || defaultShouldRevalidate
}

/** What would be taken back, and what stands in the way. */
export default function Undo({ loaderData, actionData }: Route.ComponentProps) {
  const { fileId, fileName, isBegun } = loaderData
  const t = useWords(undoWords)
  const lists = useWords(words)
  const lang = useLang()
  const title = t.title(fileName)
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/danh-sach')}>{lists.title}</a> /{' '}
        <a href={previewPath(fileId, lang)}>{fileName}</a> <span className="quiet">/ {lists.takeBack}</span>
      </p>
      <h1>{title}</h1>
      {actionData?.because ? <Refused>{actionData.because}</Refused> : null}
      {isBegun ? (
        <TakeBack loaderData={loaderData} actionData={actionData} />
      ) : (
        <p className="empty">
          {t.nothing} <a href={previewPath(fileId, lang)}>{lists.toList}</a>
        </p>
      )}
    </>
  )
}

function TakeBack({ loaderData, actionData }: Pick<Route.ComponentProps, 'loaderData' | 'actionData'>) {
  const { fileId, round, counts, obstacles } = loaderData
  const t = useWords(undoWords)
  const lang = useLang()
  return (
    <>
      <p className="quiet">{t.lead}</p>
      <dl className="counts">
        {Object.entries(counts).map(([kind, count]) => (
          <div key={kind} data-undo={kind}>
            <dt>{t.kinds[kind as keyof typeof t.kinds]}</dt>
            <dd>{formatCount(count, lang)}</dd>
          </div>
        ))}
      </dl>
      {obstacles.length > 0 ? (
        <Obstacles obstacles={obstacles} />
      ) : (
        <Form method="post" data-long="">
          <input type="hidden" name="lan" value={round} />
          <Field
            name="ly-do"
            label={t.reason}
            hint={t.reasonHint}
            {...(actionData?.field ? { error: actionData.field } : {})}
          >
            {(control) => <input {...control} type="text" required maxLength={500} />}
          </Field>
          <div className="acts confirm">
            <Button weight="main" type="submit">
              {t.confirm}
            </Button>
            <a className="btn" href={previewPath(fileId, lang)}>
              {t.leave}
            </a>
          </div>
        </Form>
      )}
    </>
  )
}

function Obstacles({ obstacles }: { obstacles: Route.ComponentProps['loaderData']['obstacles'] }) {
  const t = useWords(undoWords)
  const lists = useWords(words)
  const lang = useLang()
  return (
    <section className="sect" aria-labelledby="obstacles">
      <h2 id="obstacles">{t.cannot}</h2>
      <p>{t.cannotWhy}</p>
      <Table
        name={t.cannot}
        rows={obstacles}
        keyOf={({ personId, because }) => `${personId} ${because}`}
        columns={[
          {
            key: 'row',
            head: lists.row,
            label: lists.row,
            number: true,
            cell: ({ row, sheet }) => (sheet === undefined ? row : `${sheet}, ${row}`),
          },
          {
            key: 'name',
            full: true,
            head: lists.name,
            cell: ({ personId, name }) => (
              <a href={pathIn(lang, `/can-bo/nguoi/${personId}`)}>{name ?? t.record}</a>
            ),
          },
          { key: 'why', full: true, head: t.why, cell: ({ because }) => t.reasons[because] },
        ]}
      />
    </section>
  )
}
