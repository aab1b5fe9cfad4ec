export { decree30 } from './instruments.ts'
export { type DocumentKind, type DocumentKindCode, documentKinds, kindSources } from './kinds.ts'
export {
  type Component,
  type ComponentLayout,
  componentLayouts,
  components,
  layoutSources,
  offeredLayout,
  pageLayout,
  paragraphLayout,
  typeface,
} from './layout.ts'
export {
  draftMark,
  motto,
  nation,
  type SigningMark,
  signingMarks,
  signingSources,
  unsignedPlaceAndDay,
  writtenNumber,
  writtenPlaceAndDay,
} from './writing.ts'
