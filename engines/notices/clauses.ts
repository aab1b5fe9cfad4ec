import { readAgencies } from './agencies.ts'
import { findDeadline } from './deadlines.ts'
import { anyOf, finding, matchAt, placed, skipBlanks } from './phrases.ts'
import { type Span, trimmed } from './sentences.ts'
import { findVerb, isNamed } from './verbs.ts'

const inline =
  /; ?|(?<=[ :;,])\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\) |(?<=[:;,.] )(?:[a-zđ]|\d{1,2})\) (?=\p{L})/gu
/** Another order in the same sentence: `… và yêu cầu Sở …`. */
const ordersAgain =
  /(?:,| và|, đồng thời| đồng thời|, và)(?: cũng)? (?=(?:yêu cầu|giao|đề nghị) (?:các |sở |ubnd |công an |văn phòng |ban |chủ tịch |giám đốc |thủ trưởng |phòng |trung tâm ))/gu

/** The stretches between semicolons, and before another order. `blotted` has no brackets. */
export function listSegments(blotted: string, { start, end }: Span): Span[] {
  const cuts = [inline, ordersAgain].flatMap((pattern) => {
    pattern.lastIndex = 0
    return [...blotted.slice(start, end).matchAll(pattern)].map(({ index, 0: found }) => ({
      at: start + index,
      next: start + index + found.length,
    }))
  })
  cuts.sort((one, other) => one.at - other.at)
  const spans: Span[] = []
  let from = start
  for (const { at, next } of cuts) {
    if (at < from) continue
    spans.push({ start: from, end: at })
    from = next
  }
  spans.push({ start: from, end })
  return spans.map((span) => trimmed(blotted, span)).filter((span) => span.end > span.start)
}

const boundary = /,? (?:và |đồng thời (?:với )?|trong đó,? |từ đó |qua đó |cùng với đó |song song với )+|, /gu
const purpose = finding('để | nhằm | góp phần | tránh | giúp | phục vụ')
/** Verbs that go on with a duty even after its purpose was told. */
const resumes = /^(?:chủ trì|tham mưu|tổ chức|phối hợp|rà soát|hằng|hàng|định kỳ|lập|xây dựng|kiểm tra)/u
/** How something is done, or what it should lead to: no duty of its own. */
const manners = placed(
  anyOf(
    'công khai, minh bạch | công khai minh bạch | công khai và minh bạch | hoàn thành | xong | bảo đảm | đảm bảo | phấn đấu | phù hợp | kịp thời | nhất là | đặc biệt là | đạt | tạo | phát huy | không | đúng',
  ),
)

/**
 * The clauses of what is to be done, each with a verb and words of its own: a comma before `rà soát, đánh giá` divides
 * nothing. A clause that tells only when it is due or to whom it is reported stays with the one before.
 */
export function listClauses(text: string, blotted: string, { start, end }: Span): Span[] {
  const spans: Span[] = []
  let from = start
  for (const match of blotted.slice(start, end).matchAll(boundary)) {
    const at = start + match.index
    const next = at + match[0].length
    if (at - from < 8 || !divides(text, blotted, { start: from, end: at }, { start: next, end }, match[0]))
      continue
    spans.push({ start: from, end: at })
    from = next
  }
  spans.push({ start: from, end })
  return spans.map((span) => trimmed(text, span)).filter((span) => span.end > span.start)
}

