import { tidyText } from './names.ts'

const grouped = /^(\d{1,3})((?:[.,]\d{3})+)(?:[.,]0{1,2})?$/
const scaled = /^(\d+)(?:[.,](\d{1,3}))?(nghìn|ngàn|k|triệu|tr)$/

/** Whole đồng as people write them: `360.000`, `360,000 đ`, `1 500 000 đồng`, `1,5 triệu`; undefined otherwise. */
export function parseAmountDong(written: string | number): number | undefined {
  if (typeof written === 'number') return wholeFrom0(written)
  const text = tidyText(written)
    .toLocaleLowerCase('vi')
    .replace(/(đồng|vnđ|vnd|đ|₫)\.?(\/(người|đối tượng|tháng))*$/, '')
    .replace(/\s/g, '')
  if (/^\d{1,15}$/.test(text)) return wholeFrom0(Number(text))
  const groups = grouped.exec(text)
  if (groups) return wholeFrom0(Number(`${groups[1]}${groups[2]?.replace(/[.,]/g, '')}`))
  const scale = scaled.exec(text)
  if (!scale) return undefined
  const thousandths = Number(scale[1]) * 1000 + Number((scale[2] ?? '').padEnd(3, '0'))
  return wholeFrom0((thousandths * (scale[3]?.startsWith('tr') ? 1_000_000 : 1_000)) / 1000)
}

/** A coefficient in tenths: `1`, `1,5` and `2.5` are 10, 15 and 25; undefined when finer or not a number. */
export function parseTenths(written: string | number): number | undefined {
  const text = String(written).trim().replace(',', '.')
  if (!/^\d{1,3}(\.\d0*)?$/.test(text)) return undefined
  return Math.round(Number(text) * 10)
}

function wholeFrom0(number: number): number | undefined {
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined
}
