export * from './hash.ts'
export * from './names.ts'
export * from './query.ts'
export * from './rows.ts'
