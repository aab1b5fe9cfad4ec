import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { readSheets, writeWorkbook } from '#platform/sheets'
import { expectAccessible, signedIn, signingIn, visit } from './visits.ts'
import { anyWidth } from './widths.ts'

/** The first sheet of a file that was downloaded. */
async function rowsOf(path: string) {
  const [sheet] = await readSheets(readFileSync(path), 'tai-ve.xlsx')
  return sheet?.rows ?? []
}

/** The number on a filter, such as `Chi thiếu 10`. */
async function countOn(page: Page, filter: string): Promise<number> {
  const text = await page.locator('.filters a', { hasText: filter }).locator('span').textContent()
  return Number(text?.replace(/\D/g, ''))
}

test.describe('signing in', () => {
  test('a wrong password keeps the user name and says what to check, without scripts', async ({
    browser,
  }) => {
    const page = await visit(browser, { javaScriptEnabled: false })
    await page.goto('/can-bo')
    await expect(page).toHaveURL(/dang-nhap\?tiep=%2Fcan-bo$/)
    await page.locator('#username').fill('khong-co-ai')
    await page.locator('#password').fill('sai-mat-khau')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await expect(page.getByRole('alert')).toContainText('chưa đúng')
    await expect(page.locator('#username')).toHaveValue('khong-co-ai')
  })

  test('too many tries are told in plain words', anyWidth, async ({ browser }) => {
    const page = await visit(browser)
    await page.goto('/can-bo/dang-nhap')
    const name = `thu-${Math.random().toString(36).slice(2)}`
    for (let tries = 0; tries < 30; tries++) {
      await page.locator('#username').fill(name)
      await page.locator('#password').fill('sai-mat-khau')
      await page.getByRole('button', { name: 'Đăng nhập' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      if ((await page.getByRole('alert').textContent())?.includes('quá nhiều lần')) break
    }
    await expect(page.getByRole('alert')).toContainText('quá nhiều lần')
    await expectAccessible(page)
  })

  test('leads to the page that was asked for, and out again', anyWidth, async ({ browser }) => {
    const page = await signingIn(browser, ['canbo-tinh', '/can-bo/nguoi?tim=nguyen'], {
      javaScriptEnabled: false,
    })
    await expect(page).toHaveURL(/nguoi\?tim=nguyen$/)
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.goto('/can-bo/nguoi')
    await expect(page).toHaveURL(/dang-nhap/)
  })
})

test.describe('today', () => {
  test('shows the three principles, filters by kind and gives the reasons of a finding', async ({
    browser,
  }) => {
    const page = await signedIn(browser, ['canbo-tinh', '/can-bo'])
    await expect(page.locator('.kpis .sen')).toHaveAttribute('aria-label', /đúng đối tượng \d/)
    await expectAccessible(page)
    const wanted = await countOn(page, 'Sắp đến')
    await page.locator('.filters a', { hasText: 'Sắp đến' }).click()
    await expect(page.locator('.finds tbody tr')).toHaveCount(Math.min(wanted, 50))
    for (const tag of await page.locator('.finds .tag').allTextContents()) expect(tag).toBe('Sắp đến')
    const row = page.locator('.finds tbody tr').first()
    const name = (await row.locator('[data-open]').textContent()) ?? ''
    await row.locator('[data-select]').click()
    await expect(page.locator('.panel h2')).toContainText(name)
    await expect(page.locator('.panel .tree .art').first()).toBeVisible()
    await expectAccessible(page)
  })

  test('the export holds exactly the filtered list', anyWidth, async ({ browser }) => {
    const page = await signedIn(browser, ['canbo-tinh', '/can-bo'])
    await page.goto('/can-bo?loai=comingUp&sap=name')
    const names = await page.locator('.finds [data-open]').allTextContents()
    expect(names.length).toBe(await countOn(page, 'Sắp đến'))
    const begun = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Xuất Excel' }).click()
    const rows = await rowsOf(await (await begun).path())
    expect(rows.slice(1).map((row) => row[1])).toEqual(names)
    expect(new Set(rows.slice(1).map((row) => row[0]))).toEqual(new Set(['Sắp đến']))
  })

  test('the sweep can be run again by the province, not by a commune', anyWidth, async ({ browser }) => {
    const commune = await signedIn(browser, ['canbo-xa', '/can-bo'])
    await expect(commune.getByRole('button', { name: 'Chạy rà soát lại' })).toBeDisabled()
    const page = await signedIn(browser, ['canbo-tinh', '/can-bo'])
    await page.getByRole('button', { name: 'Chạy rà soát lại' }).click()
    await expect(page.getByRole('button', { name: 'Chạy rà soát lại' })).toBeVisible({ timeout: 30_000 })
    await expect(page.locator('.headrow')).toContainText('phát hiện còn mở')
  })

  test('keys walk the list, open a person, and can be switched off', anyWidth, async ({ browser }) => {
    const page = await signedIn(browser, ['canbo-tinh', '/can-bo'])
    await expect(page.locator('.keys-button')).toBeAttached()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const second = page.locator('.finds tbody tr').nth(1)
    await expect(second).toHaveAttribute('aria-current', 'true')
    const name = (await second.locator('[data-open]').textContent()) ?? ''
    await page.keyboard.press('Enter')
    await expect(page.locator('.id h1')).toContainText(name)
    await page.keyboard.press('?')
    await page.getByLabel('Dùng phím tắt trên máy này').uncheck()
    await page.getByRole('button', { name: 'Đóng' }).click()
    await page.goto('/can-bo')
    await expect(page.locator('.keys-button')).toBeAttached()
    await page.keyboard.press('j')
    await expect(page.locator('[data-here]')).toHaveCount(0)
  })
})

test.describe('a person', () => {
  test('shows the months, the reasoning, the facts and who looked', async ({ browser }) => {
    const page = await signedIn(browser, ['canbo-tinh', '/can-bo'])
    await page.goto('/can-bo?loai=comingUp')
    await page.locator('[data-open]').first().click()
    await expect(page.locator('.id h1')).toBeVisible()
    await page.locator('summary', { hasText: 'Bảng số liệu của biểu đồ' }).click()
    await expect(page.locator('.figures tbody tr')).toHaveCount(24)
    const newest = page.locator('.strip .axis', { hasText: /^11$/ }).last()
    await expect(newest).toBeInViewport()
    await expect(page.getByRole('heading', { name: 'Điều đã biết, theo thời gian' })).toBeVisible()
    await expect(page.locator('section', { hasText: 'Ai đã xem' }).last()).toContainText('Trần Văn Minh')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Hiện (ghi nhật ký)' }).click()
    await expect(page.locator('.id dd').first()).toHaveText(/^\d{12}\s*$/)
  })

  test('of another commune is not found, and nothing is told of them', anyWidth, async ({ browser }) => {
    const province = await signedIn(browser, ['canbo-tinh', '/can-bo'])
    const elsewhere = province.locator('.finds tbody tr').filter({ hasNotText: 'Vinh Phú' }).first()
    const path = await elsewhere.locator('[data-open]').getAttribute('href')
    const name = (await elsewhere.locator('[data-open]').textContent()) ?? ''
    const page = await signedIn(browser, ['canbo-xa', '/can-bo'])
    const answer = await page.goto(path ?? '')
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'Không tìm thấy' })).toBeVisible()
    expect(await page.content()).not.toContain(name)
    await page.goto(`/can-bo/nguoi?tim=${encodeURIComponent(name)}`)
    await expect(page.locator(`a[href="${path}"]`)).toHaveCount(0)
  })
})

