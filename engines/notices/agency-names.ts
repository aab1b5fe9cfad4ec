import { anyOf } from './phrases.ts'
import { spelt } from './short-names.ts'

/** Abbreviations that documents use, and the name in full. Departments past and present: a document keeps its own day. */
const departments: readonly (readonly [name: string, ...abbreviations: string[]])[] = [
  ['Lao động, Thương binh và Xã hội', 'LĐTB&XH', 'LĐ,TB&XH', 'LĐ, TB&XH', 'LĐ-TB&XH', 'LĐTBXH', 'LĐTB-XH'],
  ['Lao động - Thương binh và Xã hội'],
  ['Lao động – Thương binh và Xã hội'],
  ['Nông nghiệp và Môi trường', 'NN&MT', 'NNMT', 'NN và MT', 'NNvMT'],
  [
    'Nông nghiệp và Phát triển nông thôn',
    'NN&PTNT',
    'NN và PTNT',
    'Nông nghiệp và PTNT',
    'Nông nghiệp & PTNT',
  ],
  ['Giáo dục và Đào tạo', 'GD&ĐT', 'GDĐT', 'GD-ĐT', 'GD và ĐT'],
  ['Khoa học và Công nghệ', 'KH&CN', 'KHCN', 'KH-CN'],
  ['Văn hóa, Thể thao và Du lịch', 'VHTT&DL', 'VH,TT&DL', 'VHTTDL', 'VH-TT&DL', 'VH,TT và DL'],
  ['Văn hóa và Thể thao', 'VH&TT', 'VHTT'],
  ['Thông tin và Truyền thông', 'TT&TT', 'TTTT'],
  ['Kế hoạch và Đầu tư', 'KH&ĐT', 'KHĐT'],
  ['Tài nguyên và Môi trường', 'TN&MT', 'TNMT'],
  ['Giao thông vận tải', 'GTVT'],
  ['Giao thông Vận tải'],
  ['Dân tộc và Tôn giáo', 'DT&TG', 'DTTG'],
  ['Công Thương', 'CT'],
  ['Công thương'],
  ['Tài chính', 'TC'],
  ['Tư pháp', 'TP'],
  ['Xây dựng', 'XD'],
  ['Nội vụ', 'NV'],
  ['Ngoại vụ'],
  ['Y tế', 'YT'],
  ['Du lịch'],
  ['Công an'],
  ['Quốc phòng'],
  ['Ngoại giao'],
]

const fullNames = new Map(
  departments.flatMap(([name, ...abbreviations]) =>
    abbreviations.map((short): [string, string] => [short.toLowerCase(), name]),
  ),
)

/** `Nội vụ`, `NN&MT`: any way to write what a department is of. In small letters. */
export const departmentNames = anyOf(
  departments
    .flat()
    .map((name) => name.toLowerCase())
    .join(' | '),
)

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/^(?:[ỦU][ỷỶyYỹỸỦủY]*\s*ban|ủy ban|uỷ ban) (?:nhân dân|nd)(?=\s|$|,)/iu, 'UBND'],
  [/^(.*?)(?:ủy ban|uỷ ban) nhân dân(?=\s|$|,)/iu, '$1UBND'],
  [/^hội đồng nhân dân(?=\s|$)/iu, 'HĐND'],
  [/^MTTQ(?: Việt Nam| VN)?(?=\s|$)/u, 'Mặt trận Tổ quốc'],
  [/^UB ?MTTQ(?: Việt Nam| VN)?(?=\s|$)/u, 'Ủy ban Mặt trận Tổ quốc'],
  [/(?<=Ủy ban |Thường trực )(?:UB)?MTTQ(?=\s|$)/u, 'Mặt trận Tổ quốc'],
  [/^LĐLĐ(?=\s|$)/u, 'Liên đoàn Lao động'],
  [/^BHXH(?=\s|$)/u, 'Bảo hiểm xã hội'],
]

const short = new RegExp(anyOf([...fullNames.keys()].join(' | ')), 'iu')

/** The name as one writes it in full: `Sở NN&MT` is Sở Nông nghiệp và Môi trường, `Ủy ban nhân dân` UBND. */
export function inFull(name: string): string {
  const trimmed = name
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^các đồng chí\s+/iu, '')
    .replace(/^(?:đồng chí|đ\/c|đc|các đ\/c)\s+/iu, '')
  const whole = /^(?:.*\s)?(?:sở|bộ|phòng|p\.)\s?/iu.test(trimmed)
    ? trimmed.replace(short, (found) => fullNames.get(found.toLowerCase()) ?? found)
    : trimmed
  return spelt(shortForms.reduce((text, [pattern, full]) => text.replace(pattern, full), whole))
}
