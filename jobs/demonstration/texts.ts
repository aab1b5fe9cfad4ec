import { addMonths, type LocalDate, monthOf } from '#calendar'
import { type ArticleKind, type Content, notice440 } from '#publishing'
import { type Block, paragraph } from '#publishing/blocks'
import type { OfficerPart } from './officers.ts'

/** A text of the demonstration and how far it goes. */
export interface DemonstrationText {
  title: string
  kind: ArticleKind
  writer: OfficerPart
  words: Partial<Content>
  english?: Partial<Content>
  /** A draft goes nowhere, in review it waits, returned it came back; scheduled it waits for its hour. */
  stands: 'draft' | 'inReview' | 'returned' | 'scheduled' | 'shown'
  /** What is put right after it was shown, and the sentence readers are told. */
  correction?: { words: Partial<Content>; sentence: string }
  /** Why it was sent back, or taken off the portal. */
  because?: string
}

/** The texts; the months they speak of are counted from `today`. */
export function demonstrationTexts(today: LocalDate): DemonstrationText[] {
  return [aboutLetters, aboutReceipts, paymentDays(today), oldAddress, maintenance, ...unfinished]
}

/** The last lines of every text say that nobody announced this. */
const notes = {
  vi: 'Bài mẫu của bản trình diễn, không phải tin của cơ quan nào.',
  en: 'A sample of the demonstration: no authority announced this.',
}

function sample(language: 'vi' | 'en', ...blocks: (string | Block)[]): Block[] {
  const written = blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block))
  return [...written, { kind: 'paragraph', runs: [{ text: notes[language], italic: true }] }]
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, runs: [{ text }] }
}

function list(...lines: string[]): Block {
  return { kind: 'list', ordered: false, items: lines.map((text) => ({ runs: [{ text }] })) }
}

function table(header: readonly string[], ...rows: (readonly string[])[]): Block {
  const cells = (row: readonly string[]) => row.map((text) => [{ text }])
  return { kind: 'table', header: cells(header), rows: rows.map(cells) }
}

/** A decree that is in force, as a legal document made known. */
const aboutLetters: DemonstrationText = {
  title: 'Nghị định 30/2020/NĐ-CP về công tác văn thư',
  kind: 'legalDocument',
  writer: 'desk',
  stands: 'shown',
  words: {
    lead: 'Thể thức, kỹ thuật trình bày văn bản hành chính và quản lý văn bản của cơ quan nhà nước.',
    body: sample(
      'vi',
      'Giấy báo và quyết định mà hệ thống in ra theo thể thức của Nghị định này; phụ lục I nêu khổ giấy, lề và vị trí từng thành phần.',
    ),
    tags: ['văn thư', 'thể thức văn bản'],
    details: {
      ...{ kind: 'legalDocument', number: '30/2020/NĐ-CP', form: 'Nghị định', issuer: 'Chính phủ' },
      ...{ issuedOn: '2020-03-05', effectiveOn: '2020-03-05', expiresOn: '', isPartlyExpired: false },
    },
  },
}

const aboutReceipts: DemonstrationText = {
  title: 'Theo dõi góp ý bằng mã biên nhận',
  kind: 'article',
  writer: 'desk',
  stands: 'shown',
  words: {
    lead: 'Mỗi góp ý gửi qua cổng có một mã biên nhận. Ai giữ mã thì xem được góp ý đang ở đâu, hạn trả lời ngày nào.',
    body: sample(
      'vi',
      'Người gửi không cần tài khoản. Mã có dạng GY-XXXX-XXXX, hiện một lần ngay sau khi gửi; xin chép lại hoặc chụp màn hình.',
      heading('Xem được những gì'),
      list(
        'Cơ quan đang giữ góp ý và giữ từ lúc nào.',
        'Hạn chuyển, hạn trả lời và căn cứ của từng hạn.',
        'Câu trả lời, sau khi người thứ hai đã duyệt.',
      ),
      heading('Khi việc chưa được giải quyết'),
      'Trong 15 ngày kể từ câu trả lời, người gửi có thể báo là chưa giải quyết. Góp ý được mở lại và chuyển lên cấp trên.',
    ),
    ...{ byline: 'Văn phòng UBND tỉnh (bản trình diễn)', tags: ['góp ý', 'mã biên nhận'] },
    related: [notice440.slug],
  },
  english: {
    title: 'Follow your feedback with its receipt code',
    lead: 'Every message sent through the portal has a receipt code. Whoever holds it sees where the message is and by when it will be answered.',
    body: sample(
      'en',
      'No account is needed. The code looks like GY-XXXX-XXXX and is shown once, right after sending: please write it down.',
      heading('What it shows'),
      list(
        'Which authority holds the message, and since when.',
        'The days for sending on and for the answer, with the basis of each.',
        'The answer, once a second officer has approved it.',
      ),
      heading('When it was not solved'),
      'Within 15 days of the answer its sender may say that it was not solved. The message is reopened one level up.',
    ),
    ...{ byline: 'Provincial office (demonstration)', tags: ['feedback', 'receipt code'] },
  },
}

