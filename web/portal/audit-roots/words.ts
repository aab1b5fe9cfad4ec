import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  title: 'Gốc nhật ký hằng ngày',
  pageTitle: 'Gốc nhật ký hằng ngày | An Sinh',
  transparency: 'Minh bạch',
  lead: 'Mỗi lần cán bộ xem hồ sơ của một người, mỗi thay đổi đều vào nhật ký. Mỗi ngày, dấu vân tay của toàn bộ nhật ký được công bố ở đây: ai giữ một bản sao đều chỉ ra được nếu về sau có dòng nào bị viết lại.',
  how: 'Ông/bà kiểm được gì',
  howKeep:
    'Giữ tệp JSON hoặc theo dõi bằng Atom. Gốc không chứa tên hay việc của ai: chỉ có ngày, số con dấu, số dòng và các mã băm SHA-256.',
  howRoot:
    'Mỗi gốc là mã băm của: ngày, số con dấu, số dòng, mã băm của con dấu và gốc liền trước, mỗi thứ một dòng. Con dấu là mã băm của các dòng nhật ký nối với con dấu liền trước.',
  howWhen:
    'Gốc của một ngày lấy vào đầu ngày, hoặc lúc hệ thống được mở lần đầu trong ngày: số dòng là đến lúc ấy, dòng ghi về sau thuộc gốc của ngày kế tiếp.',
  howCompare:
    'Không cần vào cơ sở dữ liệu, ông/bà tự kiểm được hai điều. Một: tải lại tệp JSON và so với bản đã giữ; gốc của ngày cũ không bao giờ được khác đi, khác là đã bị viết lại. Hai: tính lại một gốc bằng lệnh có sẵn trên máy Linux hoặc macOS (sha256sum hoặc shasum -a 256); với gốc mới nhất:',
  howEqual: 'Kết quả phải đúng bằng gốc',
  howVerify:
    'Thanh tra hoặc kiểm toán, khi có quyền vào cơ sở dữ liệu, chạy lệnh dưới đây với bản sao của ông/bà; lệnh tính lại từng con dấu và nói ngày đầu tiên không khớp.',
  list: 'Các gốc mới nhất',
  day: 'Ngày',
  seal: 'Con dấu',
  lines: 'Số dòng đến lúc lấy',
  root: 'Gốc',
  empty: 'Chưa có gốc nào: gốc đầu tiên hiện ở đây sau nửa đêm đầu tiên hệ thống chạy.',
  emptyNext: 'Về trang Minh bạch',
  all: (count: string) => `Tệp JSON có đủ ${count} gốc.`,
  json: 'Tệp JSON',
  atom: 'Theo dõi bằng Atom',
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    title: 'Daily root of the log',
    pageTitle: 'Daily root of the log | An Sinh',
    transparency: 'Transparency',
    lead: 'Each time an officer looks at somebody’s record, and each change, is written to a log. Every day the fingerprint of the whole log is published here: whoever keeps a copy can show it if a line is ever rewritten.',
    how: 'What you can verify',
    howKeep:
      'Keep the JSON file or follow the Atom feed. A root holds nobody’s name or business: a day, the number of a seal, a number of lines, and SHA-256 hashes.',
    howRoot:
      'Each root is the hash of its day, the seal’s number, the number of lines, the seal’s hash and the root before it, each on a line of its own. A seal is the hash of lines of the log after the seal before.',
    howWhen:
      'The root of a day is taken at its beginning, or when the system is first opened that day: its lines are those until then, and what is written later belongs to the next day’s root.',
    howCompare:
      'Without the database you can verify two things yourself. First: fetch the JSON file again and lay it beside the copy you kept; the root of a past day must never differ, and if it does the log was rewritten. Second: compute a root with a command that Linux and macOS have (sha256sum, or shasum -a 256); for the newest:',
    howEqual: 'The result must be the root',
    howVerify:
      'An inspector or auditor with access to the database runs the command below with your copy; it computes every seal anew and names the first day that does not agree.',
    list: 'The newest roots',
    day: 'Day',
    seal: 'Seal',
    lines: 'Lines by then',
    root: 'Root',
    empty: 'There is no root yet: the first appears here after the first midnight of the system.',
    emptyNext: 'Back to Transparency',
    all: (count) => `The JSON file has all ${count}.`,
    json: 'JSON file',
    atom: 'Follow by Atom',
  },
}
