import { foldText, tidyText } from './names.ts'

export type UnitType = 'xã' | 'phường' | 'thị trấn' | 'huyện' | 'quận' | 'thị xã' | 'thành phố' | 'tỉnh'

export interface UnitName {
  /** Undefined when only the name is written. */
  type: UnitType | undefined
  name: string
  /** The name folded, for searching. */
  folded: string
}

const types: readonly (readonly [UnitType, RegExp])[] = [
  ['thị trấn', /^(?:(?:thị trấn|thi tran|ttr?)[\s.:]+|t\.? ?(?:trấn|tran)[\s.:]+)/iu],
  ['thị xã', /^(?:(?:thị xã|thi xa|tx)[\s.:]+|t\. ?(?:xã|xa)[\s.:]+)/iu],
  ['thành phố', /^(?:(?:thành phố|thanh pho|tp)[\s.:]+|t\. ?(?:phố|pho)[\s.:]+)/iu],
  ['phường', /^(?:phường|phuong|ph?)[\s.:]+/iu],
  ['huyện', /^(?:huyện|huyen|h)[\s.:]+/iu],
  ['quận', /^(?:quận|quan|q)[.:]+\s*|^quận\s+/iu],
  ['tỉnh', /^(?:tỉnh|tinh)[\s.:]+/iu],
  ['xã', /^(?:xã|xa|x)[\s.:]+/iu],
]

/** A unit as people write it: `xã Nghi Kiều`, `TT Mường Xén`, `P.Hưng Dũng`, `T.Trấn Nam Đàn`, `Diễn Thành`. */
export function parseUnitName(written: string): UnitName {
  const text = tidyText(written)
  for (const [type, prefix] of types) {
    const name = text.replace(prefix, '').trim()
    if (name !== text && name !== '') return { type, name, folded: foldText(name) }
  }
  return { type: undefined, name: text, folded: foldText(text) }
}
