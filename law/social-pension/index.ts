export * from './benefit.ts'
export * from './law-41-article-21.ts'
export * from './level.ts'
