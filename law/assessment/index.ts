export { type Assessment, assessCase, type PersonAssessment } from './assess.ts'
export type { Case, CaseEvent, CasePerson, Relation } from './case.ts'
export type { EventAssessment } from './events.ts'
