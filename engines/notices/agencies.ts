import { departmentNames, inFull } from './agency-names.ts'
import { comma, fixed, headword, holder, mayBeSmall, office, stopWord, tail, word } from './agency-words.ts'
import { anyOf, matchAt, placed, skipBlanks } from './phrases.ts'
import { addressEnd, countedEnd, initialsEnd } from './short-names.ts'
import { findVerb, isAdverbAt, isNamed, isVerbAt } from './verbs.ts'

/** Agencies named one after the other. */
export interface Mention {
  start: number
  end: number
  /** In full, as written otherwise. */
  names: string[]
}

/** The agencies that begin at `at`, or undefined. `text` as written, `lower` the same in small letters. */
export function readAgencies(text: string, lower: string, at: number): Mention | undefined {
  const first = readAgency(text, lower, at)
  if (!first) return undefined
  const names = [first.name]
  let end = first.end
  for (let next = nextAgency(text, lower, end, names); next; next = nextAgency(text, lower, end, names)) {
    names.push(next.name)
    end = next.end
    if (names.length > 60) break
  }
  return { start: at, end, names }
}

interface OneAgency {
  end: number
  name: string
}

/** The agency after a comma or an `và`; a department may stand there without the word Sở. */
function nextAgency(
  text: string,
  lower: string,
  end: number,
  names: readonly string[],
): OneAgency | undefined {
  const separator = matchAt(comma, lower, end)
  if (!separator) return undefined
  const at = skipBlanks(lower, end + separator[0].length)
  const found = readAgency(text, lower, at)
  if (found) return found
  const previous = /^(.*?(?:Sở|sở|Bộ|bộ)) /u.exec(names.at(-1) ?? '')
  const bare = previous ? matchAt(department, lower, at) : undefined
  if (!bare || !previous || /\p{Ll}/u.test(text[at] ?? 'a')) return undefined
  return { end: at + bare[0].length, name: inFull(`${previous[1]} ${text.slice(at, at + bare[0].length)}`) }
}

const department = placed(departmentNames)
const listOfDepartments = placed(`${office}*(?:các|hai|ba|bốn) (sở|bộ)(?: ?: | )(?=${departmentNames})`)

function readAgency(text: string, lower: string, at: number): OneAgency | undefined {
  if (at > 0 && /[\p{L}\p{N}]/u.test(lower[at - 1] ?? '')) return undefined
  return (
    readComrades(text, lower, at) ??
    readList(text, lower, at) ??
    readFixed(text, lower, at) ??
    readNamed(text, lower, at) ??
    readInitials(text, lower, at) ??
    readCounted(text, lower, at)
  )
}

const comrades =
  /^các (?:đồng chí|đ\/c|ông, bà|ông \(bà\)) (?:tỉnh ủy viên|đảng ủy viên|thành ủy viên|ủy viên|thành viên|phụ trách|lãnh đạo|đảng viên|cán bộ|cấp ủy viên)/u

/** `Các đồng chí Tỉnh ủy viên phụ trách địa bàn dự …`: up to what they are to do. */
function readComrades(text: string, lower: string, at: number): OneAgency | undefined {
  const found = lower.startsWith('các ', at) ? comrades.exec(lower.slice(at, at + 60)) : null
  if (!found) return undefined
  const end = withKind(lower, at + found[0].length)
  return { end, name: text.slice(at, end) }
}

const rankOf = placed(
  ' (?:tỉnh|xã|phường|thành phố|huyện|thị xã|các xã, phường|các xã|cấp xã|khu vực)(?! (?:hội|viên))(?![\\p{L}])',
)

/** `VP UBND tỉnh`, `BCH Quân sự xã`, `P. Người có công`: initials and whose they are. */
function readInitials(text: string, lower: string, at: number): OneAgency | undefined {
  const short = initialsEnd(text, at)
  if (short === undefined) return undefined
  const owner = text[short] === ' ' ? readFixed(text, lower, short + 1) : undefined
  const named = owner?.end ?? nameEnd(text, lower, short) ?? short
  const rank = owner ? 0 : (matchAt(rankOf, lower, named)?.[0].length ?? 0)
  const end = rank > 0 ? (nameEnd(text, lower, named + rank) ?? named + rank) : named
  return { end, name: inFull(nameOf(text, lower, at, end)) }
}

const past = placed(anyOf('đã | đang | chưa | bị | vẫn | được'))

