import { findFileOfJob } from '#intake'
import { withActor } from '#platform/database'
import type { Job } from '#platform/queue'
import { type Desk, getDesk } from '#web/staff/access.ts'
import type { Route } from './+types/events'
import { viewFor } from './view.ts'

/**
 * Server-sent events of one job until it ends. Who started it may listen, and whoever sees the list it works on; the
 * sweep is everybody's.
 */
export async function loader({ context, params, request, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { queue } = desk
  const job = /^[0-9a-f-]{36}$/.test(params.jobId) ? await queue.find(params.jobId) : undefined
  if (!job || !(await mayHear(desk, job))) throw new Response(null, { status: 404 })
  const encoder = new TextEncoder()
  const ended = new AbortController()
  request.signal.addEventListener('abort', () => ended.abort())
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for await (const state of queue.watch(job.id, ended.signal))
        controller.enqueue(
          encoder.encode(`event: progress\ndata: ${JSON.stringify(viewFor(desk.officer, state))}\n\n`),
        )
      if (!ended.signal.aborted) controller.close()
    },
    cancel: () => ended.abort(),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

async function mayHear({ officer, database, actor }: Desk, job: Job): Promise<boolean> {
  if (job.startedBy === officer.id || job.name === 'sweep') return true
  return (await withActor(database, actor, (transaction) => findFileOfJob(transaction, job.id))) !== undefined
}
