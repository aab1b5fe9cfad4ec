import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  off: 'Nhận nhắc việc qua thư điện tử',
  on: (address: string) => `Nhắc việc được gửi qua thư đến ${address}`,
  lead: 'Mỗi sáng có lời nhắc mới, hệ thống gửi một thư gộp các việc của cơ quan ông/bà; lời nhắc vẫn hiện ở trang này.',
  noServer:
    'Máy này chưa nối với máy chủ thư nên chưa gửi được thư nào; địa chỉ của ông/bà được giữ để gửi khi đã nối. Lời nhắc vẫn hiện ở trang này.',
  address: 'Địa chỉ thư của ông/bà',
  addressHint: 'Nên dùng thư công vụ: ten@nghean.gov.vn',
  turnOn: 'Gửi thư cho tôi',
  change: 'Lưu địa chỉ',
  turnOff: 'Thôi gửi thư',
  savedOn: (address: string) => `Đã ghi: từ lời nhắc sau, thư gửi đến ${address}.`,
  savedOff: 'Đã ghi: ông/bà không nhận thư nhắc việc nữa.',
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    off: 'Receive reminders by e-mail',
    on: (address) => `Reminders go by e-mail to ${address}`,
    lead: 'On a morning with new reminders one letter tells of all your agency’s tasks; this page keeps showing them.',
    noServer:
      'This machine is not connected to a mail server, so no letter can leave yet; your address is kept for when it is. This page keeps showing reminders.',
    address: 'Your e-mail address',
    addressHint: 'Better your address at work: name@nghean.gov.vn',
    turnOn: 'Send me letters',
    change: 'Save the address',
    turnOff: 'Send no more letters',
    savedOn: (address) => `Saved: from the next reminder letters go to ${address}.`,
    savedOff: 'Saved: you receive no more letters about reminders.',
  },
}
