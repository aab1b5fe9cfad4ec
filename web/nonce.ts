import { createContext } from 'react'

/** The nonce of the request while the server renders; empty in the browser, which hides nonces. */
export const NonceContext = createContext('')
