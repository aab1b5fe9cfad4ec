import type { ReadWords } from './phrases.ts'

/** Somebody is a child until 16 (Luật Trẻ em 2016); up to 17 to be careful. */
const childUntil = 17

const units = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** “12 tuổi”, “mười hai tuổi”, “12t”, “12 years old”; what is older says nothing of a child. */
export function findYoungAges({ folded, written }: ReadWords): string[] {
  return folded.flatMap((word, at) => {
    if (/^\d{1,2}t$/.test(word) && Number.parseInt(word, 10) <= childUntil) return [word]
    if (word !== 'tuoi' && word !== 'years' && word !== 'year') return []
    if (word !== 'tuoi' && written[at + 1] !== 'old') return []
    const before = written.slice(Math.max(0, at - 3), at)
    const age = /^\d{1,3}$/.test(before.at(-1) ?? '') ? Number(before.at(-1)) : spelledAge(before)
    return age !== undefined && age <= childUntil ? [`${before.at(-1)} ${written[at]}`] : []
  })
}

/** An age in words: `chín`, `mười hai`, and the tens (`tám mươi hai`), which are no child's. */
function spelledAge(before: readonly string[]): number | undefined {
  const [tens = '', ten = '', last = ''] = ['', '', '', ...before].slice(-3)
  const unit = units.indexOf(last === 'lăm' ? 'năm' : last) + 1
  if (last === 'mười') return 10
  if (unit === 0) return undefined
  if (ten === 'mười') return 10 + unit
  if (ten === 'mươi') return (units.indexOf(tens) + 1) * 10 + unit
  return unit
}

/** “lớp 3”, “lớp 3A”, “lớp ba”; not “học hết lớp 7”, as grown-ups say how long they learnt. */
export function findSchoolYears({ folded, written }: ReadWords): string[] {
  return folded.flatMap((word, at) => {
    if (word !== 'lop' || ['hết', 'xong', 'het'].includes(written[at - 1] ?? '')) return []
    const year = written[at + 1] ?? ''
    const isYear = /^([1-9]|1[0-2])[a-z]?$/.test(year) || schoolYears.includes(year)
    return isYear ? [`${written[at]} ${year}`] : []
  })
}

/** “Lớp năm nay” is no fifth year. */
const schoolYears = units.filter((name) => name !== 'năm' && name !== 'một')
