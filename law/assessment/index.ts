export { type Assessment, assessCase, type PersonAssessment } from './assess.ts'
export { always, type Case, type CaseEvent, type CasePerson, type Relation } from './case.ts'
export type { EventAssessment } from './events.ts'
export { presumed } from './person-facts.ts'