/** Shown with a wrong hour and corrected, with a sentence to readers. */
function paymentDays(today: LocalDate): DemonstrationText {
  const [year, month] = addMonths(monthOf(today), 1).split('-')
  const rowsFrom = (hour: string): Block[] =>
    sample(
      'vi',
      'Người nhận mang theo căn cước; người nhận thay mang thêm giấy ủy quyền.',
      table(
        ['Ngày', 'Nơi chi trả', 'Giờ'],
        [`05/${month}/${year}`, 'Nhà văn hóa khối 1 đến khối 4', `${hour} đến 11 giờ`],
        [`06/${month}/${year}`, 'Nhà văn hóa khối 5 đến khối 9', `${hour} đến 11 giờ`],
        [`07/${month}/${year}`, 'Tại nhà, cho người không đi lại được', 'trong ngày'],
      ),
    )
  return {
    title: `Lịch chi trả trợ cấp xã hội tháng ${month}/${year}`,
    kind: 'announcement',
    writer: 'health',
    stands: 'shown',
    words: {
      lead: `Trợ cấp tháng ${month}/${year} được chi trả từ ngày 05 đến ngày 07 tại phường.`,
      body: rowsFrom('7 giờ'),
      ...{ byline: 'Sở Y tế (bản trình diễn)', tags: ['chi trả', 'trợ cấp xã hội'] },
    },
    correction: {
      words: { body: rowsFrom('7 giờ 30') },
      sentence: 'Giờ chi trả bắt đầu lúc 7 giờ 30, không phải 7 giờ.',
    },
  }
}

const oldAddress: DemonstrationText = {
  title: 'Nơi nhận hồ sơ trợ cấp trong tháng sửa trụ sở',
  kind: 'announcement',
  writer: 'desk',
  stands: 'shown',
  words: {
    lead: 'Trong tháng sửa trụ sở, hồ sơ được nhận tạm ở nhà văn hóa trung tâm.',
    body: sample('vi', 'Giờ nhận hồ sơ không đổi.'),
    ...{ byline: 'Văn phòng UBND tỉnh (bản trình diễn)', tags: ['một cửa'] },
  },
  because: 'Trụ sở đã sửa xong, hồ sơ lại nhận ở nơi cũ.',
}

const maintenance: DemonstrationText = {
  title: 'Cổng tạm ngừng đêm để bảo trì',
  kind: 'announcement',
  writer: 'desk',
  stands: 'scheduled',
  words: {
    lead: 'Cổng tạm ngừng từ 23 giờ đến 1 giờ sáng để cập nhật.',
    body: sample('vi', 'Góp ý đang viết dở được giữ trong trình duyệt; xin gửi lại sau giờ bảo trì.'),
    ...{ byline: 'Văn phòng UBND tỉnh (bản trình diễn)', tags: ['bảo trì'] },
  },
}

const unfinished: readonly DemonstrationText[] = [
  {
    title: 'Phường Vinh Phú niêm yết danh sách rà soát hộ nghèo',
    kind: 'announcement',
    writer: 'commune',
    stands: 'inReview',
    words: {
      lead: 'Danh sách được niêm yết tại trụ sở và nhà văn hóa các khối trong 3 ngày làm việc.',
      body: sample('vi', 'Ai thấy danh sách chưa đúng, xin báo với phường trong thời gian niêm yết.'),
      ...{ byline: 'UBND phường Vinh Phú (bản trình diễn)', tags: ['hộ nghèo', 'niêm yết'] },
    },
  },
  {
    title: 'Ngày hội việc làm của thanh niên miền núi',
    kind: 'article',
    writer: 'homeAffairs',
    stands: 'returned',
    words: {
      lead: 'Ngày hội việc làm được tổ chức vào cuối tháng.',
      body: sample('vi', 'Các doanh nghiệp tham gia sẽ phỏng vấn tại chỗ.'),
    },
    because: 'Chưa nêu ngày, giờ và nơi tổ chức: xin bổ sung rồi trình lại.',
  },
  {
    title: 'Hỏi đáp về trợ cấp hưu trí xã hội',
    kind: 'article',
    writer: 'health',
    stands: 'draft',
    words: { lead: '', body: sample('vi', 'Những câu được hỏi nhiều nhất trong tháng.') },
  },
]
