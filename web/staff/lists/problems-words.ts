import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  title: (file: string) => `Những ô cần xem của ${file}`,
  crumb: 'Ô cần xem',
  byKind: 'Lọc theo loại lỗi',
  none: 'Không có ô nào cần xem.',
  cell: 'Ô',
  weight: 'Mức độ',
  refused: 'Không đọc được',
  doubted: 'Cần kiểm tra',
  reads: 'Đang ghi',
  empty: 'để trống',
  what: 'Vì sao, cần làm gì',
  proposes: (value: string) => `Đề xuất ${value}.`,
}

/** What the page of cells that are wrong says. */
export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    title: (file) => `Cells of ${file} to look at`,
    crumb: 'Cells to look at',
    byKind: 'By kind of problem',
    none: 'There is no cell to look at.',
    cell: 'Cell',
    weight: 'Weight',
    refused: 'Not taken',
    doubted: 'To be checked',
    reads: 'It reads',
    empty: 'empty',
    what: 'Why, and what to do',
    proposes: (value) => `Proposed: ${value}.`,
  },
}
