import { getDesk } from '#web/staff/access.ts'
import type { Route } from './+types/events'
import { viewOf } from './view.ts'

/** Server-sent events of one job until it ends; only who started it may listen, except to the sweep, which is everybody's. */
export async function loader({ context, params, request, url }: Route.LoaderArgs) {
  const { queue, officer } = await getDesk(context, url)
  const job = await queue.find(params.jobId)
  if (!job || (job.startedBy !== officer.id && job.name !== 'sweep'))
    throw new Response(null, { status: 404 })
  const encoder = new TextEncoder()
  const ended = new AbortController()
  request.signal.addEventListener('abort', () => ended.abort())
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for await (const state of queue.watch(job.id, ended.signal))
        controller.enqueue(encoder.encode(`event: progress\ndata: ${JSON.stringify(viewOf(state))}\n\n`))
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
