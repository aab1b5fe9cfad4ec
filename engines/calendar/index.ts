export * from './ages.ts'
export * from './days.ts'
export * from './deadlines.ts'
export * from './working-days.ts'
