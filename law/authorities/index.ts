export { type AgencyCode, agencies, type Level, levelNames, levels } from './agencies.ts'
export { type Area, areaNames, areas, isArea } from './areas.ts'
export * from './competence.ts'
