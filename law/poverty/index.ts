export * from './book.ts'
export * from './facts.ts'
export * from './scores.ts'
