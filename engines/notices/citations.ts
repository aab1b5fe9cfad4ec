import { daySource } from './written-days.ts'

/** A document that is cited, by its number and day, or a law by its name. */
export interface Citation {
  start: number
  end: number
  words: string[]
}

const kinds =
  'Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư liên tịch|Thông tư|Thông báo|Công văn|Công điện|Kế hoạch|Đề án|Chương trình|Kết luận|Luật|Bộ luật|Pháp lệnh|Tờ trình|Hướng dẫn|Báo cáo|Quy định|Quy chế|Thông tri|Văn bản'
const numbered = new RegExp(
  `(?:${kinds}|${kinds.toLowerCase()}) (?:số:? ?)?(\\d{1,5} ?[-/](?:[\\p{Lu}\\p{N}\\-/–&.]|(?<=TT)[gr]){1,30}(?<![.\\-–/&]))(?:,? (?:ngày )?(?=\\d)(?:${daySource}))?`,
  'gu',
)
const congress =
  /Nghị quyết Đại hội (?:Đại biểu )?(?:lần thứ [\p{L}\p{N}]{1,8} )?Đảng bộ [\p{L}]{1,12}(?: [\p{Lu}][\p{L}]*){0,4}(?:, Đảng bộ [\p{L}]{1,12}(?: [\p{Lu}][\p{L}]*){0,4})*(?: (?:lần thứ [\p{L}\p{N}]{1,8},? ?)?(?:nhiệm kỳ \d{4} ?[-–] ?\d{4})?)?/gu
const named = /(?:Bộ luật|Luật|Pháp lệnh) \p{Lu}[\p{L}]*(?:(?:,? (?:và )?)\p{L}+){0,9}/gu
const endsLawName =
  / (?:đến|theo|và các|trong|về|cho|để|tới|tại|ngày|của|có|số|năm|từ|nhằm|bằng|trên|vào|khi|nếu|hiện hành|với người dân|được|đối với|phải|cần|sâu rộng|rộng rãi)(?![\p{L}\p{N}])/u

/** Documents cited in the words, in order. A resolution of several congresses is several. */
export function listCitations(text: string, lower: string): Citation[] {
  if (!/số|luật|pháp lệnh|đại hội|\d[-/]\p{L}/u.test(lower)) return []
  const found: Citation[] = []
  const add = (start: number, length: number, words: string[]) => {
    const end = start + length
    if (!found.some((other) => start < other.end && end > other.start)) found.push({ start, end, words })
  }
  for (const match of text.matchAll(numbered)) add(match.index, match[0].length, [match[0].trim()])
  for (const match of text.matchAll(congress))
    add(match.index, match[0].trimEnd().length, congresses(match[0].trim()))
  for (const match of text.matchAll(named)) {
    const name = lawName(match[0])
    if (name) add(match.index, name.length, [name])
  }
  return found.sort((one, other) => one.start - other.start)
}

/** `Nghị quyết Đại hội Đảng bộ tỉnh, Đảng bộ Sở nhiệm kỳ …` cites two resolutions. */
function congresses(words: string): string[] {
  const [first = words, ...others] = words.split(', Đảng bộ ')
  const head = first.slice(0, first.indexOf('Đảng bộ'))
  return [first, ...others.map((other) => `${head}Đảng bộ ${other}`)]
}

/** Ends before a word that is of the sentence, and after at most seven syllables. */
function lawName(words: string): string | undefined {
  const cut = endsLawName.exec(words)
  const name = (cut ? words.slice(0, cut.index) : words).replace(/,.*$/u, (rest) =>
    /^, \p{Lu}/u.test(rest) ? rest : '',
  )
  const syllables = name.split(' ')
  return syllables.length >= 2 ? syllables.slice(0, 9).join(' ') : undefined
}
