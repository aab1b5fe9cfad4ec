import { useEffect, useState } from 'react'
import { useRevalidator } from 'react-router'
import { formatCount, Progress, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { JobView } from './view.ts'
import { words } from './words.ts'

/** Between one try to hear of a job and the next. */
const askAgainMs = 2_000

/**
 * A job's progress: live by server-sent events, and by reloading where there are no scripts. The page may be left at
 * any time. When the job ends the page's own loaders are asked again.
 */
export function JobProgress({ job }: { job: JobView }) {
  const t = useWords(words)
  const lang = useLang()
  const live = useLive(job)
  if (live.state === 'failed')
    return (
      <p className="err-sum" role="alert">
        <span className="err">
          {live.because ? t.failed(withoutStop(live.because[lang])) : t.broken} {t.tell(live.reference)}
        </span>
      </p>
    )
  const count = (number: number) => formatCount(number, lang)
  const sentence = live.total
    ? t.ofTotal(count(live.done), count(live.total))
    : live.state === 'waiting'
      ? t.waiting
      : t.running(count(live.done))
  // What the job says of itself is in Vietnamese.
  const told = live.message && lang === 'vi' ? `${live.message}.` : sentence
  return (
    <div className="job" data-job={live.state}>
      <Progress done={live.done} total={live.total ?? 0} words={`${told} ${t.mayLeave}`} />
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
    </div>
  )
}

/** Sentences that tell why end with a full stop, or without one. */
function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}

function useLive(job: JobView): JobView {
  const [heard, setHeard] = useState<JobView>()
  const { revalidate } = useRevalidator()
  const { id, state } = job
  const ended = state === 'done' || state === 'failed'
  useEffect(() => {
    if (ended) return
    return listen(id, (next) => {
      setHeard(next)
      const isOver = next.state === 'done' || next.state === 'failed'
      if (isOver) void revalidate()
      return isOver
    })
  }, [id, ended, revalidate])
  return heard?.id === id ? heard : job
}

/**
 * Tells `hear` how far a job is until that says it is over. A server that is being started again refuses for a while:
 * it is asked until it answers. Returns how to stop.
 */
function listen(id: string, hear: (view: JobView) => boolean): () => void {
  let events: EventSource
  let again: ReturnType<typeof setTimeout> | undefined
  function open() {
    events = new EventSource(pathIn('vi', `/can-bo/viec/${id}/tien-do`))
    events.addEventListener('progress', (event) => {
      if (hear(JSON.parse((event as MessageEvent<string>).data) as JobView)) events.close()
    })
    events.addEventListener('error', () => {
      if (events.readyState === EventSource.CLOSED) again = setTimeout(open, askAgainMs)
    })
  }
  open()
  return () => {
    clearTimeout(again)
    events.close()
  }
}
