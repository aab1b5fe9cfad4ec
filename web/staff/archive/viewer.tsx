import { type CSSProperties, useCallback, useEffect, useRef, useState } from 'react'
import { Button, useWords } from '#web/ui/index.ts'
import { readingWords } from './reading-words.ts'
import type { PlaceOnPage } from './scan.server.ts'
import { scanWords } from './scan-words.ts'

interface PageView {
  number: number
  width: number
  height: number
  text: string | undefined
}

const zooms = [100, 150, 200, 300]

/** What scrolls is scrolled by keyboard as well; as an object, since it is no control of a form. */
const scrollable = { tabIndex: 0 }

/** What keys do while a field has the focus: they hold Alt, so that nothing that is typed is taken for one. */
type Move = 'bigger' | 'smaller' | 'turn' | 'next' | 'previous'
const moves: Readonly<Record<string, Move>> = {
  '=': 'bigger',
  '+': 'bigger',
  '-': 'smaller',
  r: 'turn',
  PageDown: 'next',
  PageUp: 'previous',
}

/**
 * The pages of a scan, to be enlarged, turned and leafed through, by keyboard too; the box of the field that has the focus
 * is drawn on its page and brought into view.
 */
export function Viewer(props: {
  scanId: number
  fileName: string
  pages: readonly PageView[]
  places: readonly PlaceOnPage[]
  focused: string | undefined
}) {
  const s = useWords(scanWords)
  const r = useWords(readingWords)
  const { scanId, fileName, pages, places, focused } = props
  const [zoom, setZoom] = useState(0)
  const [turns, setTurns] = useState(0)
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = focused && frame.current?.querySelector(`[data-field="${focused}"]`)
    if (frame.current && box) bringInto(frame.current, box)
  }, [focused])
  const move = useCallback((what: Move) => {
    if (what === 'bigger') setZoom((now) => Math.min(now + 1, zooms.length - 1))
    else if (what === 'smaller') setZoom((now) => Math.max(now - 1, 0))
    else if (what === 'turn') setTurns((now) => (now + 1) % 4)
    else if (frame.current) leaf(frame.current, what === 'next' ? 1 : -1)
  }, [])
  useKeys(move)
  const tool = (what: Move, name: string, disabled = false) => (
    <Button size="small" type="button" disabled={disabled} onClick={() => move(what)}>
      {name}
    </Button>
  )
  return (
    <section className="viewer" aria-label={fileName}>
      <div className="viewer-tools">
        {tool('bigger', s.bigger, zoom === zooms.length - 1)}
        {tool('smaller', s.smaller, zoom === 0)}
        {tool('turn', s.turn)}
        {pages.length > 1 ? (
          <>
            {tool('previous', r.previousPage)}
            {tool('next', r.nextPage)}
          </>
        ) : null}
        <a className="btn sm" href={`/can-bo/kho-ho-so/goc/${scanId}`} download>
          {s.original}
        </a>
      </div>
      <section className="viewer-frame" ref={frame} {...scrollable} aria-label={s.pictureOf(fileName, 1)}>
        {pages.map((page) => (
          <figure key={page.number} style={{ width: `${zooms[zoom] ?? 100}%` }} data-turns={turns}>
            <OnePage
              src={`/can-bo/kho-ho-so/anh/${scanId}/${page.number}`}
              alt={s.pictureOf(fileName, page.number)}
              page={page}
              place={places.find((each) => each.field === focused && each.page === page.number)}
            />
            {pages.length > 1 ? <figcaption>{s.pageOf(page.number, pages.length)}</figcaption> : null}
          </figure>
        ))}
      </section>
      <p className="hint viewer-keys">
        {r.keys}: {r.keyList}
      </p>
      <ReadText pages={pages} />
    </section>
  )
}

/** What the machine read, page by page; nothing for who reads blind. */
function ReadText({ pages }: { pages: readonly PageView[] }) {
  const s = useWords(scanWords)
  if (!pages.some(({ text }) => text !== undefined)) return null
  return (
    <details>
      <summary>{s.readText}</summary>
      {pages.map(({ number, text }) => (
        <p key={number} className="read-text">
          {text || s.noText}
        </p>
      ))}
    </details>
  )
}

/** Listens for the keys of the viewer as long as it is shown. */
function useKeys(move: (what: Move) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const what = moves[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!event.altKey || event.ctrlKey || event.metaKey || !what) return
      event.preventDefault()
      move(what)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [move])
}

/** Brings the page before or after the one in view to the top of the frame. */
function leaf(frame: HTMLElement, by: 1 | -1): void {
  const tops = [...frame.querySelectorAll<HTMLElement>('figure')].map(({ offsetTop }) => offsetTop)
  const base = tops[0] ?? 0
  const here = tops.findLastIndex((top) => top - base <= frame.scrollTop + 4)
  const top = tops[Math.min(Math.max(here + by, 0), tops.length - 1)]
  if (top !== undefined) frame.scrollTo({ top: top - base })
}

/** Scrolls the frame alone: the page must not move under the finger that is choosing a field. */
function bringInto(frame: HTMLElement, box: Element): void {
  const [inside, around] = [box.getBoundingClientRect(), frame.getBoundingClientRect()]
  if (inside.top >= around.top && inside.bottom <= around.bottom && inside.left >= around.left) return
  frame.scrollBy(inside.left - around.left - 40, inside.top - around.top - around.height / 3)
}

function OnePage({
  src,
  alt,
  page,
  place,
}: {
  src: string
  alt: string
  page: PageView
  place: PlaceOnPage | undefined
}) {
  const { width, height } = page
  const margin = 8
  // Turned on its side it is as wide as it was high: its place on the screen follows.
  const turned = {
    '--lying': `${height} / ${width}`,
    '--across': `${(100 * width) / height}%`,
  } as CSSProperties
  return (
    <div className="turned" style={turned}>
      <div className="sheet">
        <img src={src} alt={alt} width={width} height={height} />
        {place ? (
          <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            <rect
              data-field={place.field}
              x={place.box.left - margin}
              y={place.box.top - margin}
              width={place.box.right - place.box.left + 2 * margin}
              height={place.box.bottom - place.box.top + 2 * margin}
            />
          </svg>
        ) : null}
      </div>
    </div>
  )
}

/** The strip of a page around a box, as it stands on the picture. */
export function Crop({ scanId, page, place }: { scanId: number; page: PageView; place: PlaceOnPage }) {
  const { left, top, right, bottom } = place.box
  const margin = Math.round((bottom - top) * 0.6)
  const view = [left - 2 * margin, top - margin, right - left + 4 * margin, bottom - top + 2 * margin]
  return (
    <svg className="crop" viewBox={view.join(' ')} aria-hidden="true">
      <image
        href={`/can-bo/kho-ho-so/anh/${scanId}/${page.number}`}
        width={page.width}
        height={page.height}
      />
    </svg>
  )
}
