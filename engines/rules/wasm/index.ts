export * from './emit.ts'
export * from './layout.ts'
export * from './run.ts'
