/** The line icons of the look; an icon always stands beside a word. */
const shapes = {
  yes: 'M4 12.5l5.5 5.5L20 7',
  no: 'M6 6l12 12M18 6L6 18',
  ask: 'M8 8.5a4 4 0 1 1 5.8 3.6c-1.2.6-1.8 1.4-1.8 2.9M12 19.2v.1',
  go: 'M4 12h15M13 6l6 6-6 6',
  back: 'M20 12H5M11 18l-6-6 6-6',
  warn: 'M12 4L2.5 20h19zM12 10v4.5M12 17.2v.1',
  menu: 'M4 7h16M4 12h16M4 17h16',
  find: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20.5 20.5',
} as const

export type IconName = keyof typeof shapes

/** The icons' definitions, once in every page. */
export function IconDefinitions() {
  return Object.entries(shapes).map(([name, d]) => (
    <symbol key={name} id={`i-${name}`} viewBox="0 0 24 24">
      <path d={d} />
    </symbol>
  ))
}

/** One icon; `label` only where it carries a meaning of its own (the ticks of a reasoning tree). */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  const classes = className ? `i ${className}` : 'i'
  const shape = <use href={`#i-${name}`} />
  return label ? (
    <svg className={classes} viewBox="0 0 24 24" role="img" aria-label={label}>
      {shape}
    </svg>
  ) : (
    <svg className={classes} viewBox="0 0 24 24" aria-hidden="true">
      {shape}
    </svg>
  )
}
