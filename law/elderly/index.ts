export * from './longevity.ts'
