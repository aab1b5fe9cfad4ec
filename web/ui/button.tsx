import type { ComponentProps, ReactNode } from 'react'

type Weight = 'main' | 'plain' | 'text'
type Size = 'big' | 'normal' | 'small'

function classOf(weight: Weight = 'plain', size: Size = 'normal'): string {
  return ['btn', weight === 'plain' ? '' : weight, size === 'normal' ? '' : size === 'small' ? 'sm' : 'big']
    .filter(Boolean)
    .join(' ')
}

/** A button; one `main` a view, and its words say what happens ("Lập truy lĩnh", not "OK"). */
export function Button({
  weight,
  size,
  ...rest
}: { weight?: Weight; size?: Size } & ComponentProps<'button'>) {
  return <button {...rest} className={classOf(weight, size)} />
}

/** A link that looks like a button, for moves that change nothing. */
export function ButtonLink(props: { href: string; weight?: Weight; size?: Size; children: ReactNode }) {
  return (
    <a href={props.href} className={classOf(props.weight, props.size)}>
      {props.children}
    </a>
  )
}