/** `09 xã bãi ngang ven biển: …`, `02 đơn vị còn lại khẩn trương …`: up to what they are to do. */
function readCounted(text: string, lower: string, at: number): OneAgency | undefined {
  const from = countedEnd(lower, at)
  if (from === undefined) return undefined
  let end = from
  for (let count = 0; count < 10; count += 1) {
    if (
      lower[end] !== ' ' ||
      actsAt(lower, end + 1) ||
      isAdverbAt(lower, end + 1) ||
      matchAt(past, lower, end + 1)
    )
      break
    const found = matchAt(word, lower, end + 1)
    if (!found) break
    end += 1 + found[0].length
    if (count === 9) return { end: from, name: text.slice(at, from) }
  }
  return { end, name: text.slice(at, end) }
}

/** As written, with the tones that `lower` has restored. */
function nameOf(text: string, lower: string, at: number, end: number): string {
  const written = text.slice(at, end)
  const read = lower.slice(at, end)
  if (written.toLowerCase() === read || read.includes('·')) return written
  return Array.from(read, (letter, index) =>
    /\p{Lu}/u.test(written[index] ?? '') ? letter.toUpperCase() : letter,
  ).join('')
}

/** `các sở: Y tế, Nội vụ`: the first of them; the others follow by their commas. */
function readList(text: string, lower: string, at: number): OneAgency | undefined {
  const head = matchAt(listOfDepartments, lower, at)
  if (!head) return undefined
  const from = at + head[0].length
  const name = matchAt(department, lower, from)
  if (!name) return undefined
  const end = from + name[0].length
  const who = text.slice(at, at + head[0].length).replace(/(?:các|hai|ba|bốn) (?:sở|bộ) ?:? ?$/iu, '')
  const of = head[1] === 'bộ' ? 'Bộ' : 'Sở'
  return { end, name: inFull(`${who}${of} ${text.slice(from, end)}`) }
}

function readFixed(text: string, lower: string, at: number): OneAgency | undefined {
  const match = matchAt(fixed, lower, at)
  if (!match) return undefined
  // `thanh tra`, `công an` in small letters are what one does, or anybody.
  if (
    /^\p{Ll}/u.test(text[at] ?? '') &&
    !mayBeSmall.test(match[0]) &&
    !(
      opensList.test(lower.slice(Math.max(0, at - 12), at)) &&
      told.test(lower.slice(at + match[0].length, at + match[0].length + 24))
    )
  )
    return undefined
  const core = at + match[0].length
  const rank = matchAt(tail, lower, core)?.[0].length ?? 0
  const isGroup = /^(?:các|những|mọi|từng|mỗi|công chức|cán bộ)/u.test(match[0])
  const named = isGroup ? ofWhom(text, lower, core + rank) : withName(text, lower, core + rank)
  const owned = !isGroup && named > core + rank ? (matchAt(rankOf, lower, named)?.[0].length ?? 0) : 0
  const end = withPlaces(text, lower, named + owned)
  return { end, name: inFull(nameOf(text, lower, at, end)) }
}

const charge = placed(' (?:phụ trách|chuyên trách|làm công tác|đảm nhiệm)(?= \\p{L}+[^:;.]{0,40} [\\p{L}])')

/** `Các thành viên BCĐ`, `các đơn vị thuộc Sở`: whose they are, or what kind of them. */
function ofWhom(text: string, lower: string, from: number): number {
  const charged = matchAt(charge, lower, from)?.[0].length ?? 0
  const short = text[from + charged] === ' ' ? initialsEnd(text, from + charged + 1) : undefined
  return short ?? withKind(lower, from + charged)
}

const places = /^ ?:? (?:\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3}(?:, (?:và )?| và |(?=[:;.]|$| \p{Ll}))){1,40}/u

/** `UBND các xã: Đất Mũi, Viên An`: the places that are meant, each a name in capitals. */
function withPlaces(text: string, lower: string, from: number): number {
  if (
    !/các (?:xã|phường|huyện|thành phố|xã, phường|phường, xã)$/u.test(
      lower.slice(Math.max(0, from - 16), from),
    )
  )
    return from
  const found = places.exec(text.slice(from, from + 900))?.[0].replace(/(?:, (?:và )?| và )$/u, '')
  return found === undefined ? from : from + found.length
}

/** `Thứ ba, công an cấp xã: …`: told, also in small letters. */
const opensList = /(?:^|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy),? |[-+*•] |\d[.)] )$/u
const told = /^(?: (?:tỉnh|xã|phường|thôn|cấp xã|các xã, phường|các xã|các cấp|cơ sở))? ?:/u

