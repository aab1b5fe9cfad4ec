import { data, Form, redirect, useNavigation } from 'react-router'
import { listUnconfirmed } from '#intake'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { Button, langOf, Refused, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { DropArea } from './drop-area.tsx'
import { History, historyOf } from './history.tsx'
import { listJobs } from './job.ts'
import { previewPath } from './preview-path.ts'
import { receiveList } from './receive.server.ts'
import { Unconfirmed } from './unconfirmed.tsx'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const { queue, officer, database, actor } = await getDesk(context, url)
  const imports = await queue.list({ name: listJobs.import, limit: 50 })
  const undoings = await queue.list({ name: listJobs.undo, limit: 1_000 })
  return {
    history: historyOf({ imports, undoings }, officer),
    unconfirmed: await withActor(database, actor, listUnconfirmed),
    mayWrite: officer.role !== 'leader',
  }
}

/** Takes a list in and has it read and tried; the page of the trial follows it. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  if (desk.officer.role === 'leader') throw new Response(null, { status: 403 })
  const lang = langOf(url.pathname)
  const received = await receiveList(desk, request, lang)
  if (!received.ok) return data({ because: received.because }, { status: received.status })
  throw redirect(previewPath(received.fileId, lang))
}

/** Bringing a list in: upload, look at what it would do, then write it. */
export default function Lists({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const reading = useNavigation().formMethod === 'POST'
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <div className="headrow">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet">{loaderData.mayWrite ? t.lead : t.leaderReads}</p>
        </div>
        {loaderData.mayWrite ? (
          <div className="acts">
            <a className="btn sm" href="/can-bo/danh-sach-mau.xlsx" download>
              {t.template}
            </a>
          </div>
        ) : null}
      </div>
      {actionData ? <Refused>{actionData.because}</Refused> : null}
      {loaderData.mayWrite ? (
        <Form method="post" encType="multipart/form-data">
          <DropArea>
            <Button weight="main" type="submit" disabled={reading}>
              {reading ? t.reading : t.read}
            </Button>
          </DropArea>
        </Form>
      ) : null}
      <Unconfirmed uploads={loaderData.unconfirmed} />
      <History history={loaderData.history} mayWrite={loaderData.mayWrite} />
    </>
  )
}