function divides(text: string, blotted: string, left: Span, right: Span, mark: string): boolean {
  const isMarked = /đồng thời|trong đó|song song|cùng với đó/u.test(mark)
  if (/^lấy [^,;]{2,90} làm /u.test(blotted.slice(right.start, right.start + 120))) return true
  if (areDueApart(blotted, left, right)) return true
  if (matchAt(manners, blotted, right.start) && !isMarked) return false
  const verb = findVerb(blotted, right.start)
  if (!verb || verb.at >= right.end || (!verb.strong && !isMarked)) return false
  if (isModifier(text, blotted, { start: right.start, end: endOfClause(blotted, right) })) return false
  if (!isComplete(text, blotted, left) || !hasObject(text, blotted, verb.end, right.end)) return false
  const said = blotted.slice(left.start, left.end)
  if (isMarked) return true
  if (mark.includes('và') && isNamed(blotted, right.start)) return false
  if (!standsAlone(text, blotted, left, right)) return false
  if (purpose.test(said)) return resumes.test(blotted.slice(verb.at, right.end)) && mark === ', '
  if (opensList(said)) return isOfItsOwn(blotted, verb.at)
  return mark === ', ' || isOfItsOwn(blotted, verb.at)
}

/** `khởi công trước ngày …, phấn đấu bàn giao trước ngày …` are two. */
function areDueApart(blotted: string, left: Span, right: Span): boolean {
  const said = blotted.slice(right.start, right.end)
  return (
    /^phấn đấu /u.test(said) &&
    findDeadline(said, {}) !== undefined &&
    findDeadline(blotted.slice(left.start, left.end), {}) !== undefined
  )
}

const longLeft = 20
const longRight = 8

/**
 * Clauses with a comma between are mostly one duty with one deadline. They are two when the first has a deadline of its
 * own, when the second is done together with somebody, and when both are long.
 */
function standsAlone(text: string, blotted: string, left: Span, right: Span): boolean {
  const said = blotted.slice(left.start, left.end)
  if (findDeadline(said, {})) return true
  const partners = /^(?:phối hợp(?: chặt chẽ)? (?:với|cùng)|phối hợp|cùng với|cùng) /u.exec(
    blotted.slice(right.start, right.start + 30),
  )
  if (partners && readAgencies(text, blotted, right.start + partners[0].length)) return true
  return wordsIn(said, 0, said.length) >= longLeft && wordsIn(blotted, right.start, right.end) >= longRight
}

/** After `công tác bảo vệ` a comma goes on with more nouns: only words that never are nouns divide. */
function opensList(said: string): boolean {
  return /(?:các|những|gồm|như|bao gồm|công tác|hoạt động|lĩnh vực|nhiệm vụ|về)(?: [\p{L}]+){0,4}$/u.test(
    said,
  )
}

const neverNouns = placed(
  anyOf(
    `tham mưu | chủ trì | tăng cường | đẩy mạnh | rà soát | khẩn trương | triển khai | tổ chức | xây dựng | ban hành | hướng dẫn
    | phối hợp với | kịp thời | báo cáo | trình | gửi | yêu cầu | chỉ đạo | đôn đốc | niêm yết | lập | xử lý nghiêm`,
  ),
)

function isOfItsOwn(blotted: string, at: number): boolean {
  return matchAt(neverNouns, blotted, at) !== undefined
}

function endOfClause(blotted: string, { start, end }: Span): number {
  const comma = blotted.indexOf(', ', start)
  return comma < 0 || comma > end ? end : comma
}

/** Has a verb, or an agency that cooperates and then a verb, and at least two words beside. */
function isComplete(text: string, blotted: string, span: Span): boolean {
  const verb = findVerb(blotted, span.start)
  return verb ? hasObject(text, blotted, verb.end, span.end) : wordsIn(blotted, span.start, span.end) >= 4
}

/** Something is done to something: words beyond verbs, adverbs and whoever helps. */
function hasObject(text: string, blotted: string, from: number, end: number): boolean {
  let at = skipPunctuation(blotted, from)
  for (let count = 0; count < 6 && at < end; count += 1) {
    const helper = pastWith(blotted, at)
    const isReceiver = /(?:báo cáo|trình|tham mưu|đề xuất|phối hợp|cùng) $/u.test(
      blotted.slice(Math.max(0, at - 10), at),
    )
    const agencies = helper > at || isReceiver ? readAgencies(text, blotted, helper) : undefined
    const verb = agencies ? undefined : findVerb(blotted, at)
    const next = agencies?.end ?? verb?.end
    if (next === undefined) break
    at = skipPunctuation(blotted, next)
  }
  return wordsIn(blotted, at, end) >= 2
}