const headings = [
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Số định danh',
  'Thôn, xóm',
  'Nhóm đối tượng',
  'Hệ số',
  'Số tiền',
]

/** Says which month a list is of that says none itself, and waits until it was read again. */
async function nameMonth(page: Page): Promise<void> {
  await page.getByLabel('Tháng (mm/yyyy)').fill('11/2026')
  await page.getByRole('button', { name: 'Dùng tháng này' }).click()
  await expect(page.getByText('Danh sách của tháng 11/2026')).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('#cac-dong')).toBeVisible()
}

/** A small list of three people whom the register does not know; the third was born on a day that never was. */
async function smallList(): Promise<{ bytes: Buffer; names: string[]; people: string[][] }> {
  const mark = () => String(Math.floor(Math.random() * 1_000_000)).padStart(6, '0')
  const names = ['Đặng Thị Thử', 'Cao Văn Nghiệm', 'Hồ Thị Sai'].map((name) => `${name} ${letters()}`)
  const [first = '', second = '', third = ''] = names
  const people = [
    [first, '12/03/1950', 'Nữ', `040150${mark()}`, 'Xóm 1', 'SP', '1', '540000'],
    [second, '05/06/1948', 'Nam', `040048${mark()}`, 'Xóm 2', '', '', ''],
    [third, '31/02/1950', 'Nữ', '', 'Xóm 3', '', '', ''],
  ]
  return { bytes: await listOf(people), names, people }
}

