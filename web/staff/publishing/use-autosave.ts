import { type RefObject, useEffect, useRef, useState } from 'react'
import { useBlocker } from 'react-router'
import { type SaveAnswer, type SaveState, stateAfter } from './saving.ts'

const restMs = 2_500
const againMs = 5_000

export interface Autosave {
  state: SaveState
  /** The version the words on the page are based on. */
  version: number
  /** The same, known at once after a saving and not with the next drawing. */
  latest(): number
  /** What the server said of single fields. */
  problems: Record<string, 'notADay' | 'notAnAddress' | 'notBlocks'>
  /** Something was typed. */
  touch(): void
  /** Saves now what is not saved; true when everything is kept. */
  flush(): Promise<boolean>
  /** After a conflict: keeps the words of this page, those of the other stay in the history. */
  keepMine(): Promise<boolean>
  /** Lets go of what is not saved and reads what is. */
  drop(): void
}

/**
 * Sends the form to `path` a moment after the last letter, one request at a time, again when there was no answer, and
 * stops when somebody else saved in between. Leaving the page saves first, and asks when that fails.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement | null>,
  { path, version, savedAt, question }: { path: string; version: number; savedAt: Date; question: string },
): Autosave {
  const [shown, setShown] = useState<Shown>({ state: { kind: 'saved', at: savedAt }, version, problems: {} })
  const kept = useRef<Keeper>(undefined)
  kept.current ??= new Keeper(path, version)
  const keeper = kept.current
  useEffect(() => {
    keeper.read = () => (form.current ? new FormData(form.current) : undefined)
    keeper.show = (change) => setShown((before) => ({ ...before, ...change, state: next(before, change) }))
  }, [form, keeper])
  useLeaving(keeper, question)
  const { state } = shown
  return {
    ...shown,
    latest: () => keeper.version,
    touch: () => keeper.touch(),
    flush: () => keeper.flush(),
    keepMine: () => (state.kind === 'conflict' ? keeper.flushOver(state.version) : Promise.resolve(false)),
    drop: () => {
      keeper.isDirty = false
      window.location.reload()
    },
  }
}

/** What the page shows of the saving. */
type Shown = Pick<Autosave, 'state' | 'version' | 'problems'>

/** Until the officer has chosen between two texts, or theirs is kept, the choice stays on the page. */
function next({ state }: Shown, change: Partial<Shown>): SaveState {
  const after = change.state ?? state
  return state.kind === 'conflict' && /^(unsaved|saving)$/.test(after.kind) ? state : after
}

/** Knows what is not kept yet, and sends it: one request at a time. */
class Keeper {
  version: number
  isDirty = false
  read: () => FormData | undefined = () => undefined
  show: (change: Partial<Shown>) => void = () => {}
  private readonly path: string
  private timer = 0
  private running: Promise<boolean> | undefined

  constructor(path: string, version: number) {
    this.path = path
    this.version = version
  }

  touch(): void {
    this.isDirty = true
    this.sendIn(restMs)
    this.show({ state: { kind: 'unsaved' } })
  }

  async flush(): Promise<boolean> {
    while (this.running !== undefined) await this.running
    if (!this.isDirty) return true
    this.running = this.send().finally(() => {
      this.running = undefined
    })
    return this.running
  }

  /** Over what somebody else saved as `version`. */
  flushOver(version: number): Promise<boolean> {
    this.version = version
    this.isDirty = true
    return this.flush()
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  private sendIn(ms: number): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.flush(), ms)
  }

  private async send(): Promise<boolean> {
    const body = this.read()
    if (!body) return false
    clearTimeout(this.timer)
    this.isDirty = false
    this.show({ state: { kind: 'saving' } })
    body.set('version', String(this.version))
    const answer = await post(this.path, body)
    if (typeof answer === 'object' && answer.ok) {
      this.version = answer.version
      const state: SaveState = this.isDirty ? { kind: 'unsaved' } : stateAfter(answer)
      this.show({ state, version: answer.version, problems: answer.problems })
      return !this.isDirty
    }
    this.isDirty = true
    if (answer === 'offline') this.sendIn(againMs)
    this.show({ state: typeof answer === 'object' ? stateAfter(answer) : unkept[answer] })
    return false
  }
}

const unkept: Readonly<Record<'offline' | 'signedOut', SaveState>> = {
  offline: { kind: 'offline' },
  signedOut: { kind: 'refused', because: 'signedOut' },
}

async function post(path: string, body: FormData): Promise<SaveAnswer | 'offline' | 'signedOut'> {
  try {
    const response = await fetch(path, { method: 'POST', body, redirect: 'manual' })
    if (response.type === 'opaqueredirect' || response.status === 401) return 'signedOut'
    if (!response.ok) return response.status >= 500 ? 'offline' : { ok: false, because: 'notEditable' }
    return (await response.json()) as SaveAnswer
  } catch {
    return 'offline'
  }
}

function useLeaving(keeper: Keeper, question: string): void {
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (keeper.isDirty) event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    return () => {
      window.removeEventListener('beforeunload', leave)
      keeper.stop()
    }
  }, [keeper])
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      keeper.isDirty && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    void keeper.flush().then((isKept) => {
      if (isKept || window.confirm(question)) {
        keeper.isDirty = false
        blocker.proceed()
      } else blocker.reset()
    })
  }, [blocker, keeper, question])
}
