export { decree30 } from './instruments.ts'
export { documentKinds, kindSources } from './kinds.ts'
export {
  componentLayouts,
  components,
  layoutSources,
  offeredLayout,
  pageLayout,
} from './layout.ts'
export {
  draftMark,
  motto,
  nation,
  signingMarks,
  signingSources,
  unsignedPlaceAndDay,
  writtenNumber,
} from './writing.ts'
