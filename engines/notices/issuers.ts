import { readAgencies } from './agencies.ts'
import { inFull } from './agency-names.ts'
import { isCapitals } from './layout.ts'
import type { Passage } from './passages.ts'

const bodies =
  /(?:(?:phó )?chủ tịch )?(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd)(?: (tỉnh|xã|phường|thành phố|huyện|thị xã)(?: ([\p{L} ]{2,30}))?)?/u
const office =
  /^(?:sở|ban|bộ|văn phòng|thanh tra|công an|trung tâm|chi cục|cục|bảo hiểm xã hội|tỉnh ủy|đảng ủy|hội) ?/u

/**
 * Who issued it: the lower line of the letterhead, written as names are; in a report, whoever `ban hành`. The province
 * is taken from elsewhere in the text where the line leaves it out.
 */
export function issuerOf(
  top: readonly Passage[],
  opening: readonly Passage[],
  all: readonly Passage[],
): string | undefined {
  const capitals = top.filter(({ text }) => isCapitals(text)).map(({ lower }) => lower)
  const joined = joinedLines(capitals)
  const central = joined.map((line) => centralNames.get(line)).find((found) => found !== undefined)
  if (central) return central
  const department = joined.find((line) => office.test(line) && line.length < 60)
  const council = joined.map((line) => bodies.exec(line)).find((found) => found !== null)
  if (department) return /^văn phòng/u.test(department) ? officeOf(department) : namedAs(department)
  if (council) return withProvince(fromCouncil(council), all)
  const said = opening
    .slice(0, 2)
    .map(issuerInReport)
    .find((found) => found !== undefined)
  return said === undefined ? undefined : withProvince(said, all)
}

const centralNames = new Map([
  ['thủ tướng chính phủ', 'Thủ tướng Chính phủ'],
  ['chính phủ', 'Chính phủ'],
  ['quốc hội', 'Quốc hội'],
])

/** `ỦY BAN NHÂN DÂN` over `TỈNH NGHỆ AN` is one name. */
function joinedLines(lines: readonly string[]): string[] {
  return lines.map((line, index) => {
    const next = lines
      .slice(index + 1, index + 4)
      .find((other) => /^(?:tỉnh|xã|phường|thành phố|huyện) /u.test(other))
    return /nhân dân$|ubnd$/u.test(line) && next ? `${line} ${next}` : line
  })
}

function fromCouncil(found: RegExpExecArray): string {
  const chair = /^(?:phó )?chủ tịch /u.exec(found[0])?.[0] ?? ''
  const council = /hội đồng|hđnd/u.test(found[0]) ? 'HĐND' : 'UBND'
  const place = found[2] ? ` ${titled(found[2].trim())}` : ''
  return `${chair ? capital(chair) : ''}${council}${found[1] ? ` ${found[1]}${place}` : ''}`
}

function officeOf(lower: string): string {
  return /hđnd|hội đồng/u.test(lower) && !/ubnd|ủy ban/u.test(lower)
    ? 'Văn phòng HĐND tỉnh'
    : 'Văn phòng UBND tỉnh'
}

/** `sở y tế` in small letters is Sở Y tế. */
function namedAs(lower: string): string {
  const known: Readonly<Record<string, string>> = {
    'y tế': 'Y tế',
    'nội vụ': 'Nội vụ',
    'tài chính': 'Tài chính',
    'tư pháp': 'Tư pháp',
    'xây dựng': 'Xây dựng',
    'công thương': 'Công Thương',
    'nông nghiệp và môi trường': 'Nông nghiệp và Môi trường',
    'giáo dục và đào tạo': 'Giáo dục và Đào tạo',
    'khoa học và công nghệ': 'Khoa học và Công nghệ',
    'văn hóa, thể thao và du lịch': 'Văn hóa, Thể thao và Du lịch',
    'dân tộc và tôn giáo': 'Dân tộc và Tôn giáo',
    'lao động - thương binh và xã hội': 'Lao động - Thương binh và Xã hội',
    'lao động, thương binh và xã hội': 'Lao động, Thương binh và Xã hội',
  }
  const [, head = '', rest = ''] = /^(sở|bộ) (.*)$/u.exec(lower) ?? []
  const name = known[rest]
  const party =
    /^(tỉnh ủy|thành ủy|đảng ủy|thanh tra tỉnh|công an tỉnh|bảo hiểm xã hội tỉnh) ([\p{L} ]{2,20})$/u.exec(
      lower,
    )
  if (party) return `${capital(party[1] ?? '')} ${titled(party[2] ?? '')}`
  return head && name ? `${capital(head)} ${name}` : capital(lower)
}

function issuerInReport({ text, lower }: Passage): string | undefined {
  const at =
    /(?:^|, |\. )(?=(?:ubnd|ủy ban nhân dân|chủ tịch ubnd|văn phòng|sở|bộ|thủ tướng|tỉnh ủy)[^,]{0,60}? (?:vừa |đã )?(?:ký )?(?:ban hành|có công điện|có công văn|có thông báo))/u.exec(
      lower,
    )
  if (!at) return undefined
  const mention = readAgencies(text, lower, at.index + at[0].length)
  return mention?.names[0] && inFull(mention.names[0])
}

/** `UBND tỉnh` of the one province that the text names. */
function withProvince(name: string, all: readonly Passage[]): string {
  if (!/ tỉnh$/u.test(name)) return name
  const named = all
    .map(
      ({ text }) =>
        /(?<!(?:Chủ tịch|CT) (?:UBND|Ủy ban nhân dân) )tỉnh (\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*)+)/u.exec(
          text,
        )?.[1],
    )
    .find(Boolean)
  const placed = all
    .map(({ text }) => /^(\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*)+), ?ngày/u.exec(text)?.[1])
    .find(Boolean)
  const province = placed ?? named
  return province ? `${name} ${province.split(' ').slice(0, 3).join(' ')}` : name
}

function titled(words: string): string {
  return words.split(' ').map(capital).join(' ')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
