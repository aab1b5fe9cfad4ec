import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  underWay: (who: string, work: string) =>
    `${who} đang ${work} danh sách này, nên việc vừa yêu cầu chưa được làm. Chờ xong rồi xem lại.`,
  you: 'Bạn',
  machine: 'Máy chủ',
  works: { read: 'đọc', preview: 'xem trước', import: 'ghi', undo: 'hoàn tác' },
  reasons: {
    gone: 'Danh sách này đã được bỏ, có thể do đồng nghiệp. Nạp lại tệp nếu cần.',
    byCommand:
      'Lệnh nhập trên máy chủ đang ghi danh sách này, nên việc vừa yêu cầu chưa được làm. Chờ xong rồi xem lại.',
    hidden:
      'Danh sách có nội dung về HIV: chỉ cán bộ trợ giúp xã hội được xem từng dòng và ghi. Nhờ cán bộ đó làm.',
    written: 'Danh sách đã được ghi xong, có thể do đồng nghiệp. Không cần ghi lại.',
    begun: 'Danh sách đã có dòng được ghi vào sổ nên không đọc lại được nữa.',
    noMonth: 'Chưa biết danh sách là của tháng nào: ghi tháng ở ô bên dưới rồi mới ghi vào sổ được.',
    notAMonth: 'Không đọc được tháng: viết như 09/2026, không quá ba tháng tới.',
    nothingWritten:
      'Danh sách không còn gì trong sổ, có thể đồng nghiệp vừa hoàn tác. Không cần hoàn tác lại.',
    takenBackSince:
      'Từ lúc mở trang này, danh sách đã được hoàn tác, có thể rồi ghi lại. Xem lại danh sách trước khi hoàn tác.',
    decided:
      'Dòng này đã được đồng nghiệp quyết định, hoặc đã được ghi. Lựa chọn vừa rồi không thay đổi gì; xem lại dòng bên dưới.',
    notDiscarded: 'Không bỏ được: danh sách đã có dòng được ghi vào sổ. Dùng Hoàn tác để lấy lại.',
  },
  notTakenBack: (people: string) =>
    `Chưa hoàn tác được: từ khi ghi đã có việc khác dựa vào ${people} người của danh sách.`,
  seeObstacles: 'Xem việc nào, xử lý rồi hoàn tác lại',
  restricted:
    'Danh sách có nội dung về HIV. Chỉ cán bộ trợ giúp xã hội được xem từng dòng và ghi; ở đây chỉ cho biết có danh sách này.',
}

/** What an officer is told when nothing was done with a list, and why its rows are not shown. */
export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    underWay: (who, work) =>
      `${who} ${who === 'You' ? 'are' : 'is'} ${work} this list just now, so what you asked for was not done. Wait for the end and look again.`,
    you: 'You',
    machine: 'The server',
    works: { read: 'reading', preview: 'previewing', import: 'writing', undo: 'taking back' },
    reasons: {
      gone: 'This list was given up, perhaps by a colleague. Upload the file again if it is needed.',
      byCommand:
        'The import command is writing this list just now, so what you asked for was not done. Wait for the end and look again.',
      hidden:
        'The list speaks of HIV: only officers of social assistance see its rows and write it. Ask one of them.',
      written: 'The list is written already, perhaps by a colleague. Nothing more is needed.',
      begun: 'Rows of the list are written in the register: it can no longer be read again.',
      noMonth: 'The month of the list is not known: name it below before anything is written.',
      notAMonth: 'This is not a month: write it like 09/2026, at most three months ahead.',
      nothingWritten:
        'Nothing of the list stands in the register; a colleague may have taken it back just now. Nothing more is needed.',
      takenBackSince:
        'Since this page was opened the list was taken back, and perhaps written again. Look at the list before taking it back.',
      decided:
        'A colleague has decided about this row, or it is written. Your choice changed nothing; look at the row below.',
      notDiscarded: 'It cannot be given up: rows of it are written in the register. Take it back instead.',
    },
    notTakenBack: (people) =>
      `Not taken back: since the list was written, other things were built on ${people} people of it.`,
    seeObstacles: 'See what they are, see to them, then take it back again',
    restricted:
      'The list speaks of HIV. Only officers of social assistance see its rows and write it; here you see only that there is such a list.',
  },
}
