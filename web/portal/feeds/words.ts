import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  title: 'Theo dõi bằng RSS',
  lead: 'Mở một địa chỉ dưới đây bằng trình đọc tin; bài mới của cổng sẽ tự đến.',
  list: 'Các nguồn tin',
  of: 'Nội dung',
  addresses: 'Địa chỉ',
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    title: 'Follow by RSS',
    lead: 'Open one of these addresses in a news reader; what is new on the portal then comes by itself.',
    list: 'Feeds',
    of: 'Content',
    addresses: 'Addresses',
  },
}
