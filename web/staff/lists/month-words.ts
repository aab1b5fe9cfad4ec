import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  title: 'Tháng của danh sách',
  month: 'Tháng (mm/yyyy)',
  isOf: (month: string) => `Danh sách của tháng ${month}`,
  by: {
    officer: 'cán bộ đã ghi',
    title: 'theo tên danh sách',
    sheet: 'theo tên trang tính',
    paid: 'đoán theo tháng trả sau cùng: xin kiểm tra',
    beginning: 'đoán theo tháng bắt đầu hưởng muộn nhất: xin kiểm tra',
  },
  unknown:
    'Danh sách không ghi là của tháng nào. Trợ cấp và thông tin trong danh sách được ghi từ tháng này, nên cần cán bộ cho biết trước khi ghi vào sổ.',
  keep: 'Dùng tháng này và đọc lại',
  change: 'Đổi tháng',
}

/** What the preview says and asks of the month of a list. */
export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    title: 'The month of the list',
    month: 'Month (mm/yyyy)',
    isOf: (month) => `The list is of ${month}`,
    by: {
      officer: 'named by an officer',
      title: 'by its title',
      sheet: 'by the name of its sheet',
      paid: 'guessed by the last month paid: please check',
      beginning: 'guessed by the latest beginning: please check',
    },
    unknown:
      'The list does not say its month. What it says is recorded from that month on, so an officer has to name it before anything is written.',
    keep: 'Take this month and read again',
    change: 'Another month',
  },
}
