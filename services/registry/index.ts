export { type BaseValues, readBase } from './act-base.ts'
export { decidedByWhom, needsSecondPerson } from './act-rules.ts'
export {
  type Act,
  type ActKind,
  type ActOf,
  type Doubt,
  type Enacted,
  type FactOwner,
  type MoveAct,
  type PersonCorrection,
  type Placed,
  type ReplaceableKey,
  type SplitAct,
  subjectOf,
} from './acts.ts'
export { type HeldFact, type Moment, type PersonAsOf, personAsOf } from './as-of.ts'
export { closeRequest, refuseChange, takeRequest, withdrawChange } from './change-decisions.ts'
export {
  type ChangeRequest,
  type ChangeRequestFilter,
  ChangeRequestNotFound,
  type ChangeState,
  countChangeRequests,
  getChangeRequest,
  goneElsewhere,
  listChangeRequests,
  proposeChange,
} from './change-requests.ts'
export { listDeaths, type RecordedDeath } from './deaths.ts'
export { enact, wholly } from './enact.ts'
export {
  findHousehold,
  type HouseholdFact,
  type HouseholdFile,
  type HouseholdMembership,
  namesOfPersons,
} from './household-file.ts'
export { houseOf } from './houses.ts'
export { ImpossibleAct, KeyReused, NotYours } from './impossible.ts'
export { findKeeper, type KeptElsewhere } from './kept-elsewhere.ts'
export { knownRows } from './known-rows.ts'
export {
  holdLinks,
  type Link,
  type LinkOutcome,
  linkedRecords,
  listLinks,
  recordLink,
  undoLink,
  validNumbers,
} from './links.ts'
export {
  assembleMonth,
  loadMonthColumns,
  loadMonths,
  lookAhead,
  type MonthQuestion,
  type RowsOfMonth,
} from './load-month.ts'
export { arrayOf, inStrides, loadRows, reserveNumbers, takeNumbers } from './loading.ts'
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
export { recordsAround, recordsOf } from './month-rows.ts'
export { listNumbersElsewhere } from './numbers-elsewhere.ts'
export { listSecondNumbers } from './one-number.ts'
export { fileOrigin, type Origin, type OriginParts, officerOrigin, readOrigin } from './origins.ts'
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
export { countPeopleByUnit, type PeopleByUnit } from './people-by-unit.ts'
export {
  firstPersons,
  firstPlace,
  isBeyondCounting,
  nextPersons,
  type PeoplePlace,
} from './people-pages.ts'
export { doOnce, listPerformedActs, type PerformedAct, type SentAct } from './performed-acts.ts'
export { listPersonValues } from './person-history.ts'
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
export { relationToNewHead } from './relations-to-head.ts'
export { asProvince, unitOfList } from './scope.ts'
export { type SearchHit, type SearchOptions, type SearchResult, searchPeople } from './search.ts'
export type { Formerly } from './search-former.ts'
export { type SearchPlaces, searchPlaces } from './search-places.ts'
export type { SearchMemory } from './search-vocabulary.ts'
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
  indexOf,
  listChildren,
  listCommunes,
  readUnits,
  recordUnits,
  successorsOn,
  type Unit,
  type Units,
} from './units.ts'
export { recordZones } from './zones.ts'
