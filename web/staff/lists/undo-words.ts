import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  title: (file: string) => `Hoàn tác ${file}`,
  lead: 'Mọi thứ danh sách này đã ghi sẽ được lấy lại, sổ trở về như trước khi ghi. Việc hoàn tác được ghi vào nhật ký; danh sách có thể ghi lại sau.',
  kinds: {
    people: 'Người thêm mới, sẽ bỏ',
    completed: 'Hồ sơ được điền thêm, sẽ để trống lại',
    facts: 'Thông tin đã đổi, sẽ trả lại',
    households: 'Hộ thêm mới, sẽ bỏ',
    members: 'Người vào hộ, sẽ bỏ',
    awards: 'Trợ cấp thêm mới, sẽ bỏ',
    awardsEnded: 'Trợ cấp bị chấm dứt, sẽ mở lại',
  },
  reason: 'Lý do hoàn tác',
  reasonHint: 'Ví dụ: nhập nhầm danh sách của tháng khác.',
  needsReason: 'Xin ghi lý do, nhiều nhất 500 chữ.',
  confirm: 'Hoàn tác toàn bộ danh sách',
  leave: 'Giữ nguyên',
  nothing: 'Danh sách này không có gì trong sổ để hoàn tác.',
  cannot: 'Chưa hoàn tác được',
  cannotWhy:
    'Từ khi ghi danh sách, đã có việc khác dựa vào những dòng dưới đây. Xử lý từng việc đó trước, rồi mở lại trang này.',
  record: 'Hồ sơ',
  why: 'Điều gì dựa vào',
  reasons: {
    changedLater: 'Hồ sơ đã được sửa sau đó',
    factLater: 'Thông tin đã được ghi hoặc sửa sau đó',
    residenceLater: 'Đã ghi nơi ở khác sau đó, hoặc người này đã chuyển đi',
    householdLater: 'Hộ đã có thay đổi sau đó',
    awardLater: 'Trợ cấp đã được ghi hoặc thay đổi sau đó',
    applicationLater: 'Đã có hồ sơ đề nghị',
    linked: 'Hồ sơ đang được nối với hồ sơ khác: gỡ nối trước',
    anotherList: 'Một danh sách khác cũng nêu người này: hoàn tác danh sách đó trước',
    usedElsewhere: 'Đã có quyết định, đề nghị hoặc giấy tờ gắn với hồ sơ này',
  },
}

/** What the page of taking a list back says. */
export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    title: (file) => `Take ${file} back`,
    lead: 'Everything this list wrote is taken back, and the register stands as before. The log keeps that it was done; the list may be written again later.',
    kinds: {
      people: 'People added, will go',
      completed: 'Records completed, will be empty again',
      facts: 'Facts changed, will stand as before',
      households: 'Households added, will go',
      members: 'Members of households, will leave',
      awards: 'Benefits added, will go',
      awardsEnded: 'Benefits ended, will run on',
    },
    reason: 'Why it is taken back',
    reasonHint: 'For instance: the list of another month was brought in.',
    needsReason: 'Please give a reason of at most 500 letters.',
    confirm: 'Take the whole list back',
    leave: 'Leave it as it is',
    nothing: 'Nothing of this list stands in the register, so there is nothing to take back.',
    cannot: 'It cannot be taken back yet',
    cannotWhy:
      'Since the list was written, other things were built on the rows below. See to each of them first, then open this page again.',
    record: 'Record',
    why: 'What stands on it',
    reasons: {
      changedLater: 'The record was changed since',
      factLater: 'Facts were recorded or corrected since',
      residenceLater: 'Another residence was recorded since, or the person has moved away',
      householdLater: 'The household has changed since',
      awardLater: 'Benefits were recorded or changed since',
      applicationLater: 'There is an application',
      linked: 'The record is linked to another: take that link back first',
      anotherList: 'Another list names this person: take that list back first',
      usedElsewhere: 'A decision, a request or a paper belongs to this record',
    },
  },
}
