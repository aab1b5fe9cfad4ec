import type { ComponentProps } from 'react'

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
