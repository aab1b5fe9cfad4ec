export * from './addresses.ts'
export * from './amounts.ts'
export * from './births.ts'
export * from './citizen-ids.ts'
export * from './dossier-codes.ts'
export * from './edit-distance.ts'
export * from './name-comparison.ts'
export * from './names.ts'
export * from './old-ids.ts'
export * from './place-codes.ts'
export * from './provinces.ts'
export * from './resolve-unit.ts'
export * from './uncertain-births.ts'
export * from './unit-figures.ts'
export { buildUnitIndex, type UnitIndex } from './unit-index.ts'
export * from './unit-names.ts'
export { parseUnitTable } from './unit-table.ts'
export {
  indexVersions,
  nextVersions,
  previousVersions,
  standsOn,
  type UnitVersion,
  type UnitVersions,
  versionOn,
  versionsOn,
} from './unit-versions.ts'
export * from './untoned-names.ts'
