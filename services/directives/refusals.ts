import { BilingualError } from '#platform/bilingual-error'

/** Why something cannot be done with a directive or a task, and what to do instead. */
const sentences = {
  noSuchDirective: {
    vi: 'Không có văn bản chỉ đạo này trong phạm vi của ông/bà: xem lại địa chỉ hoặc danh sách văn bản',
    en: 'There is no such directive in your sight: look at the address again, or at the list of directives',
  },
  noSuchTask: {
    vi: 'Không có nhiệm vụ này trong phạm vi của ông/bà: xem lại địa chỉ hoặc danh sách nhiệm vụ',
    en: 'There is no such task in your sight: look at the address again, or at the list of tasks',
  },
  noSuchDraft: {
    vi: 'Không có dự thảo nhiệm vụ này: tải lại trang để xem các dự thảo hiện có',
    en: 'There is no such draft: reload the page to see the drafts there are',
  },
  notClerk: {
    vi: 'Chỉ cán bộ Văn phòng UBND tỉnh nhập và giao nhiệm vụ: đề nghị Văn phòng thực hiện',
    en: 'Only officers of the province’s office enter directives and hand out tasks: ask the office to do it',
  },
  notLead: {
    vi: 'Chỉ cơ quan chủ trì làm việc này: liên hệ cơ quan đang chủ trì nhiệm vụ',
    en: 'Only the agency that leads does this: turn to the agency that leads the task',
  },
  ofAllCommunes: {
    vi: 'Việc này giao chung cho mọi xã, phường: chờ Văn phòng chia cho từng xã, phường rồi báo hoàn thành phần của mình',
    en: 'This was given to all communes together: wait until the office has shared it out, then say your own part is done',
  },
  noCommunes: {
    vi: 'Chưa có danh sách xã, phường hiện hành: nạp danh mục đơn vị hành chính trước',
    en: 'There is no list of the communes there are today: load the administrative units first',
  },
  notReceiver: {
    vi: 'Chỉ cơ quan nhận kết quả xác nhận, trả lại hoặc gia hạn, và không ai xác nhận việc của cơ quan mình',
    en: 'Only the agency that receives the result confirms, returns or extends, and nobody confirms for their own agency',
  },
  ownWords: {
    vi: 'Ông/bà đã báo việc này nên không tự xác nhận: cán bộ khác của Văn phòng UBND tỉnh quyết định',
    en: 'You said this yourself: another officer of the province’s office decides on it',
  },
  notAsked: {
    vi: 'Việc này được hỏi cơ quan khác: chỉ cơ quan được hỏi trả lời',
    en: 'Another agency was asked: only the agency that was asked answers',
  },
  changedMeanwhile: {
    vi: 'Người khác vừa sửa: tải lại trang để xem bản mới rồi làm lại',
    en: 'Somebody else has just changed it: reload the page to see what it is now, then do it again',
  },
  alreadyIssued: {
    vi: 'Văn bản đã giao nhiệm vụ nên không sửa dự thảo được nữa: sửa ở từng nhiệm vụ',
    en: 'The tasks of this directive have been handed out, its drafts stand: change the task itself',
  },
  issuedStays: {
    vi: 'Văn bản đã giao nhiệm vụ nên không xóa được: báo người quản trị và Văn phòng UBND tỉnh để thu hồi theo quy định',
    en: 'This directive has handed its tasks out and is not erased: tell the administrator and the province’s office, to have it recalled as the rules say',
  },
  alikeIssued: {
    vi: 'Một văn bản trùng số hoặc trùng tệp đã giao nhiệm vụ: giao nữa thì mỗi cơ quan có mỗi việc hai lần. Xem văn bản đó; nếu đây là văn bản khác thì đánh dấu rồi giao',
    en: 'A directive with the same number or file has handed its tasks out: each agency would have every task twice. Look at that one; if this is another paper, mark it so and hand out',
  },
  leadUnknown: {
    vi: 'Còn việc chưa rõ cơ quan chủ trì nên không ai giữ và không ai được nhắc: sửa dự thảo để chọn cơ quan, hoặc đánh dấu là giao cả những việc này',
    en: 'Some tasks have no known lead: nobody would hold them or be reminded. Edit the drafts to choose an agency, or mark that they are handed out as they are',
  },
  decidedAlready: {
    vi: 'Dự thảo này đã được quyết định: khôi phục nó trước khi làm khác',
    en: 'This draft has been decided: restore it before doing something else with it',
  },
  nothingToRestore: {
    vi: 'Dự thảo này chưa được quyết định nên không có gì để khôi phục',
    en: 'This draft has not been decided, so there is nothing to restore',
  },
  madeIntoMore: {
    vi: 'Bản gộp hoặc tách ra từ dự thảo này đã được quyết định tiếp: khôi phục bản đó trước',
    en: 'What was joined or split from this draft has been decided in turn: restore that first',
  },
  sourcesBack: {
    vi: 'Dự thảo gốc đã được khôi phục nên bản gộp hoặc tách này không dùng nữa: gộp hoặc tách lại từ dự thảo gốc',
    en: 'The drafts it was made from are back, so this one stands no more: join or split them again',
  },
  joinOfOne: {
    vi: 'Gộp cần ít nhất hai dự thảo của cùng một văn bản: chọn thêm rồi gộp lại',
    en: 'Joining takes at least two drafts of one directive: choose another and join again',
  },
  splitOfOne: {
    vi: 'Tách cần ít nhất hai phần: thêm phần rồi tách lại',
    en: 'Splitting takes at least two parts: add a part and split again',
  },
  tooManyLetters: {
    vi: 'Nội dung dài hơn 4.000 chữ cái: rút gọn, phần còn lại đính kèm thành tệp minh chứng',
    en: 'There are more than 4,000 letters: shorten it and attach the rest as a file of evidence',
  },
  needWords: {
    vi: 'Chưa ghi nội dung: ghi rõ việc phải làm hoặc lý do rồi gửi lại',
    en: 'The words are missing: write what is to be done, or why, and send again',
  },
  quoteNotThere: {
    vi: 'Câu trích không có ở đoạn đã nêu: chọn lại đoạn hoặc chép đúng câu của văn bản',
    en: 'These words do not stand in that paragraph: choose the paragraph again or copy the words as they are',
  },
  stateSecret: {
    vi: 'Văn bản có độ mật: hệ thống này không phải nơi giữ bí mật nhà nước nên không nhận và không lưu gì. Xử lý theo Luật Bảo vệ bí mật nhà nước, trên giấy hoặc máy riêng',
    en: 'The paper is classified: this system is no place for state secrets, so it is not taken and nothing of it is kept. Handle it by the Law on Protection of State Secrets, on paper or on a machine apart',
  },
  undecidedDrafts: {
    vi: 'Còn dự thảo chưa quyết định: xác nhận, gộp, tách hoặc bỏ từng dự thảo rồi giao',
    en: 'Some drafts are not decided: confirm, join, split or drop each, then hand out',
  },
  yearNotConfirmed: {
    vi: 'Năm của văn bản là do suy ra: xác nhận hoặc sửa ngày ở phần đầu văn bản rồi giao',
    en: 'The year of this directive was inferred: confirm or correct the day in its head, then hand out',
  },
  noTasks: {
    vi: 'Không còn nhiệm vụ nào để giao: khôi phục hoặc thêm ít nhất một nhiệm vụ',
    en: 'There is no task left to hand out: restore or add at least one',
  },
  closed: {
    vi: 'Nhiệm vụ đã khép lại: việc tiếp theo cần giao thành nhiệm vụ mới',
    en: 'This task is closed: what follows is given as a new task',
  },
  notOpen: {
    vi: 'Nhiệm vụ đang chờ xác nhận hoặc đã khép lại: tải lại trang để xem tình trạng',
    en: 'This task awaits confirmation or is closed: reload the page to see how it stands',
  },
  notSaidDone: {
    vi: 'Cơ quan chủ trì chưa báo hoàn thành: chờ báo cáo rồi xác nhận hoặc trả lại',
    en: 'Its lead has not said that it is done: wait for the report, then confirm or return it',
  },
  partsOpen: {
    vi: 'Còn việc thành phần chưa xong: nhiệm vụ chỉ hoàn thành khi mọi việc thành phần hoàn thành',
    en: 'Some of its parts are not done: a task is done only when all of its parts are',
  },
  proposalsOpen: {
    vi: 'Còn kiến nghị chưa được trả lời: chờ cơ quan được giao trả lời rồi báo hoàn thành',
    en: 'Some proposals have no answer yet: wait until the agencies have answered, then say it is done',
  },
  neverFinished: {
    vi: 'Nguyên tắc, việc thường xuyên và việc định kỳ không có lúc hoàn thành: chúng được theo dõi qua chỉ số và từng kỳ',
    en: 'A principle, an ongoing or a recurring task is never finished: it is followed by metrics and by its periods',
  },
  noLead: {
    vi: 'Nhiệm vụ chưa rõ cơ quan chủ trì: Văn phòng chọn cơ quan trước',
    en: 'It is not settled who leads this task: the office chooses an agency first',
  },
  noSuchAgency: {
    vi: 'Không có cơ quan này trong danh sách: chọn cơ quan từ danh sách',
    en: 'There is no such agency in the list: choose one from it',
  },
  sameAgency: {
    vi: 'Cơ quan này đang giữ việc: chọn cơ quan khác',
    en: 'That agency holds it already: choose another',
  },
  dueTooLate: {
    vi: 'Hạn của phần việc không được sau hạn của nhiệm vụ: sửa ngày hoặc xin gia hạn nhiệm vụ trước',
    en: 'A part is not due after the whole: correct the day, or ask for more time for the whole first',
  },
  noDueDay: {
    vi: 'Nhiệm vụ không có hạn nên không có gì để gia hạn',
    en: 'This task has no due day, so there is nothing to extend',
  },
  notLater: {
    vi: 'Ngày mới phải sau hạn hiện nay: chọn ngày khác',
    en: 'The new day must come after the present one: choose another',
  },
  askedAlready: {
    vi: 'Đang có một đề nghị gia hạn chờ quyết định: chờ kết quả trước khi đề nghị lại',
    en: 'A request for more time awaits its decision: wait for it before asking again',
  },
  noSuchRequest: {
    vi: 'Không có đề nghị nào đang chờ: tải lại trang để xem tình trạng',
    en: 'No such request is waiting: reload the page to see how it stands',
  },
  answeredAlready: {
    vi: 'Việc này đã được trả lời: tải lại trang để xem câu trả lời',
    en: 'This has been answered: reload the page to see the answer',
  },
  wrongClock: {
    vi: 'Thời hạn cho ý kiến là 2 đến 5 ngày làm việc: chọn lại số ngày',
    en: 'An opinion is given 2 to 5 working days: choose the number again',
  },
  unknownMetric: {
    vi: 'Không có chỉ số này: chọn một chỉ số trong danh mục',
    en: 'There is no such metric: choose one from the list',
  },
  impossibleFigure: {
    vi: 'Số liệu không hợp lệ với chỉ số này (âm, trên 100%, lẻ quá hoặc ở ngày chưa tới): kiểm tra lại số và ngày',
    en: 'The figure cannot be one of this metric (negative, above 100%, too fine, or of a day to come): check it and its day',
  },
  notMeasured: {
    vi: 'Chỉ số này chưa đo được nên chưa làm minh chứng được: đính kèm tệp, đường dẫn hoặc ghi chú',
    en: 'This metric is not measured yet, so it shows nothing: attach a file, a link or a note instead',
  },
  linkedAlready: {
    vi: 'Nhiệm vụ đã gắn với chỉ số này: gỡ ra trước nếu muốn sửa mốc',
    en: 'The task is linked to that metric already: unlink it first to change its goal',
  },
  unsafeLink: {
    vi: 'Đường dẫn phải bắt đầu bằng https://, http:// hoặc là địa chỉ trong hệ thống, không kèm tên đăng nhập: sửa lại đường dẫn',
    en: 'A link begins with https:// or http://, or is an address of this system, and names no user: correct it',
  },
  notAnAddress: {
    vi: 'Đây không phải địa chỉ thư điện tử: ghi như ten@nghean.gov.vn rồi gửi lại',
    en: 'This is no e-mail address: write it as name@nghean.gov.vn and send again',
  },
  fileNotTaken: {
    vi: 'Chỉ nhận PDF, DOCX, XLSX, PNG, JPEG, TXT hoặc CSV đúng với nội dung của tệp: đổi định dạng rồi gửi lại',
    en: 'Only PDF, DOCX, XLSX, PNG, JPEG, TXT or CSV that is what it says are taken: change the format and send again',
  },
  fileTooLarge: {
    vi: 'Tệp lớn hơn 20 MB hoặc rỗng: tách hoặc nén tệp rồi gửi lại',
    en: 'The file is larger than 20 MB, or empty: split or compress it and send again',
  },
} as const

export type RefusalCode = keyof typeof sentences

/** What was asked cannot be done; nothing was changed. */
export class DirectiveRefusal extends BilingualError {
  readonly code: RefusalCode

  constructor(code: RefusalCode) {
    super(sentences[code])
    this.name = 'DirectiveRefusal'
    this.code = code
  }
}
