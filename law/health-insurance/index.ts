export * from './base-salary.ts'
export * from './contribution.ts'
export * from './rate.ts'
