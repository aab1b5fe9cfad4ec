import { publicFigures } from '#feedback'
import { agencies, isAgencyCode } from '#law/authorities'
import { taskStateMeanings } from '#law/task-monitoring'
import { listAuditRoots } from '#platform/audit-root'
import { today } from '#platform/clock'
import { readUnits } from '#registry'
import { listPublicDirectives, listPublicTasks } from '#web/portal/progress/public-tasks.server.ts'
import { type Dataset, field } from './dataset.ts'

const units: Dataset = {
  slug: 'don-vi-hanh-chinh',
  title: { vi: 'Đơn vị hành chính và lịch sử sắp xếp', en: 'Administrative units and their history' },
  description: {
    vi: 'Mỗi dòng là một phiên bản của một đơn vị: có hiệu lực từ ngày nào đến ngày nào, thành đơn vị nào, từ đơn vị nào.',
    en: 'A row is one version of a unit: from when until when it stood, what it became, and what it came from.',
  },
  frequency: 'IRREG',
  source: {
    vi: 'Nghị quyết về sắp xếp đơn vị hành chính; danh mục của hệ thống An Sinh',
    en: 'Resolutions on administrative units; the table of units in An Sinh',
  },
  fields: [
    field(
      'ma_phien_ban',
      'text',
      'Mã và ngày đầu của phiên bản: khóa duy nhất',
      'Code and first day: the only key',
    ),
    field('ma', 'text', 'Mã đơn vị', 'Code of the unit'),
    field('ten', 'text', 'Tên đầy đủ', 'Name in full'),
    field('cap', 'text', 'province, district hoặc commune', 'province, district or commune'),
    field('ma_cap_tren', 'text', 'Mã đơn vị cấp trên', 'Code of the unit above'),
    field('tu_ngay', 'day', 'Ngày đầu; trống: trước khi có sổ', 'First day; empty: older than the records'),
    field('den_ngay', 'day', 'Ngày cuối; trống: đang có', 'Last day; empty: it stands'),
    field('thanh', 'text', 'Mã các đơn vị kế tiếp', 'Codes of what it became'),
    field('tu_don_vi', 'text', 'Mã các đơn vị trước', 'Codes of what it came from'),
    field('can_cu', 'text', 'Văn bản', 'Resolution'),
  ],
  async read({ query }) {
    const versions = [...(await readUnits(query)).byUid.values()]
    const rows = versions.map((unit) => ({
      ma_phien_ban: unit.uid,
      ma: unit.code,
      ten: unit.name,
      cap: unit.level,
      ma_cap_tren: unit.parentCode ?? null,
      tu_ngay: unit.from ?? null,
      den_ngay: unit.to ?? null,
      thanh: unit.successorCodes.join(' '),
      tu_don_vi: unit.predecessorCodes.join(' '),
      can_cu: unit.legalBasis ?? null,
    }))
    return {
      updatedOn: versions
        .flatMap(({ from }) => from ?? [])
        .sort()
        .at(-1),
      rows,
    }
  },
}

const feedback: Dataset = {
  slug: 'gop-y',
  title: { vi: 'Trả lời góp ý, phản ánh theo cơ quan', en: 'How authorities answer feedback' },
  description: {
    vi: 'Mỗi cơ quan nhận bao nhiêu, trả lời bao nhiêu, trong hạn bao nhiêu; số từ 1 đến 4 và số tính ra được nó để trống: là ẩn, không bao giờ là không; điểm hài lòng để trống khi có ít người chấm. Không có nội dung của ai.',
    en: 'How many messages each authority received, answered, and answered in time; counts of 1 to 4, and what they could be computed from, are empty: hidden, never zero; the mark is empty while few gave one. Nobody’s words.',
  },
  frequency: 'CONT',
  source: { vi: 'Sổ tiếp nhận góp ý của cổng', en: 'The portal’s register of feedback' },
  fields: [
    field('ma_co_quan', 'text', 'Mã cơ quan', 'Code of the authority'),
    field('co_quan', 'text', 'Tên cơ quan', 'Name of the authority'),
    field('ma_xa', 'text', 'Mã xã của cơ quan cấp xã', 'Commune, of a commune’s authority'),
    field('nhan', 'number', 'Đã nhận; trống: bị ẩn', 'Received; empty: hidden'),
    field('tra_loi', 'number', 'Đã trả lời; trống: bị ẩn', 'Answered; empty: hidden'),
    field('trong_han', 'number', 'Trả lời trong hạn; trống: bị ẩn', 'Answered in time; empty: hidden'),
    field('hai_long', 'number', 'Điểm hài lòng trung bình, 1 đến 5', 'Mean mark, 1 to 5'),
  ],
  async read({ query }) {
    const rows = (await publicFigures(query)).map((each) => ({
      ma_co_quan: each.agency,
      co_quan: isAgencyCode(each.agency) ? agencies[each.agency].name.vi : each.agency,
      ma_xa: each.unitUid,
      nhan: each.messages,
      tra_loi: each.answered,
      trong_han: each.answeredInTime,
      hai_long: each.meanMark ?? null,
    }))
    return { updatedOn: rows.length > 0 ? today() : undefined, rows }
  },
}

