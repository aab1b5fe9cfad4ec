import type { DutyArea } from '#notices'
import type { Text } from '#rules'
import type { Metric } from './metric.ts'

type Line = Pick<Metric, 'key' | 'unit' | 'better' | 'name' | 'definition'> & {
  areas: DutyArea[]
  missing: Text
}

/** What directives ask about and nothing in the house can count yet; somebody may report it, and it is shown as that. */
const lines: readonly Line[] = [
  {
    key: 'merit-dossiers-open',
    unit: 'cases',
    better: 'lower',
    areas: ['merit'],
    name: { vi: 'Hồ sơ người có công tồn đọng', en: 'Merit dossiers still open' },
    definition: {
      vi: 'Số hồ sơ đề nghị xác nhận, công nhận người có công chưa giải quyết xong.',
      en: 'Applications for recognition of merit that are not settled.',
    },
    missing: {
      vi: 'Hệ thống chưa có sổ hồ sơ người có công.',
      en: 'There is no register of merit dossiers yet.',
    },
  },
  {
    key: 'merit-recipients',
    unit: 'people',
    better: 'higher',
    areas: ['merit'],
    name: { vi: 'Người có công hưởng trợ cấp hằng tháng', en: 'People with merit who receive an allowance' },
    definition: {
      vi: 'Số người có công và thân nhân đang hưởng trợ cấp ưu đãi hằng tháng.',
      en: 'People with merit and relatives who receive the monthly preferential allowance.',
    },
    missing: {
      vi: 'Luật ưu đãi người có công chưa được mã hóa; chưa có danh sách hưởng.',
      en: 'The law on merit is not encoded yet, and there is no list of recipients.',
    },
  },
  {
    key: 'merit-gifts',
    unit: 'people',
    better: 'higher',
    areas: ['merit'],
    name: {
      vi: 'Người có công được thăm, tặng quà dịp 27/7',
      en: 'People with merit visited or given a gift for 27 July',
    },
    definition: {
      vi: 'Số người có công và thân nhân được thăm, tặng quà dịp Ngày Thương binh, Liệt sĩ của năm.',
      en: 'People with merit and relatives who were visited or given a gift for the day of war invalids and martyrs of the year.',
    },
    missing: {
      vi: 'Hệ thống chưa có sổ quà tặng người có công.',
      en: 'There is no register of gifts to people with merit yet.',
    },
  },
  {
    key: 'jobs-created',
    unit: 'people',
    better: 'higher',
    areas: ['employment'],
    name: { vi: 'Lao động được giải quyết việc làm', en: 'People who found work' },
    definition: {
      vi: 'Số lượt người được tạo việc làm mới từ đầu năm.',
      en: 'People for whom new work was found since the year began.',
    },
    missing: { vi: 'Chưa có dữ liệu lao động, việc làm.', en: 'There is no labour data yet.' },
  },
  {
    key: 'work-accidents',
    unit: 'cases',
    better: 'lower',
    areas: ['work-safety'],
    name: { vi: 'Vụ tai nạn lao động', en: 'Accidents at work' },
    definition: {
      vi: 'Số vụ tai nạn lao động từ đầu năm.',
      en: 'Accidents at work since the year began.',
    },
    missing: { vi: 'Chưa có sổ tai nạn lao động.', en: 'There is no register of accidents at work yet.' },
  },
  {
    key: 'labour-disputes',
    unit: 'cases',
    better: 'lower',
    areas: ['labour-relations'],
    name: { vi: 'Tranh chấp lao động tập thể, đình công', en: 'Collective disputes and strikes' },
    definition: {
      vi: 'Số vụ tranh chấp lao động tập thể và đình công từ đầu năm.',
      en: 'Collective labour disputes and strikes since the year began.',
    },
    missing: { vi: 'Chưa có sổ tranh chấp lao động.', en: 'There is no register of labour disputes yet.' },
  },
  {
    key: 'overseas-workers',
    unit: 'people',
    better: 'higher',
    areas: ['overseas-work'],
    name: { vi: 'Người đi làm việc ở nước ngoài theo hợp đồng', en: 'People working abroad under contract' },
    definition: {
      vi: 'Số người đi làm việc ở nước ngoài theo hợp đồng từ đầu năm.',
      en: 'People who left to work abroad under contract since the year began.',
    },
    missing: {
      vi: 'Chưa có dữ liệu hợp đồng đưa người đi làm việc ở nước ngoài.',
      en: 'There is no data on contracts for work abroad yet.',
    },
  },
  {
    key: 'overseas-companies-reviewed',
    unit: 'cases',
    better: 'higher',
    areas: ['overseas-work'],
    name: { vi: 'Doanh nghiệp dịch vụ đã rà soát', en: 'Service companies reviewed' },
    definition: {
      vi: 'Số doanh nghiệp dịch vụ đưa người đi làm việc ở nước ngoài đã rà soát, đánh giá trong năm.',
      en: 'Companies that send people to work abroad and were reviewed in the year.',
    },
    missing: { vi: 'Chưa có sổ doanh nghiệp dịch vụ.', en: 'There is no register of these companies yet.' },
  },
  {
    key: 'trained-workers',
    unit: 'percent',
    better: 'higher',
    areas: ['vocational-training'],
    name: { vi: 'Lao động qua đào tạo có bằng, chứng chỉ', en: 'Workers with a vocational certificate' },
    definition: {
      vi: 'Tỷ lệ lao động đã qua đào tạo có bằng cấp, chứng chỉ.',
      en: 'The share of workers who are trained and hold a certificate.',
    },
    missing: {
      vi: 'Chưa có dữ liệu giáo dục nghề nghiệp.',
      en: 'There is no data on vocational training yet.',
    },
  },
  {
    key: 'child-drownings',
    unit: 'cases',
    better: 'lower',
    areas: ['children'],
    name: { vi: 'Trẻ em tử vong do đuối nước', en: 'Children who drowned' },
    definition: {
      vi: 'Số trẻ em dưới 16 tuổi tử vong do đuối nước từ đầu năm.',
      en: 'Children under 16 who drowned since the year began.',
    },
    missing: {
      vi: 'Sổ ghi ngày chết, không ghi nguyên nhân chết.',
      en: 'The register knows the day of a death and not its cause.',
    },
  },
  {
    key: 'gender-programmes',
    unit: 'communes',
    better: 'higher',
    areas: ['gender-equality'],
    name: { vi: 'Xã có mô hình bình đẳng giới', en: 'Communes with a programme for gender equality' },
    definition: {
      vi: 'Số xã, phường đang duy trì mô hình bình đẳng giới, phòng ngừa bạo lực trên cơ sở giới.',
      en: 'Communes that keep up a programme for gender equality and against gender-based violence.',
    },
    missing: { vi: 'Chưa có dữ liệu bình đẳng giới.', en: 'There is no data on gender equality yet.' },
  },
  {
    key: 'poverty-programme-spent',
    unit: 'percent',
    better: 'higher',
    areas: ['poverty', 'coordination'],
    name: { vi: 'Giải ngân Chương trình giảm nghèo', en: 'Spending of the poverty programme' },
    definition: {
      vi: 'Tỷ lệ vốn Chương trình mục tiêu quốc gia giảm nghèo bền vững đã giải ngân trong năm.',
      en: 'The share of the year’s money of the national programme for sustainable poverty reduction that was spent.',
    },
    missing: {
      vi: 'Chưa có dữ liệu vốn của chương trình.',
      en: 'There is no data on the programme’s money yet.',
    },
  },
  {
    key: 'proposals-answered',
    unit: 'percent',
    better: 'higher',
    areas: ['direction', 'coordination'],
    name: { vi: 'Kiến nghị được trả lời đúng hạn', en: 'Proposals answered in time' },
    definition: {
      vi: 'Trong số kiến nghị giao cho cơ quan khác xử lý, bao nhiêu kiến nghị được trả lời trong hạn.',
      en: 'Of the proposals handed to other agencies, how many were answered by their day.',
    },
    missing: {
      vi: 'Từng kiến nghị được theo dõi ở trang nhiệm vụ, nhưng chưa cộng thành một chỉ số.',
      en: 'Each proposal is followed on the page of its task; they are not summed into a metric yet.',
    },
  },
  {
    key: 'staff-posts-filled',
    unit: 'percent',
    better: 'higher',
    areas: ['organisation'],
    name: { vi: 'Vị trí việc làm đã bố trí', en: 'Posts that are filled' },
    definition: {
      vi: 'Tỷ lệ vị trí việc làm được duyệt đã bố trí người.',
      en: 'The share of approved posts that somebody holds.',
    },
    missing: {
      vi: 'Hệ thống không có dữ liệu tổ chức, biên chế.',
      en: 'The house holds no data on organisation and staff.',
    },
  },
]

export const missingMetrics: readonly Metric[] = lines.map((line) => ({
  ...line,
  by: [],
  source: { vi: 'Báo cáo của cơ quan', en: 'What agencies report' },
  lists: [],
}))
