import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askAgainMs, followJob, silenceMs, type Telling } from './following.ts'
import type { JobView } from './view.ts'

/** One live telling, by hand. */
function byHand() {
  const heard = new Map<string, (event: Event) => void>()
  const telling: Telling = {
    readyState: 1,
    addEventListener: (name, hear) => void heard.set(name, hear),
    close: () => {
      telling.readyState = 2
    },
  }
  return {
    telling,
    tell: (view: Partial<JobView>) =>
      heard.get('progress')?.(new MessageEvent('progress', { data: JSON.stringify(view) })),
    refuse: () => {
      telling.readyState = 2
      heard.get('error')?.(new Event('error'))
    },
  }
}

/** A page that follows one job, whatever is told to it. */
function following() {
  const tellings: ReturnType<typeof byHand>[] = []
  const states: string[] = []
  const asked: boolean[] = []
  const stop = followJob({
    open: () => {
      const next = byHand()
      tellings.push(next)
      return next.telling
    },
    hear: ({ state }) => void states.push(state),
    askPage: (isOver) => void asked.push(isOver),
  })
  return { tellings, states, asked, stop }
}

describe('a page that follows a job', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is asked again every few seconds while nothing is told', () => {
    const { asked, stop } = following()
    vi.advanceTimersByTime(silenceMs * 3)
    expect(asked).toEqual([false, false, false])
    stop()
    vi.advanceTimersByTime(silenceMs * 3)
    expect(asked).toHaveLength(3)
  })

  it('is not asked while it hears how far the job is', () => {
    const { asked, tellings, states, stop } = following()
    for (let second = 0; second < 20; second++) {
      vi.advanceTimersByTime(1_000)
      tellings[0]?.tell({ state: 'running', done: second })
    }
    expect(asked).toEqual([])
    expect(states).toHaveLength(20)
    stop()
  })

  it('is asked at once when the job is over, and until it shows so itself', () => {
    const { asked, tellings, stop } = following()
    tellings[0]?.tell({ state: 'done', done: 1 })
    expect(asked).toEqual([true])
    expect(tellings[0]?.telling.readyState).toBe(2)
    vi.advanceTimersByTime(askAgainMs * 2)
    expect(asked).toEqual([true, false, false])
    stop()
  })

  it('tries again to hear what was refused, and is asked meanwhile', () => {
    const { asked, tellings, stop } = following()
    for (let tries = 0; tries < 4; tries++) {
      tellings.at(-1)?.refuse()
      vi.advanceTimersByTime(askAgainMs)
    }
    expect(tellings).toHaveLength(5)
    expect(asked).toEqual([false])
    stop()
  })
})
