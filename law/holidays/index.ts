export * from './calendar.ts'
export type { HolidayCertainty } from './rows.ts'
