import { Fragment, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { formatCount, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { Keyboard } from './keyboard.tsx'
import { words } from './words.ts'

interface Place {
  path: string
  name: string
  /** Pages that belong to the place, when more than its own address begins them. */
  holds?: RegExp
}

/**
 * The ways through the workspace, and only those that lead somewhere: people first, then the work that waits, then
 * what is looked up or taken out. On a phone it is one row that moves sideways, and shows where one is.
 */
export function Rail({ waiting, mayExport }: { waiting: number; mayExport: boolean }) {
  const lang = useLang()
  const t = useWords(words)
  const here = pathIn('vi', useLocation().pathname)
  const rail = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const current = rail.current?.querySelector<HTMLElement>('[aria-current]')
    if (rail.current && current && here)
      rail.current.scrollLeft = current.offsetLeft - (rail.current.clientWidth - current.offsetWidth) / 2
  }, [here])
  return (
    <div className="rail" ref={rail}>
      <nav aria-label={t.mainNav}>
        {groupsOf(t, waiting > 0 ? formatCount(waiting, lang) : undefined, mayExport).map((places, index) => (
          <Fragment key={places[0]?.path}>
            {index > 0 ? <hr /> : null}
            {places.map((place) => (
              <a
                key={place.path}
                href={pathIn(lang, place.path)}
                aria-current={isIn(place, here) ? 'page' : undefined}
              >
                {place.name}
              </a>
            ))}
          </Fragment>
        ))}
      </nav>
      <Keyboard />
    </div>
  )
}

function groupsOf(t: typeof words.vi, waiting: string | undefined, mayExport: boolean): Place[][] {
  return [
    [
      { path: '/can-bo', name: t.today, holds: /^\/can-bo$/ },
      { path: '/can-bo/nguoi', name: t.people, holds: /^\/can-bo\/(nguoi|ho|ghi)\b/ },
    ],
    [
      { path: '/can-bo/danh-sach', name: t.lists },
      { path: '/can-bo/trung', name: t.duplicates },
      { path: '/can-bo/thay-doi', name: waiting ? `${t.changes} (${waiting})` : t.changes },
      { path: '/can-bo/kho-ho-so', name: t.archive },
    ],
    [
      { path: '/can-bo/dia-ban', name: t.units },
      ...(mayExport ? [{ path: '/can-bo/xuat-du-lieu', name: t.exporting }] : []),
    ],
  ]
}

function isIn({ path, holds }: Place, here: string): boolean {
  return holds ? holds.test(here) : here.startsWith(path)
}
