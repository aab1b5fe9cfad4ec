export * from './elderly-and-disability.ts'
export * from './health-insurance.ts'
export * from './poverty.ts'
export * from './social-assistance.ts'
