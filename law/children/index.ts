export * from './childhood.ts'
