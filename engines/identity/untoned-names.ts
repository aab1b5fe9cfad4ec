import { foldText, spellingOf, tidyName, withToneOnFirstVowel } from './names.ts'

type Place = 'family' | 'middle' | 'given'

/** How often each folded syllable is spelt each way, by its place in the name. */
export type NameSpellings = ReadonlyMap<string, ReadonlyMap<string, number>>

const usual: Record<Place, string> = {
  family:
    'Nguyễn Trần Lê Phạm Hoàng Huỳnh Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm ' +
    'Phùng Tô Hà Tạ Lương Lô Lầu Cụt Ngân Lữ Xồng Hứa Thái Nghiêm Quách Lưu Kiều Tống Đậu Tăng Bạch Đàm ' +
    'Vừ Và Hờ Già Thò Mùa Cự Chế Mạc Giáp Nông Triệu',
  middle:
    'Thị Văn Hữu Đình Công Đức Xuân Ngọc Bá Quốc Việt Trọng Sỹ Thế Mạnh Quý Như Mỹ Hồng Đăng Khắc Tiến Phúc ' +
    'Cảnh Thúc Nhật Bảo Hoài Tuấn Thùy Kiều Bích Tuyết Hải Thái Phước Chí Trí Hoàng Diệu Lệ Cẩm Tú Hà',
  given:
    'Đức Dũng Hạnh Tuyết Phúc Thủy Hường Sáu Mùi Tâm Bình Liên Hồng Hiền Hải Hùng Cường Tuấn Thắng Thành Châu Quế Hà ' +
    'Trường Phương Thảo Hằng Yến Nhàn Lài Năm Bảy Chín Mười Tú Sơn Đạt Việt Tiến Toàn Thiện Nghĩa Lộc ' +
    'Nguyệt Hậu Hợi Tý Sửu Dần Mão Thìn Tỵ Ngọ Thân Tuất Đào Cúc Mận Lý Thơm Vượng Quý Định Lâm Hiếu Lượng ' +
    'Đông Chiến Ngọc Bích Vân Quyết Hưng Hoàng Duyên Lệ Thế Khánh Huệ Thuận Lợi Dương',
}
/** Of syllables that fold alike the first stands, being the more frequent. */
const defaults = new Map<string, string>(
  (Object.keys(usual) as Place[]).flatMap((place) =>
    usual[place]
      .split(' ')
      .map((syllable): [string, string] => [`${place} ${foldText(syllable)}`, syllable])
      .reverse(),
  ),
)
/** Spelt otherwise in the names of men: a woman is Hoa, a man Hòa. */
const defaultsOfMen = new Map([['given hoa', 'Hòa']])

/** Counts how the names of a list are spelt; names without any tone teach nothing. */
export function collectSpellings(names: Iterable<string>): NameSpellings {
  const spellings = new Map<string, Map<string, number>>()
  const folded = new Map<string, string>()
  for (const name of names) {
    const tidied = withToneOnFirstVowel(tidyName(name))
    if (isPlain(tidied)) continue
    for (const [key, syllable] of placed(tidied, folded)) {
      const counts = spellings.get(key) ?? new Map<string, number>()
      counts.set(syllable, (counts.get(syllable) ?? 0) + 1)
      spellings.set(key, counts)
    }
  }
  return spellings
}

/**
 * How a name written without tones is probably spelt, by the way the same syllables are spelt elsewhere in the
 * list and by usage; undefined when the name has tones or needs none. A proposal for people, never a fact.
 */
export function proposeTones(name: string, spellings: NameSpellings = new Map()): string | undefined {
  if (!isPlain(name)) return undefined
  const tidied = tidyName(name)
  const syllables = placed(tidied)
  if (syllables.length < 2) return undefined
  const isWoman = syllables.slice(1).some(([, syllable]) => foldText(syllable) === 'thi')
  const usually = (key: string) => (isWoman ? undefined : defaultsOfMen.get(key)) ?? defaults.get(key)
  const proposed = syllables
    .map(([key, syllable]) => commonest(spellings.get(key)) ?? usually(key) ?? syllable)
    .join(' ')
  return spellingOf(proposed) === spellingOf(tidied) ? undefined : proposed
}

function isPlain(name: string): boolean {
  return /^[A-Za-z' ]+$/.test(name)
}

/** Each syllable under its place and folded form: first the family name, last the given name; `known` saves work. */
function placed(name: string, known = new Map<string, string>()): [key: string, syllable: string][] {
  const syllables = name.split(' ')
  return syllables.map((syllable, index) => {
    const place: Place = index === 0 ? 'family' : index === syllables.length - 1 ? 'given' : 'middle'
    const folded = known.get(syllable) ?? foldText(syllable)
    known.set(syllable, folded)
    return [`${place} ${folded}`, syllable]
  })
}

/** The spelling used more often than any other; undefined on a tie. */
function commonest(counts: ReadonlyMap<string, number> | undefined): string | undefined {
  if (!counts) return undefined
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a)
  return first && first[1] !== second?.[1] ? first[0] : undefined
}
