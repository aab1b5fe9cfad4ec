import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  waiting: 'Đang chờ đến lượt.',
  begun: 'Đang bắt đầu.',
  over: 'Đã xong, đang mở kết quả.',
  running: (done: string) => `Đang làm, đã xong ${done}.`,
  ofTotal: (done: string, total: string) => `Đã xong ${done} trong ${total}.`,
  mayLeave: 'Có thể rời trang này, việc vẫn chạy tiếp.',
  failed: (because: string) => `Chưa làm xong: ${because}.`,
  broken:
    'Chưa làm xong: máy chủ gặp trục trặc và đã ghi lại để sửa. Phần đã ghi vẫn còn nguyên. Xin yêu cầu lại việc này.',
  tell: (reference: string) => `Nếu vẫn không được, xin báo người quản trị máy chủ số ${reference}.`,
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    waiting: 'Waiting for its turn.',
    begun: 'Beginning.',
    over: 'Done, opening what came of it.',
    running: (done) => `Under way, ${done} done.`,
    ofTotal: (done, total) => `${done} of ${total} done.`,
    mayLeave: 'You may leave this page; the work goes on.',
    failed: (because) => `Not finished: ${because}.`,
    broken:
      'Not finished: the server is in trouble and has noted it for repair. What was written stands. Please ask for this again.',
    tell: (reference) => `If it still fails, tell the operator of the server the number ${reference}.`,
  },
}
