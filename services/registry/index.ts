export { houseOf } from './houses.ts'
export {
  type Link,
  type LinkOutcome,
  linkedRecords,
  listLinks,
  recordLink,
  undoLink,
  validNumbers,
} from './links.ts'
export { loadMonthColumns, loadMonths, lookAhead, type MonthQuestion } from './load-month.ts'
export { loadRows, reserveNumbers } from './loading.ts'
export {
  codedFacts,
  codeOf,
  dayOf,
  factsAt,
  type MonthColumns,
  placeOf,
  unknownBirth,
  unknownCode,
} from './month-columns.ts'
export { fileOrigin, type Origin, officerOrigin } from './origins.ts'
export {
  countPersons,
  findPerson,
  getPerson,
  listPersons,
  type Page,
  type PeopleFilter,
  type Person,
  PersonNotFound,
} from './people.ts'
export { presumptions } from './presumptions.ts'
export {
  amendPerson,
  type NewFact,
  type NewPerson,
  type Relation,
  rangeOf,
  recordFact,
  recordHousehold,
  recordHouseholdFact,
  recordMembership,
  recordPerson,
  recordResidence,
  relations,
  type Stretch,
} from './recording.ts'
export {
  admitPersons,
  completePersons,
  type Newcomer,
  type NewHousehold,
  recordFacts,
  recordHouseholds,
  recordMemberships,
} from './recording-many.ts'
export { unitOfList } from './scope.ts'
export {
  type FieldValue,
  type GatheredPerson,
  gather,
  gatherPerson,
  type PersonField,
  personFields,
} from './survivorship.ts'
export { listMembers, type Member, personTimeline, type TimelineEntry } from './timeline.ts'
export {
  findSuccessor,
  findUnitByCode,
  getUnit,
  listChildren,
  listCommunes,
  readUnits,
  recordUnits,
  successorsOn,
  type Unit,
  type Units,
} from './units.ts'
export { recordZones } from './zones.ts'
