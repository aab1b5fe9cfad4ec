export { ArticleChip } from './article-chip.tsx'
export { Banner } from './banner.tsx'
export { Blocks, type PictureAddress } from './blocks.tsx'
export { Button } from './button.tsx'
export { DayInput } from './day-input.tsx'
export { ErrorSummary, Field, FieldError, focusedOnArrival } from './field.tsx'
export { countOf, formatCount, formatDay, formatDayOf, formatInstant, formatMoney } from './format.ts'
export { Icon } from './icon.tsx'
export { type Catalogue, type Lang, langOf, pathIn, useLang, useWords } from './language.ts'
export { LanguageSwitch } from './language-switch.tsx'
export { Pager } from './pager.tsx'
export { ReasonTree, type ReasonView } from './reason-tree.tsx'
export { briefRefusal } from './refusals.ts'
export { Refused } from './refused.tsx'
export {
  KindTag,
  Logo,
  type Principles,
  percentText,
  Sen,
  standingOf,
} from './sen.tsx'
export { Empty, Progress, State } from './state.tsx'
export { Symbols } from './symbols.tsx'
export { Table } from './table.tsx'
