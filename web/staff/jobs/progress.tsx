import { useEffect, useRef, useState } from 'react'
import { useNavigation, useRevalidator } from 'react-router'
import { formatCount, Progress, pathIn, Refused, useLang, useWords } from '#web/ui/index.ts'
import { followJob } from './following.ts'
import type { JobView } from './view.ts'
import { words } from './words.ts'

/**
 * A job's progress: live by server-sent events, by asking the page's own loaders where those are silent, and by
 * reloading where there are no scripts. The page may be left at any time.
 */
export function JobProgress({ job }: { job: JobView }) {
  const t = useWords(words)
  const lang = useLang()
  const live = useLive(job)
  if (live.state === 'failed')
    return (
      <Refused>
        {live.because
          ? // What is known says what to do; nobody need be told.
            t.failed(withoutStop(live.because[lang]))
          : `${t.broken} ${t.tell(live.reference)}`}
      </Refused>
    )
  const count = (number: number) => formatCount(number, lang)
  const sentence = sentenceOf(live, t, count)
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

function sentenceOf(
  { state, done, total }: JobView,
  t: (typeof words)['vi'],
  count: (number: number) => string,
): string {
  if (total) return t.ofTotal(count(done), count(total))
  if (state === 'waiting') return t.waiting
  if (state === 'done') return t.over
  return done === 0 ? t.begun : t.running(count(done))
}

/** Sentences that tell why end with a full stop, or without one. */
function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}

function useLive(job: JobView): JobView {
  const [heard, setHeard] = useState<JobView>()
  const { revalidate, state: asking } = useRevalidator()
  const { state: moving } = useNavigation()
  const isBusy = useRef(false)
  isBusy.current = asking !== 'idle' || moving !== 'idle'
  const { id, state } = job
  const ended = state === 'done' || state === 'failed'
  useEffect(() => {
    if (ended) return
    return followJob({
      open: () => new EventSource(pathIn('vi', `/can-bo/viec/${id}/tien-do`)),
      hear: setHeard,
      // A page that is being asked already is left to answer.
      askPage: (isOver) => {
        if (isOver || !isBusy.current) void revalidate()
      },
    })
  }, [id, ended, revalidate])
  return heard?.id === id && !ended ? heard : job
}
