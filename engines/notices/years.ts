/** A year that nobody wrote beside the day, and the words that tell it. */
export interface InferredYear {
  year: number
  words: string
}

/** The first year of what is commemorated, by its day: history that every calendar of the State prints. */
const foundings: Readonly<Record<string, number>> = {
  '6/1': 1946, // Tổng tuyển cử đầu tiên
  '3/2': 1930, // Đảng Cộng sản Việt Nam
  '27/2': 1955, // Thầy thuốc Việt Nam
  '26/3': 1931, // Đoàn Thanh niên
  '18/4': 1998, // Người khuyết tật Việt Nam
  '30/4': 1975, // Giải phóng miền Nam
  '7/5': 1954, // Chiến thắng Điện Biên Phủ
  '19/5': 1890, // Ngày sinh Chủ tịch Hồ Chí Minh
  '6/6': 1991, // Người cao tuổi Việt Nam
  '21/6': 1925, // Báo chí cách mạng Việt Nam
  '28/6': 2001, // Gia đình Việt Nam
  '27/7': 1947, // Thương binh, Liệt sĩ
  '28/7': 1929, // Công đoàn Việt Nam
  '19/8': 1945, // Cách mạng tháng Tám
  '28/8': 1945, // ngành Lao động, Thương binh và Xã hội
  '2/9': 1945, // Quốc khánh
  '12/9': 1930, // Xô viết Nghệ Tĩnh
  '14/10': 1930, // Hội Nông dân Việt Nam
  '20/10': 1930, // Hội Liên hiệp Phụ nữ Việt Nam
  '18/11': 1930, // Mặt trận Tổ quốc Việt Nam
  '6/12': 1989, // Hội Cựu chiến binh Việt Nam
  '22/12': 1944, // Quân đội nhân dân Việt Nam
}

/** Names by which a commemoration is known where its day is not written. */
const knownNames: readonly (readonly [RegExp, string])[] = [
  [/thương binh,? (?:-|–|và)? ?liệt s[ĩỹ]/u, '27/7'],
  [/quốc khánh/u, '2/9'],
  [/giải phóng miền nam/u, '30/4'],
  [/cách mạng tháng tám/u, '19/8'],
  [/xô viết nghệ tĩnh/u, '12/9'],
  [/ngày sinh chủ tịch hồ chí minh|ngày sinh của bác/u, '19/5'],
  [/hội liên hiệp phụ nữ|ngày phụ nữ việt nam/u, '20/10'],
]
const anniversary = /(?:lần thứ )?(\d{1,3}) năm ([^.;:]{0,140})/gu
const inBrackets = /\((\d{1,2})\/(\d{1,2})(?:\/\d{4})?(?: ?[-–] ?\d{1,2}\/\d{1,2}\/(\d{4}))?\)/u
const named = /(?<!đến |giai đoạn |nhìn |tầm nhìn |từ |luật |[-–] ?)năm (20\d{2})(?! ?[-–])/gu
const dated = /(?<!\/)\d{1,2} ?\/ ?\d{1,2} ?\/ ?(20\d{2})(?!\d)|tháng \d{1,2} ?(?:năm |\/)(20\d{2})/gu

/**
 * The year of a document that gives only days and months. A commemoration of so many years tells it; or else the year
 * that the text speaks of most, the earlier on a tie but none before a document that is cited. Undefined without a trace.
 */
export function inferYear(text: string, lower: string): InferredYear | undefined {
  return fromAnniversary(text, lower) ?? fromMentions(text, lower)
}

function fromAnniversary(text: string, lower: string): InferredYear | undefined {
  for (const match of lower.matchAll(anniversary)) {
    const rest = match[2] ?? ''
    const day = inBrackets.exec(rest)
    if (day?.[3]) return { year: Number(day[3]), words: wordsAt(text, match.index, match[0], day) }
    const of = day ? `${Number(day[1])}/${Number(day[2])}` : nameIn(rest)
    const founded = of === undefined ? undefined : foundings[of]
    if (founded === undefined) continue
    return { year: founded + Number(match[1]), words: wordsAt(text, match.index, match[0], day ?? undefined) }
  }
  return undefined
}

function nameIn(words: string): string | undefined {
  return knownNames.find(([name]) => name.test(words))?.[1]
}

/** The words up to the day in brackets, or up to the first comma after the name. */
function wordsAt(text: string, at: number, found: string, day: RegExpExecArray | undefined): string {
  const inFound = day ? found.indexOf(day[0]) + day[0].length : found.length
  return text.slice(at, at + inFound).trim()
}

function fromMentions(text: string, lower: string): InferredYear | undefined {
  const counts = new Map<number, { count: number; words: string }>()
  let earliest = 0
  const add = (year: number, at: number, words: string) => {
    const known = counts.get(year)
    counts.set(year, {
      count: (known?.count ?? 0) + 1,
      words: known?.words ?? text.slice(at, at + words.length),
    })
  }
  for (const match of lower.matchAll(named)) add(Number(match[1]), match.index, match[0])
  for (const match of lower.matchAll(dated)) {
    const year = Number(match[1] ?? match[2])
    if (isCited(lower, match.index)) earliest = Math.max(earliest, year)
    else add(year, match.index, match[0])
  }
  const best = [...counts]
    .filter(([year]) => year >= earliest)
    .sort(([one, a], [other, b]) => b.count - a.count || one - other)[0]
  return best ? { year: best[0], words: best[1].words } : undefined
}

/** The day of a document that is cited: `số 14-ĐA/TU ngày 25/01/2022`. */
function isCited(lower: string, at: number): boolean {
  return /số [^\s]{2,30},? ngày $/u.test(lower.slice(Math.max(0, at - 48), at))
}
