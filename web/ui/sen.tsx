import type { CSSProperties } from 'react'
import { formatPercent } from './format.ts'
import { type Catalogue, type Lang, useLang } from './language.ts'

const petal = 'M0 0C-8-5-12-15-9-25C-7-32-3-37 0-40C3-37 7-32 9-25C12-15 8-5 0 0Z'
const box = '-36 -42 72 50'

/** The three principles in per cent of 0 to 100; `undefined` is "not measured", never zero. */
export interface Principles {
  right: number | undefined
  full: number | undefined
  onTime: number | undefined
}

/** How a percentage stands against the thresholds of the look. */
export type Standing = 'good' | 'cham' | 'sai' | 'none'

/** From 97 good, from 90 to under 97 amber, below 90 vermilion, not measured none. */
export function standingOf(percent: number | undefined): Standing {
  if (percent === undefined) return 'none'
  if (percent >= 97) return 'good'
  return percent >= 90 ? 'cham' : 'sai'
}

function Petal({ turn, name, gap }: { turn: number; name: 'dung' | 'du' | 'kip'; gap?: boolean }) {
  return (
    <g transform={`rotate(${turn})`}>
      {gap ? <path d={petal} className="sen-gap" /> : null}
      <g clipPath="url(#sen-cut)">
        <rect x="-13" y="-40" width="26" height="40" className={`sen-level sen-${name}`} />
      </g>
      <path d={petal} className={`sen-rim sen-rim-${name}`} />
    </g>
  )
}

/** The glyph's definition, once in every page; each `<Sen>` only refers to it. */
export function SenDefinition() {
  return (
    <>
      <clipPath id="sen-cut">
        <path d={petal} />
      </clipPath>
      <symbol id="sen" overflow="visible">
        <Petal turn={-57} name="dung" />
        <Petal turn={57} name="kip" />
        <Petal turn={0} name="du" gap />
      </symbol>
    </>
  )
}

const words: Catalogue<{
  name: (what: string, right: string, full: string, onTime: string) => string
  none: string
}> = {
  vi: {
    name: (what, right, full, onTime) =>
      `${what}: đúng đối tượng ${right}, đủ chế độ ${full}, kịp thời ${onTime}`,
    none: 'chưa đo',
  },
  en: {
    name: (what, right, full, onTime) =>
      `${what}: right person ${right}, full amount ${full}, on time ${onTime}`,
    none: 'not measured yet',
  },
}

/** A percentage for the eye, or "chưa đo". */
export function percentText(percent: number | undefined, lang: Lang): string {
  return percent === undefined ? words[lang].none : formatPercent(percent, lang)
}

/**
 * The chart of the three principles. `what` names what is measured; leave it out only next to a label that already
 * says so (the glyph is then hidden from readers). Always stands beside the three numbers in text.
 */
export function Sen({ value, what, onPaper }: { value: Principles; what?: string; onPaper?: boolean }) {
  const lang = useLang()
  const { right, full, onTime } = value
  const measured = right !== undefined || full !== undefined || onTime !== undefined
  const style = measured ? { '--dung': right ?? 0, '--du': full ?? 0, '--kip': onTime ?? 0 } : undefined
  const label = what
    ? words[lang].name(what, percentText(right, lang), percentText(full, lang), percentText(onTime, lang))
    : undefined
  const mark = (percent: number | undefined) => {
    const standing = standingOf(percent)
    return standing === 'good' ? undefined : standing
  }
  const drawing = {
    className: `sen${measured ? '' : ' none'}${onPaper ? ' on-paper' : ''}`,
    viewBox: box,
    style: style as CSSProperties | undefined,
    'data-dung': mark(right),
    'data-du': mark(full),
    'data-kip': mark(onTime),
  }
  return label ? (
    <svg {...drawing} role="img" aria-label={label}>
      <use href="#sen" />
    </svg>
  ) : (
    <svg {...drawing} aria-hidden="true">
      <use href="#sen" />
    </svg>
  )
}

/** The sign of the house: all petals full; it never shows data. */
export function Logo() {
  return (
    <svg className="sen logo" viewBox={box} aria-hidden="true">
      <use href="#sen" />
    </svg>
  )
}

/** A finding's kind: the one petal it offends beside its word. */
export function KindTag({
  offends,
  standing,
  children,
}: {
  offends: 'right' | 'full' | 'onTime' | 'none'
  standing: 'sai' | 'cham' | 'none'
  children: string
}) {
  const turns = { right: 'dung', full: 'du', onTime: 'kip', none: undefined } as const
  const petalName = turns[offends]
  const style = petalName ? { '--dung': 0, '--du': 0, '--kip': 0, [`--${petalName}`]: 100 } : undefined
  return (
    <span className={`tag${standing === 'none' ? '' : ` ${standing}`}`}>
      <svg
        className={`sen${petalName ? ' one' : ' none'}`}
        viewBox={box}
        style={style as CSSProperties | undefined}
        {...(petalName && standing !== 'none' ? { [`data-${petalName}`]: standing } : {})}
        aria-hidden="true"
      >
        <use href="#sen" />
      </svg>
      {children}
    </span>
  )
}
