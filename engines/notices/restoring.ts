import { after, before } from './phrases.ts'

/**
 * Machines that read pictures lose tones. Where several words of a phrase of this trade have lost theirs, the phrase is
 * read as it must have been; letters stay one for one, so that places in the text stay the same.
 */
export function restore(damagedText: string): string {
  const lower = withDayWords(damagedText)
  const words = lower.match(syllable) ?? []
  const isDamaged = words.some((word) => impossible.test(word)) || digitsAsLetters.test(lower)
  const whole = isDamaged ? withWordsAndDigits(lower) : lower
  if (!isDamaged && !words.some((word) => lost.has(word))) return lower
  const exact = whole.replace(damaged, (found) => repair(found) ?? found)
  return isDamaged ? exact.replace(pairs, (found) => near(found) ?? found) : exact
}

/** `11 thang 3 năm 2027`, `truoc ngay 20/3`: between numbers nothing else can be meant. */
function withDayWords(lower: string): string {
  return lower
    .replace(/(?<=\d )thang(?= \d)/gu, 'tháng')
    .replace(/(?<![\p{L}])ngay(?= \d{1,2} ?(?:\/|tháng))/gu, 'ngày')
    .replace(/(?<=tháng \d{1,2} )nam(?= \d{4})/gu, 'năm')
}

/** A syllable that ends in a stop bears one of two tones: `trươc` and `thưc` are no words. */
const impossible = /^(?:[bcdđghklmnpqrstvx]{1,3})?(?:[aăâeêioôơuưyàằầèềìòồờùừỳ]{1,3})(?:ch|[cpt])$/u
/** Small L and capital O between digits: `l5/8/2026`, `2l tháng 7`. */
const digitsAsLetters = /(?<![\p{L}\p{N}])(?:[lo]\d+|\d+[lo]\d*)(?![\p{L}\p{N}])/u
const everyDigit = new RegExp(digitsAsLetters.source, 'gu')

/** Syllables that are no words, of which only one can be meant. */
const only: Readonly<Record<string, string>> = Object.fromEntries(
  `trước các một thực việc kết được nước cấp hợp lập xuất tiếp chất đột thất luật sát soát phát rất trực tắc
chức chấm dứt chết cước sách nước`
    .split(/\s+/u)
    .map((word) => [
      word
        .normalize('NFD')
        .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
        .normalize('NFC'),
      word,
    ]),
)

function withWordsAndDigits(lower: string): string {
  return lower
    .replace(syllable, (word) => (impossible.test(word) ? (only[word] ?? word) : word))
    .replace(everyDigit, (found) => found.replaceAll('l', '1').replaceAll('o', '0'))
}

/** In a damaged text marks are also misread: `đôi chiếu`, `hường trợ cấp`, `báo cảo`. */
function near(found: string): string | undefined {
  const phrase = byPlainForm.get(fold(found))
  return phrase !== undefined && phrase.length === found.length ? phrase : undefined
}