/** After `đơn vị` a verb may be a noun of its kind, but not these. */
const surelyActs = placed(
  anyOf(
    'gửi | nộp | báo cáo | rà soát | khẩn trương | phối hợp | chủ trì | thực hiện | triển khai | xây dựng | lập | tập trung | tăng cường | tiếp tục | cử | bố trí | đăng ký | tăng | giảm | bảo đảm | đảm bảo | chủ động | tích cực | kịp thời | dành',
  ),
)

/** Words that stand only before what is to be done. */
const mustAct = placed(
  anyOf('mỗi | hằng | hàng | phải | cần | thì | định kỳ | tự | không được | có trách nhiệm | khẩn trương'),
)

/** `các doanh nghiệp khai thác đá tổ chức …`: what kind of them, up to what they do. */
function withKind(lower: string, from: number): number {
  let at = from
  for (let count = 0; count < 9 && lower[at] === ' '; count += 1) {
    if (
      actsAt(lower, at + 1) ||
      (count > 0 && matchAt(mustAct, lower, at + 1)) ||
      (count === 0 && matchAt(surelyActs, lower, at + 1))
    )
      return at
    const found = matchAt(word, lower, at + 1)
    if (!found || matchAt(stopWord, lower, at + 1)) return from
    at += 1 + found[0].length
  }
  return from
}

/** `Phó Chủ tịch UBND tỉnh Nguyễn Văn A`, `UBND xã Quỳ Hợp`, `Ngân hàng Nhà nước chi nhánh Khu vực 8`. */
function withName(text: string, lower: string, at: number): number {
  const more =
    /^ (?:xã|phường|huyện|thành phố|thị xã|thị trấn|chi nhánh tỉnh|chi nhánh|khu vực)(?= \p{Lu})/u.exec(
      text.slice(at, at + 20),
    )
  const from = more ? at + more[0].length : at
  if (text[from] !== ' ') return from
  return nameEnd(text, lower, from) ?? from
}

/** Words with a capital, each perhaps followed by small syllables of the same name. */
function readNamed(text: string, lower: string, at: number): OneAgency | undefined {
  const head = matchAt(headword, lower, at)?.[0].length
  const address = addressEnd(text, lower, at)
  const past = head === undefined ? (address ?? at) - at || matchAt(holder, lower, at)?.[0].length : head
  if (past === undefined) return undefined
  const from = at + text.slice(at, at + past).trimEnd().length
  const end =
    address === undefined || matchAt(holder, lower, address)
      ? nameEnd(text, lower, from)
      : capitalsEnd(text, from)
  if (end === undefined) return ofRank(text, lower, at, from)
  const rank = matchAt(tail, lower, end)?.[0].length ?? 0
  if (address === undefined) {
    const last = withOwner(text, lower, end + rank)
    return { end: last, name: inFull(nameOf(text, lower, at, last)) }
  }
  const held = withOffice(text, lower, end)
  if (held > end) return { end: held, name: inFull(nameOf(text, lower, at, held)) }
  return { end: pastCalling(lower, end), name: inFull(nameOf(text, lower, at, end)) }
}

/** `Thư viện tỉnh`, `Bệnh viện huyện`: named by no more than whose it is. */
function ofRank(text: string, lower: string, at: number, from: number): OneAgency | undefined {
  const rank = /^\p{Lu}/u.test(text.slice(at, at + 1)) ? matchAt(rankOf, lower, from) : undefined
  if (!rank) return undefined
  const end = from + rank[0].length
  return { end, name: inFull(nameOf(text, lower, at, end)) }
}

/** `Phòng Người có công thuộc Sở Nội vụ`. */
function withOwner(text: string, lower: string, end: number): number {
  const words = matchAt(/ (?:trực thuộc|thuộc|của) /uy, lower, end)
  const owner = words && readFixed(text, lower, end + words[0].length)
  return owner ? owner.end : end
}

/** `đồng chí Nguyễn Văn A - Giám đốc Sở Y tế`: with the office that the person holds. */
function withOffice(text: string, lower: string, end: number): number {
  const dash = matchAt(/(?: [-–] |, ?)/uy, lower, end)
  const held =
    dash && matchAt(holder, lower, end + dash[0].length) && readAgency(text, lower, end + dash[0].length)
  return held ? held.end : end
}

