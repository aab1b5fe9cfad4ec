export * from './ages.ts'
export * from './days.ts'