const phrases = `ủy ban nhân dân | chủ tịch | phó chủ tịch | kết luận | kế hoạch | phối hợp | chủ trì | báo cáo | đề nghị | yêu cầu
| trước ngày | hoàn thành | rà soát | xử lý | kiểm tra | hướng dẫn | thực hiện | triển khai | tổ chức | xây dựng
| tăng cường | đẩy mạnh | khẩn trương | tiếp tục | tập trung | bảo đảm | đảm bảo | tham mưu | tổng hợp | cập nhật | giải quyết
| đồng chí | ubnd tỉnh | công an tỉnh | các xã | xã, phường | hằng tháng | hằng quý | hằng tuần | hàng tháng | hàng quý
| thường xuyên | định kỳ | chậm nhất | ít nhất | tối thiểu | kiên quyết | đình chỉ | vi phạm | tuyên truyền | vận động
| phân công | bố trí | người có công | người nghèo | hộ nghèo | giảm nghèo | trẻ em | bảo trợ xã hội | trợ giúp xã hội | việc làm
| lao động | đào tạo nghề | bình đẳng giới | chuyển đổi số | cải cách hành chính | thông báo | quyết định | nghị quyết | chỉ thị
| công điện | công văn | nơi nhận | chánh văn phòng | văn phòng | đánh giá cao | ghi nhận | biểu dương | hạn chế | tồn tại
| nhiệm vụ | thời gian tới | đối tượng | khuyết tật | người cao tuổi | cộng hòa | đuối nước | an toàn | dữ liệu | đề xuất
| làm việc | thỏa ước lao động tập thể | liên đoàn lao động | bảo hiểm xã hội | ngân hàng chính sách xã hội | mặt trận tổ quốc
| sở y tế | sở nội vụ | sở tài chính | sở tư pháp | sở xây dựng | giáo dục và đào tạo | nông nghiệp và môi trường | trách nhiệm
| niêm yết | công khai | phát hiện | thăm hỏi | hỗ trợ | chi trả | trợ cấp | cấp xã | đơn vị | liên quan | địa phương | cơ quan
| thành lập | chấn chỉnh | thanh tra | theo dõi | đôn đốc | nghiên cứu | phương án | giải pháp | quan tâm | chú trọng
| ưu tiên | chăm sóc | bảo vệ | phòng ngừa | ngăn chặn | tập huấn | bồi dưỡng | kiện toàn | sắp xếp | số hóa | kết nối
| chỉ đạo | chỉ thị | đối chiếu | chú trọng | kể từ ngày | cấp đủ | còn chậm | không quá | tiêu chuẩn | vùng đất yếu | hưởng trợ cấp | đề nghị | của chính phủ | một số | số liệu | danh sách | cũng phải | bằng văn bản | gửi về
| chấm dứt | đã chết | hằng năm | hàng năm | tồn đọng | đúng quy định | kịp thời | phòng bảo trợ xã hội | tạm trú | biến động
| thống kê | xác minh | thẩm định | phê duyệt | ban hành | cung cấp | giám sát | tổ công tác | kinh phí | nguồn vốn`

/** A letter with any mark that it may bear. */
const marked: Readonly<Record<string, string>> = {
  a: '[aàáảãạăằắẳẵặâầấẩẫậ]',
  d: '[dđ]',
  e: '[eèéẻẽẹêềếểễệ]',
  i: '[iìíỉĩị]',
  o: '[oòóỏõọôồốổỗộơờớởỡợ]',
  u: '[uùúủũụưừứửữự]',
  y: '[yỳýỷỹỵ]',
}

const tones: Readonly<Record<string, string>> = { đ: 'd' }

const syllable = /[\p{L}]+/gu

/** Without tone, and without any mark: the two ways in which a syllable is read too plainly. */
function plainer(word: string): string[] {
  const bare = word.normalize('NFD')
  const toneless = bare.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC')
  const plain = bare.replace(/\p{M}/gu, '').replace(/đ/g, tones.đ ?? 'd')
  return [...new Set([toneless, plain, toneless.replace(/đ/g, 'd')])].filter((each) => each !== word)
}

const whole = phrases
  .split('|')
  .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
  .sort((one, other) => other.length - one.length)
/** The forms that each syllable may have lost to. */
const lost = new Set(whole.flatMap((phrase) => (phrase.match(syllable) ?? []).flatMap(plainer)))
const damaged = new RegExp(
  `${before}(?:${whole.map((phrase) => phrase.replace(syllable, (word) => `(?:${[word, ...plainer(word)].join('|')})`)).join('|')})${after}`,
  'gu',
)
/** Any marks on the letters of a phrase of two syllables or more. */
const pairs = new RegExp(
  `${before}(?:${whole
    .filter((phrase) => phrase.includes(' '))
    .map((phrase) => fold(phrase).replace(/[a-z]/gu, (letter) => marked[letter] ?? letter))
    .join('|')})${after}`,
  'gu',
)
const byPlainForm = new Map(whole.toReversed().map((phrase): [string, string] => [fold(phrase), phrase]))

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
}

/** Syllables that are words of their own without a mark, and prove nothing. */
const words = new Set(
  'quy ban cho theo trong thu chi an tinh cao giao xa so da va hai ba tai co bao dan don mat tra cap ca dam'.split(
    ' ',
  ),
)

function repair(found: string): string | undefined {
  const phrase = byPlainForm.get(fold(found))
  if (!phrase || phrase === found) return undefined
  const whole = phrase.match(syllable) ?? []
  const read = found.match(syllable) ?? []
  const changed = read.filter((word, at) => word !== whole[at])
  const proves = changed.length >= 2 || changed.some((word) => !words.has(word))
  return (proves || found === 'chi đạo') && phrase.length === found.length ? phrase : undefined
}
