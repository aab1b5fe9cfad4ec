export * from './opinions.ts'
export * from './recurrences.ts'
export * from './reminders.ts'
export * from './states.ts'
