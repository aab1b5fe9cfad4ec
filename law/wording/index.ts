export * from './certainty.ts'
export * from './figures.ts'
export { type Answer, groundLine, narrate, type ReasonLine } from './narrate.ts'
export { valueText } from './sentences.ts'
