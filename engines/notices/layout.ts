import { isPlain, levelOf } from './outline.ts'
import type { Passage } from './passages.ts'
import type { KeptKind } from './types.ts'

/** What a paragraph is to the page: `body` is read for commands, the rest is kept as it is. */
export type Place = 'body' | Extract<KeptKind, 'head' | 'recipients' | 'signature' | 'form'>

const form =
  /^(?:image banner|no image|(?:họ (?:và )?tên|tiêu đề|nội dung|mã kiểm tra|email|địa chỉ)(?: no image|\*?:?$)|gửi bình luận|bình luận|chia sẻ|in bài viết|tags?:|lượt xem|nguồn:|tin liên quan|tin khác|quay lại|bản in|in trang|đọc tiếp|tác giả:|ảnh:|gửi phản hồi|đăng nhập|trang chủ|xem thêm|từ khóa|facebook|zalo)/u
const kindLine =
  /^(?:thông báo|kế hoạch|quyết định|chỉ thị|công điện|chương trình|đề án|hướng dẫn|công văn|kết luận|báo cáo|phương án|quy chế|phiếu giao việc|phiếu giao nhiệm vụ|biên bản|ý kiến chỉ đạo)(?: (?:khẩn|hỏa tốc|hoả tốc|thượng khẩn|kết luận|số .{1,30}))?:?$/u
/** Nothing but what the document is called. */
export function isKindLine(lower: string): boolean {
  return kindLine.test(lower)
}

const signing =
  /^(?:(?:tm|t\/m|kt|k\/t|tl|t\/l|tuq|q)\s?[. ]|(?:phó |quyền )?(?:chủ tịch|giám đốc|chánh văn phòng|bộ trưởng|thứ trưởng|trưởng ban|thủ tướng|bí thư|cục trưởng|chánh thanh tra|viện trưởng|chỉ huy trưởng|chính ủy|hiệu trưởng|trưởng đoàn|trưởng phòng|thư ký|chủ trì|chủ tọa|người ghi biên bản)(?: [\p{L} ]{0,60})?$|đã ký|\(đã ký\))/u
const headLine =
  /^(?:số ?:|số \d|v\/v|về việc|kính gửi|kính chuyển|độc lập ?[-–]|cộng h[òo][àa]?a? xã hội|mật$|khẩn$|hỏa tốc$|thượng khẩn$|[\p{L} ]{2,40}, ?(?:(?:hồi |lúc )?\d{1,2} ?(?:giờ|h)[^,]{0,12},? )?ngày \d{1,2} ?(?:tháng|\/))/u
const recipients = /^nơi nhận/u
const annex = /^phụ lục/u

/** Where each paragraph and each table stands, in order. */
export function placesOf(blocks: readonly (Passage | { table: string[][] })[]): Place[] {
  const state: State = { zone: 'top', awaitsTitle: false, lists: false }
  const passages = blocks.map((block) => ('pieces' in block ? block : undefined))
  const places = blocks.map((block, index) =>
    'pieces' in block ? placeOf(block, state, passages[index + 1]) : tablePlace(block.table, state),
  )
  const isPress = !passages.some((passage) => passage && isCapitals(passage.text))
  return isPress ? withPressEnds(passages, places) : places
}

interface State {
  zone: 'top' | 'body' | 'recipients' | 'signature'
  /** The line after the kind of the document says what it is about. */
  awaitsTitle: boolean
  /** A list of addressees follows. */
  lists: boolean
}

/** Letterhead and signature are often set as a table without lines. */
function tablePlace(table: readonly string[][], state: State): Place {
  const cells = table.flat().map((cell) => cell.trim())
  if (state.zone === 'top' && cells.some((cell) => /^(?:số ?:|cộng h|độc lập)/iu.test(cell))) return 'head'
  if (state.zone !== 'top' && cells.some((cell) => recipients.test(cell.toLowerCase()))) {
    state.zone = 'signature'
    return 'recipients'
  }
  const lines = cells.flatMap((cell) => cell.split('\n'))
  if (
    state.zone !== 'top' &&
    table.length <= 4 &&
    lines.some((line) => isSigning(line, line.toLowerCase()))
  ) {
    state.zone = 'signature'
    return 'signature'
  }
  state.zone = 'body'
  return 'body'
}

function placeOf(passage: Passage, state: State, next: Passage | undefined): Place {
  const { text, lower } = passage
  if (form.test(lower)) return 'form'
  if (annex.test(lower) && state.zone !== 'top') {
    state.zone = 'body'
    return 'head'
  }
  if (state.zone === 'top') return topPlace(passage, state, next)
  if (recipients.test(lower)) {
    state.zone = 'recipients'
    return 'recipients'
  }
  if (isSigning(text, lower)) {
    state.zone = 'signature'
    return 'signature'
  }
  if (state.zone === 'recipients' && (/^[-–•+]/.test(text) || text.length < 60)) return 'recipients'
  if (state.zone === 'signature' && text.length < 60 && !/[.;]$/.test(text)) return 'signature'
  state.zone = 'body'
  return kindLine.test(lower) && isCapitals(text) ? 'head' : 'body'
}

function isSigning(text: string, lower: string): boolean {
  return (
    text.length < 80 && signing.test(lower) && isCapitals(text.replace(/\(.*\)/u, '')) && !/[:;]$/.test(text)
  )
}

function topPlace({ text, lower }: Passage, state: State, next: Passage | undefined): Place {
  const isUnnumbered = isPlain(levelOf(text, lower).level)
  if (/^(?:kính (?:gửi|chuyển)|.{0,80} điện) ?:/u.test(lower)) {
    state.lists = /:$/.test(text)
    return 'head'
  }
  if (state.lists && (/^[-–•+]/.test(text) || (isUnnumbered && text.length < 60 && /[;.]$/.test(text))))
    return 'head'
  state.lists = false
  if (kindLine.test(lower)) {
    state.awaitsTitle = true
    return 'head'
  }
  if (headLine.test(lower)) {
    if (/^(?:v\/v|về việc)/u.test(lower)) state.awaitsTitle = false
    return 'head'
  }
  if (isUnnumbered && isCapitals(text)) return 'head'
  if (state.awaitsTitle && isUnnumbered && !/[:;]$/.test(text)) {
    state.awaitsTitle = false
    return 'head'
  }
  if (isUnnumbered && next && text.length < 200 && !/[.:;…]$/.test(text) && !/^giao /u.test(lower))
    return 'head'
  state.zone = 'body'
  return 'body'
}

/** A report in the press ends with who wrote it, and with what the page puts there. */
function withPressEnds(passages: readonly (Passage | undefined)[], places: Place[]): Place[] {
  const ended = [...places]
  for (let index = ended.length - 1; index > 1; index -= 1) {
    const passage = passages[index]
    if (ended[index] === 'form') continue
    if (ended[index] !== 'body' || !passage || !isByline(passage.text)) break
    ended[index] = 'signature'
  }
  return ended
}

function isByline(text: string): boolean {
  return (
    text.length <= 60 && !/[.;:!?]$/.test(text) && /^[\p{Lu}(]/u.test(text) && text.split(' ').length <= 8
  )
}

/** Written in capitals, but for a few words. */
export function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const capitals = text.match(/\p{Lu}/gu) ?? []
  return letters.length >= 3 && capitals.length >= letters.length * 0.75
}
