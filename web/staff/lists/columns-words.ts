import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  title: (file: string) => `Các cột của ${file}`,
  lead: 'Mỗi cột được đọc như dưới đây. Cột nào hiểu sai thì chọn lại; cách đọc được nhớ cho những danh sách sau có cùng tiêu đề.',
  closed:
    'Mỗi cột đã được đọc như dưới đây. Danh sách đã ghi nên không đổi cột được nữa: hoàn tác trước nếu cần đọc lại.',
  table: 'Các cột',
  column: 'Cột',
  heading: 'Tiêu đề trong tệp',
  none: 'không có tiêu đề',
  samples: 'Vài giá trị',
  readAs: 'Đọc là',
  because: 'Vì sao',
  leaveOut: 'Bỏ qua, không đọc',
  readAgain: 'Nhớ cách đọc này và đọc lại',
  forget: 'Quên cách đọc đã nhớ và đọc lại',
  needsName: 'Xin chọn một cột là Họ và tên: không có tên thì không biết dòng nói về ai.',
  twice: (field: string) => `Hai cột cùng được chọn là "${field}": giữ một cột, bỏ qua cột kia.`,
  reasons: {
    heading: 'Theo tiêu đề',
    content: 'Theo giá trị trong cột: xin kiểm tra',
    officer: 'Theo cách cán bộ đã chọn',
    leftOut: 'Cán bộ đã chọn bỏ qua',
    notKept: 'Biết là cột gì, nhưng sổ không dùng đến',
    again: 'Trùng với một cột bên trái, chỉ đọc cột bên trái',
    unknownHeading: 'Tiêu đề lạ',
    noHeading: 'Không có tiêu đề',
  },
}

/** What the page of columns says. */
export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    title: (file) => `The columns of ${file}`,
    lead: 'Each column was read as follows. Name again what was misunderstood; it is remembered for lists to come with the same headings.',
    closed:
      'Each column was read as follows. The list is written, so that its columns stand: take it back first to read it again.',
    table: 'Columns',
    column: 'Column',
    heading: 'Heading in the file',
    none: 'no heading',
    samples: 'Some values',
    readAs: 'Read as',
    because: 'Why',
    leaveOut: 'Leave out',
    readAgain: 'Remember this and read again',
    forget: 'Forget what was remembered and read again',
    needsName: 'Please name one column as the full name: without it nobody knows whom a row is about.',
    twice: (field) => `Two columns are named "${field}": keep one and leave the other out.`,
    reasons: {
      heading: 'By its heading',
      content: 'By its values: please check',
      officer: 'As an officer has named it',
      leftOut: 'Left out by an officer',
      notKept: 'Known, and of no use to the register',
      again: 'The same as a column further left, which alone is read',
      unknownHeading: 'The heading is not known',
      noHeading: 'It has no heading',
    },
  },
}