const bareOffice =
  /^ (?:Phó )?(?:Chủ tịch|Bí thư|Giám đốc|Chánh Văn phòng|Trưởng phòng|Trưởng ban)(?![\p{L}])/u

/** Nothing but words with a capital: the name of a person, or the office alone. */
function capitalsEnd(text: string, from: number): number | undefined {
  const near = text.slice(from, from + 80)
  const found = bareOffice.exec(near) ?? /^(?: \p{Lu}[\p{L}']*){1,6}/u.exec(near)
  return found ? from + found[0].length : undefined
}

const calling = placed(
  '(?: ?[-–,] ?| ?\\()(?:[\\p{L}][\\p{L}/ -]{2,50}|·{2,60})\\)?(?= ?:| (?:có nhiệm vụ|phụ trách|chịu trách nhiệm|chủ trì|được giao))| ·{2,60}(?= ?:| )',
)

/** `Ông Hồ Đắc Lợi, Tổ trưởng: …`, `chị Lan (phòng Bảo trợ): …`: past what the person is here. */
function pastCalling(lower: string, end: number): number {
  return end + (matchAt(calling, lower, end)?.[0].length ?? 0)
}

/** Undefined unless a word with a capital, or a number, follows. */
function nameEnd(text: string, lower: string, from: number): number | undefined {
  let [end, kept, small] = [from, from, 0]
  for (let count = 0; count < 16; count += 1) {
    const at = skipBlanks(text, end)
    const found = at > end || count === 0 ? matchAt(word, text, at) : undefined
    if (!found) break
    if (/^[-–]$/.test(found[0]) && /^[-–] \p{Lu}/u.test(text.slice(at, at + 3))) {
      end = at + 1
      continue
    }
    const isCapital = /^[\p{Lu}\p{N}]/u.test(found[0])
    if (!isCapital && (stopsAt(lower, at) || small >= 3 || kept === from)) break
    if (
      !isCapital &&
      small >= 1 &&
      !further.has(found[0]) &&
      !leadsToCapital(text, at) &&
      !leadsToVerb(lower, at)
    )
      break
    if (!isCapital && found[0] === 'và' && !/^ \p{Lu}/u.test(text.slice(at + 2, at + 4))) break
    if (isCapital && matchAt(fixed, lower, at) && kept > from && lower.slice(at - 4, at) === ' và ') break
    end = at + found[0].length
    small = isCapital ? 0 : small + 1
    if (isCapital || small <= 3) kept = isCapital || kept > from ? end : kept
  }
  if (text.slice(from, kept).endsWith(' và')) kept -= ' và'.length
  return kept > from ? kept : undefined
}

/** A verb of command, or a word that only stands before one. */
function actsAt(lower: string, at: number): boolean {
  return (findVerb(lower, at)?.strong ?? false) && !isNamed(lower, at)
}

/** Small syllables that go on with a name beyond the second: `Người cao tuổi`, `Cựu chiến binh`. */
const further = new Set(
  'binh công sự khuyết tật cao tuổi việc làm xã hội kinh tế trẻ em nghề nghiệp mù đỏ cộng đồng công tác dân tộc nội trú thôn sản'.split(
    ' ',
  ),
)

/** At most two more syllables of a name before what it does. */
function leadsToVerb(lower: string, at: number): boolean {
  const first = lower.indexOf(' ', at)
  const second = first < 0 ? -1 : lower.indexOf(' ', first + 1)
  return (
    (first >= 0 && actsAt(lower, first + 1)) ||
    (second >= 0 && /^\p{L}+ \p{L}+$/u.test(lower.slice(at, second)) && actsAt(lower, second + 1))
  )
}

function leadsToCapital(text: string, at: number): boolean {
  return /^[\p{Ll}]+(?: [\p{Ll}]+)? \p{Lu}/u.test(text.slice(at, at + 24))
}

function stopsAt(lower: string, at: number): boolean {
  if (/việc $/u.test(lower.slice(Math.max(0, at - 5), at)) && lower.startsWith('làm', at)) return false
  if (/thường $/u.test(lower.slice(Math.max(0, at - 7), at)) && /^(?:trực|vụ)/u.test(lower.slice(at, at + 4)))
    return false
  if (lower.startsWith('có công', at) && lower.slice(Math.max(0, at - 6), at) === 'người ') return false
  return isVerbAt(lower, at) || isAdverbAt(lower, at) || matchAt(stopWord, lower, at) !== undefined
}
