export { decree224, type PublicationDutyKey, publicationDuties } from './duties.ts'
