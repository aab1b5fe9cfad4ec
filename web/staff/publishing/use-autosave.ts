import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
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
  {
    path,
    version: first,
    savedAt,
    question,
  }: { path: string; version: number; savedAt: Date; question: string },
): Autosave {
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: savedAt })
  const [version, setVersion] = useState(first)
  const [problems, setProblems] = useState<Autosave['problems']>({})
  const now = useRef({
    version: first,
    isDirty: false,
    timer: 0,
    running: undefined as Promise<boolean> | undefined,
  })

  const send = useCallback(async (): Promise<boolean> => {
    const current = now.current
    if (!form.current) return false
    clearTimeout(current.timer)
    current.isDirty = false
    setState({ kind: 'saving' })
    const body = new FormData(form.current)
    body.set('version', String(current.version))
    const answer = await post(path, body)
    if (answer === 'offline') {
      current.isDirty = true
      current.timer = window.setTimeout(() => void flushRef.current(), againMs)
      setState({ kind: 'offline' })
      return false
    }
    if (answer === 'signedOut') {
      current.isDirty = true
      setState({ kind: 'refused', because: 'signedOut' })
      return false
    }
    if (answer.ok) {
      current.version = answer.version
      setVersion(answer.version)
      setProblems(answer.problems)
    } else current.isDirty = true
    setState(answer.ok && current.isDirty ? { kind: 'unsaved' } : stateAfter(answer))
    return answer.ok && !current.isDirty
  }, [form, path])

  const flush = useCallback(async (): Promise<boolean> => {
    const current = now.current
    while (current.running !== undefined) await current.running
    if (!current.isDirty) return true
    current.running = send().finally(() => {
      current.running = undefined
    })
    return current.running
  }, [send])
  const flushRef = useRef(flush)
  flushRef.current = flush

  const touch = useCallback(() => {
    const current = now.current
    current.isDirty = true
    clearTimeout(current.timer)
    current.timer = window.setTimeout(() => void flushRef.current(), restMs)
    setState((before) => (before.kind === 'conflict' ? before : { kind: 'unsaved' }))
  }, [])

  const keepMine = useCallback(async () => {
    if (state.kind !== 'conflict') return false
    now.current.version = state.version
    now.current.isDirty = true
    return flush()
  }, [state, flush])

  const drop = useCallback(() => {
    now.current.isDirty = false
    window.location.reload()
  }, [])

  useLeaving(now, flush, question)
  const latest = useCallback(() => now.current.version, [])
  return { state, version, latest, problems, touch, flush, keepMine, drop }
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

function useLeaving(
  now: RefObject<{ isDirty: boolean; timer: number }>,
  flush: () => Promise<boolean>,
  question: string,
): void {
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (now.current.isDirty) event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    return () => {
      window.removeEventListener('beforeunload', leave)
      clearTimeout(now.current.timer)
    }
  }, [now])
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      now.current.isDirty && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    void flush().then((isKept) => {
      if (isKept || window.confirm(question)) {
        now.current.isDirty = false
        blocker.proceed()
      } else blocker.reset()
    })
  }, [blocker, flush, now, question])
}
