export * from './draw.ts'
export * from './random-programs.ts'
