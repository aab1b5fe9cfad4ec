export * from './duty-areas.ts'
export * from './types.ts'
