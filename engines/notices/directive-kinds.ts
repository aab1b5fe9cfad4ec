import type { Passage } from './passages.ts'
import type { DirectiveKind } from './types.ts'

/** Marks in the number of a document, by Decree 30/2020 annex III. */
const byMark: Readonly<Record<string, DirectiveKind>> = {
  TB: 'conclusion-notice',
  KL: 'conclusion-notice',
  CĐ: 'urgent-dispatch',
  CD: 'urgent-dispatch',
  KH: 'plan',
  QĐ: 'decision',
  QD: 'decision',
  CT: 'directive',
}

const byWords: readonly (readonly [RegExp, DirectiveKind])[] = [
  [/^biên bản/u, 'other'],
  [/^công điện/u, 'urgent-dispatch'],
  [/^kế hoạch/u, 'plan'],
  [/^quyết định/u, 'decision'],
  [/^chỉ thị/u, 'directive'],
  [
    /^(?:ý kiến chỉ đạo|phiếu giao việc|phiếu giao|nội dung giao việc|giao việc|các việc giao|phân công nhiệm vụ|nhiệm vụ giao)/u,
    'assignment',
  ],
  [/^(?:thông báo|kết luận|thông báo kết luận)/u, 'conclusion-notice'],
]
const inPress: readonly (readonly [RegExp, DirectiveKind])[] = [
  [/(?:thông báo|thông báo kết luận)(?: số [^\s]+)? (?:về )?(?:ý kiến )?kết luận/u, 'conclusion-notice'],
  [/(?:ban hành|có|ký) (?:ban hành )?công điện/u, 'urgent-dispatch'],
  [/(?:ban hành|có|ký) (?:ban hành )?kế hoạch/u, 'plan'],
  [/(?:ban hành|có|ký) (?:ban hành )?chỉ thị/u, 'directive'],
  [/(?:ban hành|có|ký) (?:ban hành )?quyết định/u, 'decision'],
  [/(?:ban hành|có|ký) (?:ban hành )?(?:công văn|văn bản)/u, 'official-letter'],
  [/thông báo|kết luận/u, 'conclusion-notice'],
]

/** The kind of the document: by the mark in its number, by the line that names it, or by what a report calls it. */
export function kindOfDirective(
  number: string | undefined,
  top: readonly Passage[],
  opening: readonly Passage[],
): DirectiveKind {
  const mark = /^\d+[/-]([\p{Lu}]{2})(?:[/-]|$)/u.exec(number ?? '')?.[1]
  const marked = mark ? byMark[mark] : undefined
  if (marked) return marked
  const line = top.flatMap(({ lower }) =>
    byWords.filter(([words]) => words.test(lower)).map(([, kind]) => kind),
  )[0]
  if (line && !top.some(({ lower }) => /^v\/v/u.test(lower))) return line
  if (top.some(({ lower }) => /^(?:v\/v|kính gửi)/u.test(lower)) || number !== undefined)
    return 'official-letter'
  const first = opening[0]?.lower ?? ''
  const said = inPress.find(
    ([words]) => words.test(first.slice(0, 200)) && /ban hành|ký|kết luận của/u.test(first),
  )
  if (said) return said[1]
  if (/^(?:sáng|chiều|tối|ngày|trong)[^,]{2,40}, .{0,200}(?:kiểm tra|làm việc|chủ trì|họp|dự) /u.test(first))
    return 'other'
  return opening.some(({ lower }) => /(?:^|\s)(?:giao|yêu cầu|đề nghị) |^[^:]{3,60}: ?\p{Ll}/u.test(lower))
    ? 'assignment'
    : 'other'
}
