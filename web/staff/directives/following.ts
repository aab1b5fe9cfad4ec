import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** Who comes to a draft by its address stands on it: the keys go on from there. */
export function useArrival(): void {
  const { hash, key } = useLocation()
  useEffect(() => {
    // Each arrival counts, also a second one at the same draft.
    const arrived = key && hash ? document.getElementById(hash.slice(1)) : null
    if (!arrived) return
    for (const row of document.querySelectorAll('[data-row]'))
      row.toggleAttribute('data-here', row === arrived)
    arrived.focus({ preventScroll: true })
    arrived.scrollIntoView({ block: 'nearest' })
  }, [hash, key])
}

/** The text shows the words of the draft one stands on, by key, by pointer or by Tab. */
export function useWordsBeside(): void {
  useEffect(() => {
    const list = document.querySelector('.draft-list')
    if (!list) return
    const follow = () => show(list.querySelector('[data-row][data-here]'))
    const focused = ({ target }: Event) =>
      show(target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null)
    const walked = new MutationObserver(follow)
    walked.observe(list, { subtree: true, attributeFilter: ['data-here'] })
    list.addEventListener('focusin', focused)
    return () => {
      walked.disconnect()
      list.removeEventListener('focusin', focused)
    }
  }, [])
}

function show(row: Element | null): void {
  const paper = document.querySelector<HTMLElement>('.draft-paper')
  const draft = row?.id.replace('du-thao-', '')
  if (!paper || !draft) return
  const marks = [...paper.querySelectorAll<HTMLElement>('mark')]
  const own = marks.filter((mark) => mark.dataset.drafts?.split(' ').includes(draft))
  for (const mark of marks) mark.toggleAttribute('data-active', own.includes(mark))
  const [first] = own
  if (!first) return
  // Only the text moves, never the page under who reads.
  const { top } = first.getBoundingClientRect()
  const frame = paper.getBoundingClientRect()
  if (top < frame.top || top > frame.bottom - 80) paper.scrollTop += top - frame.top - 80
}