const tasks: Dataset = {
  slug: 'nhiem-vu',
  title: { vi: 'Nhiệm vụ của văn bản chỉ đạo đã công bố', en: 'Tasks of directives that are public' },
  description: {
    vi: 'Nhiệm vụ của những văn bản có bài đăng trên cổng: việc gì, cơ quan nào, hạn nào, tình trạng hôm nay theo QĐ 42/2014/QĐ-TTg.',
    en: 'Tasks of the directives that stand on the portal: what, by whom, by when, and how they stand today by Decision 42/2014/QĐ-TTg.',
  },
  frequency: 'DAILY',
  source: { vi: 'Sổ theo dõi nhiệm vụ của UBND tỉnh', en: 'The province’s register of tasks' },
  fields: [
    field('van_ban', 'text', 'Số, ký hiệu văn bản', 'Number of the directive'),
    field('ngay_van_ban', 'day', 'Ngày văn bản', 'Day of the directive'),
    field('bai_dang', 'text', 'Địa chỉ bài đăng', 'Address of its article'),
    field('so', 'text', 'Số thứ tự nhiệm vụ', 'Number of the task'),
    field('noi_dung', 'text', 'Việc phải làm', 'What is to be done'),
    field('co_quan', 'text', 'Cơ quan chủ trì hiện nay', 'Who leads it now'),
    field('han', 'day', 'Hạn; trống: văn bản không định hạn', 'Due day; empty: the directive sets none'),
    field('tinh_trang', 'text', 'Tình trạng', 'State, in Vietnamese'),
    field('ma_tinh_trang', 'text', 'Mã tình trạng', 'Code of the state'),
  ],
  async read(database) {
    const on = today()
    const rows = []
    for (const { id, number, issuedOn, articleSlug } of await listPublicDirectives(database))
      for (const task of await listPublicTasks(database, id))
        rows.push({
          van_ban: number ?? null,
          ngay_van_ban: issuedOn ?? null,
          bai_dang: `/bai-viet/${articleSlug}`,
          so: task.number,
          noi_dung: task.does,
          co_quan: task.leadName.vi,
          han: task.dueOn ?? null,
          tinh_trang: taskStateMeanings[task.state].name.vi,
          ma_tinh_trang: task.state,
        })
    return { updatedOn: rows.length > 0 ? on : undefined, rows }
  },
}

const roots: Dataset = {
  slug: 'goc-nhat-ky',
  title: { vi: 'Gốc nhật ký hằng ngày', en: 'Daily root of the log' },
  description: {
    vi: 'Dấu vân tay của nhật ký mỗi ngày, để giữ bản sao và đối chiếu; bản để kiểm bằng lệnh ở /minh-bach/nhat-ky.json.',
    en: 'The fingerprint of the log each day, to be kept and compared; the file for the verifying command is /minh-bach/nhat-ky.json.',
  },
  frequency: 'DAILY',
  source: { vi: 'Nhật ký của hệ thống An Sinh', en: 'The audit log of An Sinh' },
  fields: [
    field('ngay', 'day', 'Ngày công bố', 'Day it was told'),
    field('con_dau', 'number', 'Số con dấu mới nhất', 'Number of the newest seal'),
    field('so_dong', 'number', 'Số dòng nhật ký đến con dấu', 'Lines of the log up to the seal'),
    field('ma_bam', 'text', 'SHA-256 của con dấu', 'SHA-256 of the seal'),
    field('goc_truoc', 'text', 'Gốc liền trước', 'The root before'),
    field('goc', 'text', 'Gốc', 'The root'),
  ],
  async read({ query }) {
    const rows = (await listAuditRoots(query)).map((root) => ({
      ngay: root.day,
      con_dau: root.seal,
      so_dong: root.lines,
      ma_bam: root.hash,
      goc_truoc: root.previousRoot,
      goc: root.root,
    }))
    return { updatedOn: rows[0]?.ngay, rows }
  },
}

export const otherDatasets: readonly Dataset[] = [units, feedback, tasks, roots]
