export * from './draw.ts'
export * from './population.ts'
export * from './random-programs.ts'
export * from './sample-law.ts'
