import type { Step } from '#platform/system'
import type { DemonstrationAccount } from './accounts.ts'
import type { Province } from './first-start.ts'

type Language = 'vi' | 'en'

const steps: Record<Step | 'building' | 'loading', Record<Language, string>> = {
  'copying programs': {
    vi: 'Chép PostgreSQL đến nơi người dùng của nó vào được',
    en: 'Copying PostgreSQL to where its own user can reach it',
  },
  'creating data': { vi: 'Tạo cơ sở dữ liệu', en: 'Creating the database' },
  starting: { vi: 'Khởi động PostgreSQL', en: 'Starting PostgreSQL' },
  migrating: { vi: 'Cập nhật các bảng', en: 'Bringing the tables up to date' },
  building: { vi: 'Dựng các trang web', en: 'Building the pages' },
  loading: { vi: 'Nạp tỉnh minh họa', en: 'Loading the demonstration province' },
}

/** One line of progress, in both languages: whoever starts a server the first time has not chosen one yet. */
export function stepLine(step: keyof typeof steps, detail = ''): string {
  const { vi, en } = steps[step]
  return `  ${vi} / ${en}${detail && ` ${detail}`} …`
}

/** What is said when everything stands. */
export function readyLines(
  language: Language,
  ready: {
    address: string | undefined
    home: string | undefined
    accounts: readonly DemonstrationAccount[]
    province: Province
  },
): string[] {
  const vietnamese = language === 'vi'
  const lines: string[] = []
  if (ready.address)
    lines.push(vietnamese ? `An Sinh chạy ở ${ready.address}` : `An Sinh runs at ${ready.address}`)
  else lines.push(vietnamese ? 'An Sinh đang làm các việc nền' : 'An Sinh works in the background')
  if (ready.home) lines.push(vietnamese ? `Dữ liệu ở ${ready.home}` : `Its data is in ${ready.home}`)
  if (ready.address && ready.accounts.length > 0) {
    lines.push(
      vietnamese ? 'Tài khoản minh họa (tên / mật khẩu):' : 'Demonstration accounts (name / password):',
    )
    for (const { username, password, what } of ready.accounts) {
      lines.push(`  ${username.padEnd(10)} ${password}   ${what[language]}`)
    }
  }
  lines.push(...nextSteps(language, ready.province))
  lines.push(vietnamese ? 'Nhấn Ctrl-C để dừng.' : 'Press Ctrl-C to stop.')
  return lines
}

/** What is still missing before a real province can work. */
function nextSteps(language: Language, { people, hasNoAccount }: Province): string[] {
  if (!hasNoAccount) return []
  const account = 'npx ansinh account --username … --name "…" --role provinceOfficer'
  const lines =
    language === 'vi'
      ? [`Chưa có tài khoản nào: mở tài khoản đầu tiên bằng  ${account}`]
      : [`Nobody can sign in yet: open the first account by  ${account}`]
  if (people > 0) return lines
  return [
    ...lines,
    language === 'vi'
      ? 'Sổ chưa có ai: nhập danh sách bằng  npx ansinh import FILE.xlsx  hoặc ở trang Nhập danh sách.'
      : 'The register is empty: bring a list in by  npx ansinh import FILE.xlsx  or on its page.',
  ]
}

export const stopping = { vi: 'Đang dừng …', en: 'Stopping …' } as const

export const badOnly = {
  vi: '--only phải là web hoặc jobs.',
  en: '--only must be web or jobs.',
} as const

/** The page that answers while the first start is under way. */
export const waitingPage = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width"><title>An Sinh đang khởi động</title>
<body><h1>An Sinh đang khởi động</h1><p>Trang này tự mở khi xong. <span lang="en">Starting; this page opens by itself.</span></p></body></html>`
