export * from './facts.ts'
export * from './recipient.ts'
