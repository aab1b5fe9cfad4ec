import type { ReactNode } from 'react'
import { FieldError } from './field.tsx'

/** Why what was asked for was not done, in a sentence, and the way on that may stand after it. */
export function Refused({ children, after }: { children: ReactNode; after?: ReactNode }) {
  return (
    <p className="err-sum" role="alert">
      <FieldError>{children}</FieldError> {after}
    </p>
  )
}
