export * from './facts.ts'
export * from './monthly-book.ts'
export { nationalStandard, recipientClass } from './standard.ts'
