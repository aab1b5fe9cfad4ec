import { data } from 'react-router'

/** Every address below the portal that nobody answers: 404, inside the frame. */
export function loader(): never {
  throw data(null, { status: 404 })
}

export const action = loader

export default function NotFound() {
  return null
}
