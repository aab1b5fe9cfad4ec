export * from './authority.ts'
export * from './clocks.ts'
export * from './kinds.ts'
export { feedbackRules } from './periods.ts'
