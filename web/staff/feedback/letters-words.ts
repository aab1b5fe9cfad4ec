import type { LetterState } from '#platform/mail-handling'
import { type Catalogue, countOf } from '#web/ui/index.ts'

const vi = {
  title: 'Thư chưa gửi được',
  lead: (count: string) =>
    count === '0' ? 'Không có thư nào chưa gửi được.' : `${count} thư báo tin chưa đến tay người nhận.`,
  leadWhy: 'Gửi lại khi máy chủ thư đã chạy, hoặc báo cho người nhận bằng cách khác rồi ghi lại.',
  reserved: 'Thư của đường riêng',
  open: 'Thư của góp ý chung',
  ofMessage: 'Thư báo tin',
  noMailServer: 'Cổng này chưa nối máy chủ thư: thư đợi, và sau 3 ngày thì thôi gửi.',
  about: 'Góp ý',
  to: 'Người nhận',
  written: 'Viết lúc',
  fate: 'Đến đâu',
  next: 'Làm gì',
  states: {
    waiting: 'Đang đợi gửi',
    sending: 'Đang gửi',
    sent: 'Đã gửi',
    failed: 'Chưa được, sẽ thử lại',
    givenUp: 'Thôi gửi',
    toldOtherwise: 'Đã báo cách khác',
  } as Record<LetterState, string>,
  sentAt: (at: string) => `lúc ${at}`,
  nextTry: (at: string) => `thử lại lúc ${at}`,
  tries: (times: string) => `đã thử ${times} lần`,
  sendAgain: 'Gửi lại',
  tellOtherwise: 'Đã báo cách khác',
  how: 'Báo bằng cách nào',
  handled: {
    sendAgain: (by: string, at: string) => `${by} gửi lại, ${at}`,
    tellOtherwise: (by: string, at: string) => `${by} đã báo, ${at}`,
  },
  done: 'Đã ghi.',
}

export const lettersWords: Catalogue<typeof vi> = {
  vi,
  en: {
    title: 'Letters not sent',
    lead: (count) =>
      count === '0' ? 'Every letter was sent.' : `${countOf(count, 'letter')} did not reach the receiver.`,
    leadWhy: 'Send them again when the mail server works, or tell the receiver another way and record it.',
    reserved: 'Letters of the reserved path',
    open: 'Letters about open messages',
    ofMessage: 'Letters',
    noMailServer: 'This portal has no mail server yet: letters wait, and are given up after 3 days.',
    about: 'Message',
    to: 'Receiver',
    written: 'Written',
    fate: 'How far',
    next: 'What to do',
    states: {
      waiting: 'Waiting',
      sending: 'Being sent',
      sent: 'Sent',
      failed: 'Failed, to be tried again',
      givenUp: 'Given up',
      toldOtherwise: 'Told another way',
    },
    sentAt: (at) => `at ${at}`,
    nextTry: (at) => `next try ${at}`,
    tries: (times) => `tried ${countOf(times, 'time')}`,
    sendAgain: 'Send again',
    tellOtherwise: 'Told another way',
    how: 'How the receiver was told',
    handled: {
      sendAgain: (by, at) => `sent again by ${by}, ${at}`,
      tellOtherwise: (by, at) => `told by ${by}, ${at}`,
    },
    done: 'Recorded.',
  },
}
