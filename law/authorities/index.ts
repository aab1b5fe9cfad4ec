export { type AgencyCode, agencies, isAgencyCode, type Level, levelNames } from './agencies.ts'
export { type Area, areaNames, areas, isArea } from './areas.ts'
export * from './competence.ts'
