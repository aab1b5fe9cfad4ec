import type { RootProblem } from '#platform/audit-root'

interface VerifyTexts {
  unreadable: (from: string) => string
  ok: (found: { roots: number; seals: number; lines: number }) => string
  differs: (day: string | undefined, seal: number) => string
  because: Record<RootProblem, string>
  ownRoots: string
}

const dayText = (day: string) => day.split('-').reverse().join('/')

export const verifyTexts: Record<'vi' | 'en', VerifyTexts> = {
  vi: {
    unreadable: (from) =>
      `Không đọc được các gốc ở ${from}: tải lại tệp từ trang /minh-bach/nhat-ky.json rồi thử lại`,
    ok: ({ roots, seals, lines }) =>
      `Nhật ký nguyên vẹn: ${lines} dòng, ${seals} con dấu, khớp ${roots} gốc đã công bố`,
    differs: (day, seal) =>
      day
        ? `Nhật ký KHÔNG khớp từ gốc ngày ${dayText(day)} (con dấu ${seal})`
        : `Nhật ký KHÔNG khớp ở con dấu ${seal}, sau gốc mới nhất đã giữ`,
    because: {
      copyDamaged: 'Bản sao của gốc này đã hỏng hoặc bị sửa: lấy bản sao khác rồi kiểm lại',
      linesChanged: 'Có dòng bị sửa, bị xóa hoặc bị chèn sau khi đóng dấu: giữ nguyên máy và báo thanh tra',
      rewritten: 'Con dấu đã được viết lại so với bản đã công bố: giữ nguyên máy và báo thanh tra',
      cutOff: 'Các con dấu mới nhất đã bị cắt bỏ: giữ nguyên máy và báo thanh tra',
    },
    ownRoots:
      'Các gốc vừa dùng lấy từ chính cơ sở dữ liệu này: dùng --roots với bản sao giữ ở nơi khác để chắc chắn',
  },
  en: {
    unreadable: (from) =>
      `The roots at ${from} cannot be read: take the file from /minh-bach/nhat-ky.json again and retry`,
    ok: ({ roots, seals, lines }) =>
      `The log is whole: ${lines} lines, ${seals} seals, in agreement with ${roots} published roots`,
    differs: (day, seal) =>
      day
        ? `The log does NOT agree from the root of ${dayText(day)} on (seal ${seal})`
        : `The log does NOT agree at seal ${seal}, after the newest root that was kept`,
    because: {
      copyDamaged: 'The copy of this root is damaged or was changed: take another copy and verify again',
      linesChanged:
        'Lines were changed, removed or slipped in after they were sealed: leave the machine as it is and tell the inspectorate',
      rewritten:
        'The seal was written anew since it was published: leave the machine as it is and tell the inspectorate',
      cutOff: 'The newest seals were cut off: leave the machine as it is and tell the inspectorate',
    },
    ownRoots: 'These roots come from this very database: use --roots with a copy kept elsewhere to be sure',
  },
}
