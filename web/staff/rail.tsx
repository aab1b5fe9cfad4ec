import { useLocation } from 'react-router'
import { formatCount, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { Keyboard } from './keyboard.tsx'
import { words } from './words.ts'

interface Place {
  path: string
  name: string
  /** How many things wait there; nothing is said of none. */
  waiting?: string | undefined
  /** Pages that belong to the place, when more than its own address begins them. */
  holds?: RegExp
}

/**
 * The ways through the workspace, and only those that lead somewhere: people first, then the work that waits, then
 * what is looked up or taken out. On a phone one button names where one is and opens them all as a sheet at the
 * thumb's end; the browser itself opens and closes it, so it works without scripts, by Escape and by keyboard.
 */
export function Rail(props: { waiting: number; mayExport: boolean; seesReserved: boolean }) {
  const { waiting, mayExport, seesReserved } = props
  const lang = useLang()
  const t = useWords(words)
  const here = pathIn('vi', useLocation().pathname)
  const groups = groupsOf(t, {
    waiting: waiting > 0 ? formatCount(waiting, lang) : undefined,
    mayExport,
    seesReserved,
  })
  const current = groups.flat().find((place) => isIn(place, here))
  return (
    <div className="rail">
      <nav aria-label={t.mainNav}>
        <button type="button" className="ways-button" popoverTarget="ways">
          <span>{t.menu}</span>
          {current ? <b>{current.name}</b> : null}
        </button>
        <div id="ways" popover="auto">
          {groups.map((places) => (
            <ul key={places[0]?.path}>
              {places.map((place) => (
                <li key={place.path}>
                  <a href={pathIn(lang, place.path)} aria-current={place === current ? 'page' : undefined}>
                    {place.name} {place.waiting ? <span>({place.waiting})</span> : null}
                  </a>
                </li>
              ))}
            </ul>
          ))}
          <button type="button" className="btn" popoverTarget="ways" popoverTargetAction="hide">
            {t.close}
          </button>
        </div>
      </nav>
      <Keyboard />
    </div>
  )
}

function groupsOf(
  t: typeof words.vi,
  {
    waiting,
    mayExport,
    seesReserved,
  }: { waiting: string | undefined; mayExport: boolean; seesReserved: boolean },
): Place[][] {
  return [
    [
      { path: '/can-bo', name: t.today, holds: /^\/can-bo\/?$/ },
      { path: '/can-bo/dieu-hanh', name: t.leader },
      { path: '/can-bo/chi-dao', name: t.directives },
      { path: '/can-bo/nguoi', name: t.people, holds: /^\/can-bo\/(nguoi|ho|ghi)\b/ },
    ],
    [
      { path: '/can-bo/danh-sach', name: t.lists },
      { path: '/can-bo/trung', name: t.duplicates },
      { path: '/can-bo/thay-doi', name: t.changes, waiting },
      { path: '/can-bo/kho-ho-so', name: t.archive },
      { path: '/can-bo/cong', name: t.portal },
      { path: '/can-bo/gop-y', name: t.feedback, holds: /^\/can-bo\/gop-y(?!\/rieng)/ },
      ...(seesReserved ? [{ path: '/can-bo/gop-y/rieng', name: t.reservedFeedback }] : []),
    ],
    [
      { path: '/can-bo/so-lieu', name: t.indicators },
      { path: '/can-bo/dia-ban', name: t.units },
      ...(mayExport ? [{ path: '/can-bo/xuat-du-lieu', name: t.exporting }] : []),
    ],
  ]
}

function isIn({ path, holds }: Place, here: string): boolean {
  return holds ? holds.test(here) : here.startsWith(path)
}
