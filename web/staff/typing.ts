import { useEffect, useRef } from 'react'
import { useBlocker, useNavigation } from 'react-router'

/**
 * Looks after what an officer types, on every page of the workspace. A form that came back refused has its summary of
 * errors focused. A form marked `data-long` is not left unsent without a question; when the whole page is left, the
 * browser asks it in its own words. One that is marked `data-unsent` as well holds what is not sent yet from the start.
 */
export function useCareForTyping(question: string): void {
  const isUnsent = useRef(false)
  useReturnedForm(isUnsent)
  useEffect(() => {
    const typed = ({ target }: Event) => {
      if (longFormOf(target)) isUnsent.current = true
    }
    const sent = ({ target }: Event) => {
      if (longFormOf(target)) isUnsent.current = false
    }
    const leave = (event: BeforeUnloadEvent) => {
      if (isUnsent.current) event.preventDefault()
    }
    document.addEventListener('input', typed)
    // Before the router takes the form over, which would otherwise be asked about.
    document.addEventListener('submit', sent, { capture: true })
    window.addEventListener('beforeunload', leave)
    return () => {
      document.removeEventListener('input', typed)
      document.removeEventListener('submit', sent, { capture: true })
      window.removeEventListener('beforeunload', leave)
    }
  }, [])
  useBlocker(({ currentLocation, nextLocation, historyAction }) => {
    const isElsewhere = currentLocation.pathname !== nextLocation.pathname || historyAction === 'POP'
    if (!isUnsent.current || !isElsewhere) return false
    if (!window.confirm(question)) return true
    isUnsent.current = false
    return false
  })
}

/** After a post that was not the last step: what is wrong gets the focus, and what was typed is unsent still. */
function useReturnedForm(isUnsent: { current: boolean }): void {
  const { state, formMethod } = useNavigation()
  const wasPosted = useRef(false)
  useEffect(() => {
    if (state !== 'idle') {
      wasPosted.current = formMethod === 'POST'
      return
    }
    if (!wasPosted.current) return
    wasPosted.current = false
    const wrong = document.querySelector<HTMLElement>('.wmain .err-sum')
    isUnsent.current = document.querySelector(wrong ? 'form[data-long]' : 'form[data-unsent]') !== null
    if (!wrong) return
    wrong.tabIndex = -1
    wrong.focus()
  }, [state, formMethod, isUnsent])
}

function longFormOf(target: EventTarget | null): HTMLFormElement | null {
  return target instanceof Element ? target.closest<HTMLFormElement>('form[data-long]') : null
}
