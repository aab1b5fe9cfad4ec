export * from './degree.ts'
