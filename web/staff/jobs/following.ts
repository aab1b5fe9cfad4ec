import type { JobView } from './view.ts'

/** Between one try to hear of a job and the next, and between two questions to the page once it is over. */
export const askAgainMs = 2_000
/** As long as nothing is heard, the page is asked this often. */
export const silenceMs = 5_000

/** What is told live: an `EventSource`, or what behaves so. */
export interface Telling {
  readyState: number
  addEventListener(name: 'progress' | 'error', hear: (event: Event) => void): void
  close(): void
}

export interface Follower {
  open: () => Telling
  hear: (view: JobView) => void
  /** Has the page's own loaders asked again; `isOver` when that may not wait for anything. */
  askPage: (isOver: boolean) => void
}

const closed = 2

/**
 * Tells `hear` how far a job is until that is over, then has the page asked until it says so itself and stops this. The
 * page never depends on what is told live: while nothing is heard, for whatever reason, it is asked every few seconds. A
 * server that is being started again refuses for a while: it is tried until it answers. Returns how to stop.
 */
export function followJob({ open, hear, askPage }: Follower): () => void {
  let telling: Telling | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let silence = setTimeout(askInSilence, silenceMs)
  let isOver = false

  function askInSilence(): void {
    askPage(false)
    silence = setTimeout(askInSilence, isOver ? askAgainMs : silenceMs)
  }
  function heard(view: JobView): void {
    hear(view)
    clearTimeout(silence)
    isOver = view.state === 'done' || view.state === 'failed'
    if (isOver) {
      telling?.close()
      askPage(true)
    }
    silence = setTimeout(askInSilence, isOver ? askAgainMs : silenceMs)
  }
  function listen(): void {
    const opened = open()
    telling = opened
    opened.addEventListener('progress', (event) =>
      heard(JSON.parse((event as MessageEvent<string>).data) as JobView),
    )
    opened.addEventListener('error', () => {
      if (opened.readyState === closed && !isOver) again = setTimeout(listen, askAgainMs)
    })
  }
  listen()
  return () => {
    clearTimeout(again)
    clearTimeout(silence)
    telling?.close()
  }
}
