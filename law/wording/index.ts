export * from './certainty.ts'
export * from './figures.ts'
export { narrate, type ReasonLine } from './narrate.ts'
export { valueText } from './sentences.ts'
