import type { DraftKind } from '#notices'

/** A part of a task with days counted from the day the demonstration is loaded. */
interface DemonstrationPart {
  does: string
  lead: string
  /** Days from today to its due day: below zero it is past. */
  dueIn: number
  /** Days from today to the day its lead said it was done. */
  doneIn?: number
}

/** One of the 23 things the notice orders, and what the clerk of the demonstration makes of it. */
export interface NoticeEntry {
  /** Words of the notice by which the drafts of this entry are known: several drafts are joined. */
  words: readonly string[]
  /** What it says when drafts are joined. */
  joined?: { does: string; kind: DraftKind }
  /** Who leads today where the areas lead to nobody or to several, and why: the clerk's choice. */
  chosen?: { lead: string; because: string }
  /** Metrics that show how far it is; those that nothing measures yet say so themselves. */
  metrics: readonly string[]
  parts?: readonly DemonstrationPart[]
  /** What its lead tells of it: a figure is *reported*, beside what is measured or where nothing is. */
  report?: { progress: string; percent: number; figure: { metric: string; value: number } }
}

const principles = ['right-person', 'full-entitlement', 'on-time'] as const
const homeAffairs = 'dpHomeAffairs'
const health = 'dpHealth'
const agriculture = 'dpAgriculture'
const office = 'provinceOffice'

const mostAreas = {
  lead: homeAffairs,
  because: 'Sở Nội vụ tiếp nhận phần lớn lĩnh vực của Sở Lao động – Thương binh và Xã hội nên làm đầu mối',
}
const organisation = {
  lead: homeAffairs,
  because: 'Tổ chức bộ máy, công vụ thuộc Sở Nội vụ',
}

/** In the order of the notice. */
export const noticeEntries: readonly NoticeEntry[] = [
  {
    words: ['rà soát, đánh giá thực hiện các chỉ tiêu, nhiệm vụ'],
    chosen: mostAreas,
    metrics: ['tasks-in-time'],
  },
  {
    words: ['đảm bảo thực chất, có chất lượng', 'đúng đối tượng, đủ chế độ và kịp thời'],
    joined: {
      does: 'Chỉ tiêu thực chất, có chất lượng; nhiệm vụ đúng đối tượng, đủ chế độ và kịp thời',
      kind: 'principle',
    },
    chosen: {
      lead: health,
      because: 'Ba nguyên tắc đo trên trợ giúp xã hội, lĩnh vực nay thuộc Sở Y tế',
    },
    metrics: principles,
  },
  { words: ['công tác lao động, việc làm, đảm bảo an toàn'], metrics: ['jobs-created', 'work-accidents'] },
  { words: ['sẵn sàng nguồn nhân lực'], metrics: ['jobs-created'] },
  { words: ['tăng cường kết nối cung'], metrics: ['jobs-created'] },
  { words: ['hài hòa mối quan hệ'], metrics: ['labour-disputes'] },
  { words: ['quản lý công tác đưa người đi làm việc'], metrics: ['overseas-workers'] },
  { words: ['doanh nghiệp dịch vụ đưa người'], metrics: ['overseas-companies-reviewed'] },
  { words: ['chất lượng đào tạo nghề'], metrics: ['trained-workers'] },
  {
    words: ['chính sách đối với người có công, người nghèo, bảo trợ xã hội'],
    chosen: {
      lead: health,
      because: 'Ba lĩnh vực nay thuộc ba sở: Sở Y tế (bảo trợ xã hội) tổng hợp, mỗi sở làm phần của mình',
    },
    metrics: [...principles, 'merit-recipients'],
    parts: [
      { does: 'Chính sách đối với người có công: rà soát người đang hưởng', lead: homeAffairs, dueIn: 26 },
      { does: 'Chính sách đối với người nghèo: rà soát hộ nghèo, cận nghèo', lead: agriculture, dueIn: 12 },
      { does: 'Bảo trợ xã hội: rà soát người bị bỏ sót, chi thiếu', lead: health, dueIn: -6 },
    ],
  },
  {
    words: ['hồ sơ tồn đọng của đối tượng người có công'],
    metrics: ['merit-dossiers-open', 'paper-captured', 'paper-checked'],
    parts: [
      {
        does: 'Lập danh mục hồ sơ tồn đọng theo từng xã, phường',
        lead: homeAffairs,
        dueIn: -30,
        doneIn: -33,
      },
      { does: 'Kết luận từng hồ sơ trong danh mục, trình UBND tỉnh', lead: homeAffairs, dueIn: -9 },
    ],
    report: {
      progress: 'Đã lập xong danh mục, đang kết luận từng hồ sơ',
      percent: 40,
      figure: { metric: 'merit-dossiers-open', value: 318 },
    },
  },
  { words: ['kỷ niệm 75 năm'], metrics: ['merit-gifts'] },
  {
    words: ['Chương trình MTQG giảm nghèo'],
    metrics: ['poverty-rate', 'poor-households', 'near-poor-households', 'poverty-programme-spent'],
  },
  { words: ['lồng ghép với 2 Chương trình'], metrics: ['poverty-programme-spent'] },
  {
    words: ['bảo vệ, chăm sóc và giáo dục trẻ em'],
    metrics: ['children', 'child-drownings'],
    parts: [
      { does: 'Rà soát trẻ em thuộc diện trợ giúp xã hội chưa được hưởng', lead: health, dueIn: 2 },
      { does: 'Gửi các xã, phường danh sách trẻ em dưới 6 tuổi', lead: health, dueIn: -20, doneIn: -16 },
    ],
  },
  { words: ['bình đẳng giới'], metrics: ['gender-programmes'] },
  {
    words: ['phối hợp liên ngành'],
    chosen: { lead: office, because: 'Văn phòng UBND tỉnh điều phối giữa các sở, ngành' },
    metrics: ['tasks-in-time'],
  },
  {
    words: ['công tác truyền thông, công khai, minh bạch'],
    chosen: { lead: office, because: 'Văn phòng UBND tỉnh giữ cổng thông tin và sổ góp ý' },
    metrics: ['feedback-on-time', 'articles-published'],
  },
  {
    words: ['kiện toàn tổ chức bộ máy'],
    chosen: organisation,
    metrics: ['staff-posts-filled'],
  },
  {
    words: ['tinh thần phục vụ, người dân làm trung tâm'],
    chosen: organisation,
    metrics: ['feedback-on-time', 'on-time'],
  },
  {
    words: ['cải cách hành chính'],
    chosen: { lead: 'dpScience', because: 'Chuyển đổi số thuộc Sở Khoa học và Công nghệ' },
    metrics: ['on-time', 'decision-days', 'numbered-people'],
  },
  {
    words: ['số hóa hệ thống cơ sở dữ liệu'],
    chosen: { lead: homeAffairs, because: 'Kho hồ sơ giấy của ngành do Sở Nội vụ tiếp nhận và lưu trữ' },
    metrics: ['paper-captured', 'paper-checked', 'scans-read', 'numbered-people', 'duplicates-waiting'],
    parts: [{ does: 'Báo cáo số quyển đã chụp, số còn thiếu của từng kho', lead: homeAffairs, dueIn: 3 }],
  },
  {
    words: ['tham mưu xử lý.', 'các sở, ngành chức năng liên quan tham mưu xử lý'],
    chosen: { lead: office, because: 'Văn phòng UBND tỉnh theo dõi từng kiến nghị đến khi có trả lời' },
    metrics: ['proposals-answered'],
  },
]
