import { createContext } from 'react'

/** What is wrong with the fields of the page's forms, a sentence by the name of each. */
export const FieldErrors = createContext<Readonly<Record<string, string>>>({})
