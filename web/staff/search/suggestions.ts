import { useEffect, useState } from 'react'
import type { Suggestion } from './suggest.ts'

/** What is proposed for a text; undefined while nothing is, or nothing yet. */
export interface Proposed {
  text: string
  suggestions: Suggestion[]
  isMore: boolean
}

const pauseMs = 120

/** Asks for suggestions a moment after the last key; an answer to an older text is thrown away. */
export function useSuggestions(text: string, isWanted: boolean): { proposed?: Proposed; hasFailed: boolean } {
  const [answer, setAnswer] = useState<{ proposed?: Proposed; failedFor?: string }>({})
  useEffect(() => {
    if (!isWanted || text.trim().length < 2) return
    const given = new AbortController()
    const timer = setTimeout(() => {
      ask(text, given.signal).then(
        (proposed) => setAnswer({ proposed }),
        () => given.signal.aborted || setAnswer({ failedFor: text }),
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      given.abort()
    }
  }, [text, isWanted])
  const { proposed, failedFor } = answer
  return {
    ...(proposed && isWanted && text.trim().length >= 2 ? { proposed } : {}),
    hasFailed: failedFor === text,
  }
}

async function ask(text: string, signal: AbortSignal): Promise<Proposed> {
  const body = new FormData()
  body.set('tim', text)
  const answer = await fetch('/can-bo/tim/goi-y', { method: 'POST', body, signal })
  if (!answer.ok) throw new Error(String(answer.status))
  const { suggestions, isMore } = (await answer.json()) as Omit<Proposed, 'text'>
  return { text, suggestions, isMore }
}
