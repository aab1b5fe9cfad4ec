import { readAgencies } from './agencies.ts'
import { pastLeadIns } from './frames.ts'
import type { Span } from './sentences.ts'

/** Who speaks for the document: only they and those above them command by `đề nghị`. */
export interface Speakers {
  issuer?: string
  /** Who concluded, by name. */
  concludes?: string
}

const people =
  /^(?:(?:nhiều|một số|các|những|đa số|có)(?: ý kiến(?: của)?)? |ý kiến(?: của)? |theo |tại buổi (?:tiếp|họp|làm việc), ?)*(?:đại diện |tập thể )?(?:cử tri|người dân|nhân dân|bà con|công dân|người lao động|công nhân|người khiếu nại|người làm đơn|gia đình|các hộ|hội viên|phụ huynh|thân nhân|đại biểu|ý kiến|doanh nghiệp|hộ dân|người có đơn|đơn|chủ hộ|người nhà)(?![\p{L}])[^;:]{0,90}?(?<!được|theo|phải|cần|bị|của) (?:đề nghị|kiến nghị|đề xuất|phản ánh|mong muốn|mong|xin|yêu cầu|thắc mắc|hỏi|bày tỏ|khiếu nại)(?![\p{L}])/u
const recounts =
  / (?:cho biết|cho hay)(?![\p{L}])| (?:cho biết|cho hay|trình bày|chia sẻ|tâm sự|bộc bạch|giải trình|kể)(?: rằng| thêm)? ?[:,]/u
const papers =
  /(?:(?:nhận được|tiếp nhận|nhận|theo|tại|xét) (?:\d+ )?(?:nội dung )?(?:đơn|lá đơn|thư|tờ trình|phản ánh|kiến nghị|ý kiến|báo cáo|văn bản|công văn)|có đơn)(?! này)(?: [^;:]{0,200}?)? (?:đề nghị|kiến nghị|xin|phản ánh|yêu cầu|khiếu nại|đề xuất)(?![\p{L}])(?! (?:của|tại|nêu|trên|nói)(?![\p{L}]))/u
/** The document answers in the same sentence. */
const answers =
  /(?:chủ tịch|bí thư|giám đốc|ubnd tỉnh|ông|bà|tỉnh) (?:yêu cầu|giao|chỉ đạo)|(?:,|;|\.) ?(?:giao|yêu cầu) /u
const tells =
  /^(?: ?[-–,]? ?[^,;:]{0,50},)? (?:đã |cũng |còn |vẫn |lại |tha thiết |có đơn |có (?:văn bản|công văn|tờ trình|ý kiến) |gửi đơn |tiếp tục )*(?:đề nghị|kiến nghị|đề xuất|phản ánh|mong muốn|mong|xin|thắc mắc|trình bày|cho biết|cho hay|giải trình|bày tỏ|chia sẻ|báo cáo(?= ?[:,])|nêu|hỏi)(?![\p{L}])/u
const narrates =
  /(?:trình bày|cho biết|cho hay|giải trình|bày tỏ|chia sẻ|phản ánh|thắc mắc|hỏi|báo cáo|nêu|xin)$/u
const holders =
  /(?:chủ tịch|bí thư|bộ trưởng|thứ trưởng|thủ tướng|trưởng đoàn|đoàn giám sát|đoàn kiểm tra|đoàn thanh tra|đoàn công tác|thường trực|ban thường vụ|chủ trì|chủ tọa|hội đồng|hđnd|ban văn hóa|ban pháp chế|tổ trưởng tổ)/u
const superiors =
  /(?:đề nghị|kiến nghị|đề xuất|xin|mong muốn|mong)(?: với)?(?: lãnh đạo)? (?:cấp trên|cấp có thẩm quyền|tỉnh|trung ương|chính phủ|thủ tướng|(?:các )?bộ |quốc hội|(?:chủ tịch )?ubnd tỉnh|hđnd tỉnh|tỉnh ủy|nhà nước)/u
/** Below a province: whoever is named so asks. */
const lower = /^(?:ubnd|chủ tịch ubnd|đảng ủy|bí thư đảng ủy) (?:các )?(?:xã|phường|đặc khu|thị trấn)/u

/**
 * Somebody who asks, whose words the document only tells: a citizen, a lower agency, a speaker at the meeting. A
 * document of theirs commands by the same word.
 */
export function isPetition(text: string, said: string, { start, end }: Span, speakers: Speakers): boolean {
  const at = pastLeadIns(said, start)
  const core = said.slice(at, end)
  if (people.test(core.slice(0, 260)) || recounts.test(core.slice(0, 200))) return true
  if (papers.test(core.slice(0, 400)) && !answers.test(core)) return true
  const subject = readAgencies(text, said, at)
  if (!subject || subject.end >= end) return false
  const told = tells.exec(said.slice(subject.end, Math.min(end, subject.end + 120)))
  if (!told || speaksFor(subject.names, speakers)) return false
  const who = said.slice(subject.start, subject.end)
  if (narrates.test(told[0])) return !holders.test(who)
  if (lower.test(who) && speakers.issuer !== undefined) return true
  return !holders.test(who) || superiors.test(core)
}

function speaksFor(names: readonly string[], { issuer, concludes }: Speakers): boolean {
  const first = names[0]?.toLowerCase() ?? ''
  const isIssuer =
    issuer?.toLowerCase().startsWith(first) || (issuer !== undefined && first.endsWith(issuer.toLowerCase()))
  const called = concludes?.toLowerCase().split(' ').at(-1)
  return Boolean(isIssuer) || (called !== undefined && first.split(' ').includes(called))
}
