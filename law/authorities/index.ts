export { type AgencyCode, agencies, isAgencyCode, type Level, levelNames } from './agencies.ts'
export { areaNames, areas } from './areas.ts'
export * from './competence.ts'
