export * from './authority.ts'
export * from './clocks.ts'
export * from './kinds.ts'
export { type ClockKey, clockNames, feedbackPeriods, feedbackRules } from './periods.ts'