async function listOf(rows: string[][]): Promise<Buffer> {
  const columns = headings.map((heading) => ({ heading, kind: 'text' as const }))
  return Buffer.from(await writeWorkbook([{ name: 'Danh sách', columns, rows }]))
}

/** A name that no other run uses. */
function letters(): string {
  const word = () =>
    Array.from({ length: 5 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('')
  const text = word()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

test.describe('bringing a list in', () => {
  test('shows what it would do, writes it, and changes nothing the second time', async ({ browser }) => {
    const page = await signedIn(browser, ['canbo-xa', '/can-bo/danh-sach'])
    await expectAccessible(page)
    const { bytes, names } = await smallList()
    const file = {
      name: `thu-${names[0]?.split(' ').at(-1)}.xlsx`,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: bytes,
    }
    await page.getByLabel('Chọn tệp').setInputFiles(file)
    await page.getByRole('button', { name: 'Đọc và xem trước' }).click()
    await expect(page.getByText('Chưa ghi gì.')).toBeVisible()
    await expect(page.locator('[data-state=new] span')).toHaveText('2')
    await page.locator('[data-state=faulty]').click()
    await expect(page.locator('.tbl tbody tr')).toHaveCount(1)
    await expect(page.locator('.tbl tbody tr')).toContainText('Ô B4')
    await expect(page.locator('.tbl tbody tr')).toContainText('Đối chiếu giấy tờ')
    await expectAccessible(page)

    const begun = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Tải tệp lỗi để sửa' }).click()
    const rows = await rowsOf(await (await begun).path())
    expect(rows[0]?.slice(0, headings.length)).toEqual(headings)
    expect(rows.slice(1).map((row) => row[0])).toEqual([names[2]])

    await nameMonth(page)
    await page.getByRole('button', { name: 'Ghi 2 dòng vào sổ' }).click()
    await expect(page.getByRole('heading', { name: `Đã ghi ${file.name}` })).toBeVisible({ timeout: 30_000 })
    await expect(page.locator('[data-count=new] dd')).toHaveText('2')
    await expectAccessible(page)

    await page.goto(`/can-bo/nguoi?tim=${encodeURIComponent(names[0] ?? '')}`)
    await page.getByRole('link', { name: names[0] ?? '' }).click()
    await expect(page.locator('.id')).toContainText('Phường Vinh Phú')

    await page.goto('/can-bo/danh-sach')
    await expect(page.getByRole('link', { name: file.name })).toBeVisible()
    await page.getByLabel('Chọn tệp').setInputFiles(file)
    await page.getByRole('button', { name: 'Đọc và xem trước' }).click()
    await expect(page.getByText('Tệp này đã được ghi xong trước đây')).toBeVisible()
  })
})

test.describe('a list that was read and not written', () => {
  test('tells what each row changes, waits to be taken up again, and can be given up, without scripts', async ({
    browser,
  }) => {
    const page = await signedIn(browser, ['canbo-xa', '/can-bo/danh-sach'], { javaScriptEnabled: false })
    const { bytes, people } = await smallList()
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const [name] = people[0] ?? []
    const upload = async (file: string, buffer: Buffer) => {
      await page.goto('/can-bo/danh-sach')
      await page.locator('#file').setInputFiles({ name: file, mimeType, buffer })
      await page.getByRole('button', { name: 'Đọc và xem trước' }).click()
      await expect(page.locator('#cac-dong')).toBeVisible()
    }
    await upload(`lan-dau-${name}.xlsx`, bytes)
    await nameMonth(page)
    await page.getByRole('button', { name: /^Ghi 2 dòng/ }).click()
    await expect(page.getByRole('heading', { name: /^Đã ghi/ })).toBeVisible()

    const granted = people.map((row, index) =>
      index === 1 ? [...row.slice(0, 5), 'SP', '1', '540000'] : row,
    )
    const second = `lan-hai-${name}.xlsx`
    await upload(second, await listOf(granted))
    const rowThat = (state: string) =>
      page.locator('tbody tr').filter({ has: page.getByText(state, { exact: true }) })
    await expect(rowThat('Thay đổi')).toContainText('chưa có thành 540.000')
    await page.goto('/can-bo/danh-sach')
    await page.getByRole('link', { name: `Xem tiếp: ${second}` }).click()
    await expect(rowThat('Giống hệt')).toHaveCount(1)
    await page.getByRole('button', { name: 'Bỏ danh sách' }).click()
    await expect(page.getByRole('link', { name: second })).toHaveCount(0)
  })
})

test.describe('the page of lists', () => {
  test('a file that is no list is refused with what to do', anyWidth, async ({ browser }) => {
    const page = await signedIn(browser, ['canbo-xa', '/can-bo/danh-sach'])
    const file = {
      name: 'anh.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from([0xd0, 0xcf, 1, 2]),
    }
    await page.getByLabel('Chọn tệp').setInputFiles(file)
    await page.getByRole('button', { name: 'Đọc và xem trước' }).click()
    await expect(page.getByRole('alert')).toContainText('Save As')
  })

  test('a leader reads only', anyWidth, async ({ browser }) => {
    const page = await signedIn(browser, ['lanhdao', '/can-bo/danh-sach'])
    await expect(page.getByText('Tài khoản lãnh đạo chỉ xem')).toBeVisible()
    await expect(page.locator('#file')).toHaveCount(0)
    const answer = await page.request.post('/can-bo/danh-sach', {
      multipart: { fileId: '1' },
      headers: { origin: new URL(page.url()).origin },
    })
    expect(answer.status()).toBe(403)
  })

  test('the template can be fetched and is read as it is', anyWidth, async ({ browser }) => {
    const page = await signedIn(browser, ['canbo-xa', '/can-bo/danh-sach'])
    const begun = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Tải tệp mẫu' }).click()
    const rows = await rowsOf(await (await begun).path())
    expect(rows[0]).toEqual(expect.arrayContaining(['Họ và tên', 'Ngày sinh', 'Số định danh']))
  })
})

test('the workspace speaks English', async ({ browser }) => {
  const page = await signedIn(browser, ['canbo-tinh', '/en/can-bo'])
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await expectAccessible(page)
  await page.locator('.filters a', { hasText: 'Coming up' }).click()
  await page.locator('[data-open]').first().click()
  await expect(page.getByRole('heading', { name: 'What is known, over time' })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/en/can-bo/danh-sach')
  await expect(page.getByRole('heading', { name: 'Import a list' })).toBeVisible()
  await expectAccessible(page)
})
