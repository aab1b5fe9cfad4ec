import { foldText, tidyText } from './names.ts'

export type UnitType = 'xã' | 'phường' | 'thị trấn' | 'huyện' | 'thị xã' | 'thành phố' | 'tỉnh'

export interface UnitName {
  /** Undefined when only the name is written. */
  type: UnitType | undefined
  name: string
  /** The name folded, for searching. */
  folded: string
}

const types: readonly (readonly [UnitType, RegExp])[] = [
  ['thị trấn', /^(thị trấn|thi tran|tt)[\s.]+/i],
  ['thị xã', /^(thị xã|thi xa|tx)[\s.]+/i],
  ['thành phố', /^(thành phố|thanh pho|tp)[\s.]+/i],
  ['phường', /^(phường|phuong|p)[\s.]+/i],
  ['huyện', /^(huyện|huyen|h)[\s.]+/i],
  ['tỉnh', /^(tỉnh|tinh)[\s.]+/i],
  ['xã', /^(xã|xa|x)[\s.]+/i],
]

/** A unit as people write it: `xã Nghi Kiều`, `TT Mường Xén`, `P.Hưng Dũng`, `Diễn Thành`. */
export function parseUnitName(written: string): UnitName {
  const text = tidyText(written)
  for (const [type, prefix] of types) {
    const name = text.replace(prefix, '')
    if (name !== text && name !== '') return { type, name, folded: foldText(name) }
  }
  return { type: undefined, name: text, folded: foldText(text) }
}
