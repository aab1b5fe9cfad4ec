import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  waiting: 'Đang chờ đến lượt.',
  running: (done: string) => `Đang làm, đã xong ${done}.`,
  ofTotal: (done: string, total: string) => `Đã xong ${done} trong ${total}.`,
  mayLeave: 'Có thể rời trang này, việc vẫn chạy tiếp.',
  failed: (because: string) => `Chưa làm xong: ${because}`,
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    waiting: 'Waiting for its turn.',
    running: (done) => `Under way, ${done} done.`,
    ofTotal: (done, total) => `${done} of ${total} done.`,
    mayLeave: 'You may leave this page; the work goes on.',
    failed: (because) => `Not finished: ${because}`,
  },
}