function pastWith(blotted: string, at: number): number {
  const found = /^(?:chặt chẽ )?(?:với|cùng|cùng với) /u.exec(blotted.slice(at, at + 24))
  return at + (found?.[0].length ?? 0)
}

function skipPunctuation(text: string, at: number): number {
  let next = at
  while (/[ ,]/.test(text[next] ?? '')) next += 1
  return next
}

function wordsIn(text: string, start: number, end: number): number {
  return text.slice(start, Math.max(start, end)).match(/[\p{L}\p{N}%]+/gu)?.length ?? 0
}

const reporting =
  /^(?:và |đồng thời |từ đó |sau đó |kết quả |có |kịp thời |định kỳ |hoàn chỉnh |hoàn thiện |tổng hợp,? )*(?:hoàn thành|xong|kết thúc|kết luận|báo cáo|trình|ban hành|công bố|trả lời|gửi|thời hạn|thời gian|tổng hợp,? báo cáo|tổng hợp|tham mưu|đề xuất|báo cáo, đề xuất|kết quả|hoàn tất)(?: [\p{L}]+)*/u
const idle = new RegExp(
  anyOf(
    `trả lời | kết quả | về | cho | để | tổng hợp | theo quy định | theo dõi | xem xét | quyết định | chỉ đạo | thực hiện | tại | định kỳ | là | các
    | báo cáo | trình | gửi | hoàn thành | xong | trước | ngày | và | kết luận | thời hạn | thời gian | có | đồng thời | với | bằng văn bản
    | hằng tháng | hằng quý | hàng quý | hàng tháng | hằng tuần | hằng năm | kịp thời | theo thẩm quyền | phê duyệt | ban hành | biết
    | cho ý kiến | nội dung này | vụ việc | tham mưu | đề xuất | hoàn tất | kết thúc | sau | đến | cấp có thẩm quyền | theo | quy định`,
  ),
  'gu',
)

/** Tells only when something is due, or to whom it goes: `hoàn thành trước ngày …`, `báo cáo UBND tỉnh trước ngày …`. */
export function isModifier(text: string, blotted: string, { start, end }: Span): boolean {
  const said = blotted.slice(start, end)
  if (eachOfThem.test(said)) return true
  if (!reporting.test(said)) return false
  if (periodTold.test(said) && findDeadline(said, {})) return true
  let rest = said
  const deadline = findDeadline(said, {})
  if (deadline) rest = `${rest.slice(0, deadline.start)} ${rest.slice(deadline.end)}`
  const agency = findAgency(text, blotted, start, end)
  if (agency) rest = rest.replace(blotted.slice(agency.start, agency.end), ' ')
  return wordsIn(rest.replace(idle, ' '), 0, rest.length) <= 2
}

/** `…; mỗi điểm ít nhất 02 nhân viên`: how much of what was told. */
const eachOfThem =
  /^(?:trong đó,? )?mỗi (?!ngày|tuần|tháng|quý|năm)[\p{L}]+(?: [\p{L}]+){0,3}? (?:có )?(?:ít nhất|tối thiểu|không quá|tối đa|không dưới)(?: là)? \d/u

/** `thời gian kiểm tra từ ngày … đến ngày …` */
const periodTold =
  /^(?:thời gian|thời hạn|tiến độ|hạn)(?: [\p{L}]+){0,5} ?:? ?(?:từ|trước|đến|là|trong|chậm nhất|xong)(?![\p{L}])/u

function findAgency(text: string, blotted: string, start: number, end: number): Span | undefined {
  for (let at = start; at >= start && at < end; at = blotted.indexOf(' ', at) + 1) {
    const found = readAgencies(text, blotted, skipBlanks(blotted, at))
    if (found && found.end <= end + 1) return found
    if (blotted.indexOf(' ', at) < 0) break
  }
  return undefined
}
