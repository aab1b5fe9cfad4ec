import type { Catalogue } from '#web/ui/index.ts'

/** What is said around the acts: classifying, cases, and what only a reserved message is put through. */
const vi = {
  classifyAndSend: 'Ghi và chuyển',
  classifyAgain: 'Sửa phân loại',
  sendTo: 'Chuyển đến cơ quan',
  byAreaAndPlace: 'Theo lĩnh vực và nơi ghi ở trên',
  caseOfComplaint: 'Khiếu nại: lần mấy, vùng xa, phức tạp',
  caseOfDenunciation: 'Phải xác minh ở nhiều nơi, phức tạp',
  instance: 'Lần khiếu nại',
  isRemote: 'Vùng sâu, vùng xa, đi lại khó khăn',
  isComplex: 'Vụ việc phức tạp (NĐ 155/2026)',
  isInManyPlaces: 'Phải xác minh ở nhiều nơi hoặc phức tạp',
  complexBecause: 'Vì sao phức tạp (ghi vào hồ sơ)',
  complexFor: (why: string) => `Phức tạp: ${why}`,
  referTo: 'Nơi nhận',
  referCommune: 'Xã, phường (khi nơi nhận là cấp xã)',
  referName: 'Tên cơ quan khác',
  referHint: {
    denunciation: 'Số phiếu chuyển, vì sao thuộc thẩm quyền nơi nhận. Người tố cáo được báo tên nơi nhận.',
    child: 'Ai nhận, lúc mấy giờ, mã ca. Người báo tin không được báo tên nơi nhận.',
  },
  referNote: 'Ai nhận, căn cứ',
  acceptNote: 'Thông báo thụ lý',
  extendNote: 'Quyết định gia hạn, lý do',
  restrictElsewhere: 'Chuyển sang đường riêng kia',
  escalateReserved: 'Quá hạn',
  acceptHint: 'Số thông báo thụ lý, nếu có. Hạn giải quyết tính từ hôm nay.',
  extendHint: 'Số quyết định gia hạn và lý do. Mỗi lần 30 ngày; một lần, vụ phức tạp hai lần.',
  endingLabel: 'Câu báo cho người gửi',
  endingHint: 'Người gửi đọc đúng câu này khi nhập mã biên nhận.',
  closeReservedHint: 'Lưu trong hồ sơ đường riêng; người gửi không đọc được.',
  needsSecondReserved: 'Người soạn không tự duyệt: cần người thứ hai được giao cùng lĩnh vực riêng.',
  urgentTitle: 'Trẻ có thể đang gặp nguy hiểm',
  urgentUntil: (at: string) =>
    `Phải đến tay nơi bảo vệ trẻ trước ${at}. Gọi 111 hoặc công an trước, ghi lại sau.`,
  urgentOver: (at: string) =>
    `Đã quá ${at} mà chưa ghi đã chuyển cho ai. Gọi 111 hoặc công an ngay, rồi ghi lại.`,
}

export const actsWords: Catalogue<typeof vi> = {
  vi,
  en: {
    classifyAndSend: 'Record and send on',
    classifyAgain: 'Mend the classification',
    sendTo: 'Send to',
    byAreaAndPlace: 'Where the area and the place above lead',
    caseOfComplaint: 'Complaint: first or second, remote, complex',
    caseOfDenunciation: 'To be checked in many places, complex',
    instance: 'First or second',
    isRemote: 'A remote area, hard to reach',
    isComplex: 'A complex case (Decree 155/2026)',
    isInManyPlaces: 'To be checked in many places, or complex',
    complexBecause: 'Why it is complex (for the file)',
    complexFor: (why) => `Complex: ${why}`,
    referTo: 'Authority',
    referCommune: 'Commune or ward (for an authority of one)',
    referName: 'Name of another authority',
    referHint: {
      denunciation: 'Number of the transfer, and why it is theirs. The denouncer is told who received it.',
      child: 'Who took it, at what hour, the case number. Who reported is not told where it went.',
    },
    referNote: 'Who took it, on what ground',
    acceptNote: 'Notice of acceptance',
    extendNote: 'Decision and reason',
    restrictElsewhere: 'Move to the other reserved path',
    escalateReserved: 'Late',
    acceptHint: 'Number of the notice, if any. The period begins today.',
    extendHint: 'Number of the decision and why. Thirty days each; once, or twice for a complex case.',
    endingLabel: 'What the sender is told',
    endingHint: 'The sender reads this very sentence by the receipt code.',
    closeReservedHint: 'Kept in the reserved file; the sender does not read it.',
    needsSecondReserved:
      'Whoever wrote it does not approve it: a second officer given the same reserved area does.',
    urgentTitle: 'A child may be in danger',
    urgentUntil: (at) =>
      `Must reach who protects the child before ${at}. Call 111 or the police first, record it after.`,
    urgentOver: (at) =>
      `It is past ${at} and nobody is recorded as told. Call 111 or the police now, then record it.`,
  },
}
