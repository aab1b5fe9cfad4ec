import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signedIn } from './visits.ts'
import { anyWidth } from './widths.ts'

const textOf = (number: string) =>
  [
    'ỦY BAN NHÂN DÂN TỈNH NGHỆ AN',
    `Số: ${number}/TB-UBND`,
    'Nghệ An, ngày 20 tháng 11 năm 2026',
    'THÔNG BÁO',
    'Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp về trợ giúp xã hội',
    'Biểu dương Sở Y tế đã hoàn thành rà soát quý III.',
    'Giao Sở Y tế rà soát người đủ 75 tuổi chưa nhận trợ cấp hưu trí xã hội, báo cáo UBND tỉnh trước ngày 20/12/2026.',
    'Giao Sở Nội vụ xử lý dứt điểm hồ sơ tồn đọng của người có công trước ngày 31/12/2026.',
    'Giao Sở Tài chính bố trí kinh phí chi trả trợ cấp Tết trước ngày 15/12/2026.',
  ].join('\n')

const numberOf = () => String(1_000 + Math.floor(Math.random() * 8_999))

/** One deed on the desk of drafts: the page has answered when its count says so. */
async function press(page: Page, name: string | RegExp, decided: string): Promise<void> {
  await page.getByRole('button', { name }).first().click()
  await expect(page.locator('.draft-standing')).toContainText(decided)
}

test('a pasted text becomes drafts that are confirmed, joined, split, dropped, taken back and handed out', async ({
  browser,
}) => {
  const number = numberOf()
  const page = await signedIn(browser, ['van-phong', '/can-bo/chi-dao/nhap'])
  await page.getByLabel('Dán nội dung văn bản').fill(textOf(number))
  await page.getByRole('button', { name: 'Đọc nội dung này' }).click()
  const cards = page.locator('.draft-card')
  await expect(cards.first()).toContainText('Sở Y tế')
  await expect(page.locator('.draft-paper')).toContainText('Ghi nhận')
  await expect(page.getByRole('button', { name: 'Giao nhiệm vụ' })).toBeDisabled()
  await expectAccessible(page)
  const count = await cards.count()
  await page
    .getByRole('button', { name: /^Gộp với việc sau/ })
    .first()
    .click()
  await expect(page.locator('.draft-standing')).toContainText(`0 trong ${count - 1}`)
  await page.getByRole('button', { name: 'Hoàn tác việc vừa làm' }).click()
  await expect(page.locator('.draft-standing')).toContainText(`0 trong ${count}`)
  await page.getByRole('link', { name: /^Sửa:/ }).first().click()
  await page.getByLabel('Việc phải làm').fill('Rà soát người đủ 75 tuổi')
  await page.getByLabel('Hạn', { exact: true }).fill('32/12/2026')
  await page.getByLabel('Hạn', { exact: true }).press('Tab')
  await page.getByRole('button', { name: 'Lưu và xác nhận' }).click()
  await expect(page.locator('.draft-card .err-sum')).toContainText('Không phải ngày')
  await page.getByLabel('Hạn', { exact: true }).fill('18/12/2026')
  await press(page, 'Lưu và xác nhận', `1 trong ${count}`)
  await page.getByRole('link', { name: /^Bỏ:/ }).last().click()
  await page.getByLabel('Lý do').fill('Việc của văn bản khác')
  await press(page, 'Bỏ', `1 trong ${count - 1}`)
  await page.keyboard.press('j')
  await press(page, /^Xác nhận( \d+ dự thảo còn lại|:)/, `${count - 1} trong ${count - 1}`)
  await page.getByRole('button', { name: 'Giao nhiệm vụ' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${number}/TB-UBND`)
  await expect(page.locator('.tbl')).toContainText('18/12/2026')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Rà soát người đủ 75 tuổi' }).click()
  await expect(page.locator('.task-quote')).toContainText('rà soát người đủ 75 tuổi')
  await expectAccessible(page)
})

test(
  'an uploaded file is read while one waits or goes on with something else',
  anyWidth,
  async ({ browser }) => {
    const number = numberOf()
    const page = await signedIn(browser, ['van-phong', '/can-bo/chi-dao/nhap'])
    const buffer = Buffer.from(textOf(number))
    await page.locator('#tep').setInputFiles({ name: 'thong-bao.txt', mimeType: 'text/plain', buffer })
    await page.getByRole('button', { name: 'Đọc tệp này' }).click()
    await expect(page).toHaveURL(/\/nhap\/\d+/)
    await expect(page.locator('.draft-head')).toContainText(`${number}/TB-UBND`)
    const health = await signedIn(browser, ['canbo-tinh', new URL(page.url()).pathname])
    await expect(health.locator('h1')).toHaveText('Không tìm thấy')
  },
)

test(
  'a task is reported, its day moved by who receives it, and the chain says who held it',
  anyWidth,
  async ({ browser }) => {
    const agency = await signedIn(browser, ['so-noi-vu', '/can-bo/chi-dao'])
    await agency.goto('/can-bo/chi-dao/nhiem-vu?trang-thai=late')
    await agency.locator('.tbl a').first().click()
    const path = new URL(agency.url()).pathname
    await agency.getByText('Báo cáo tiến độ').first().click()
    await agency.getByLabel('Đã làm được gì').fill('Đã kết luận 40 hồ sơ')
    await agency.getByLabel('Phần trăm').fill('140')
    await agency.getByRole('button', { name: 'Báo cáo tiến độ' }).click()
    await expect(agency.getByRole('alert')).toContainText('0 đến 100')
    await agency.getByLabel('Phần trăm').fill('40')
    await agency.getByRole('button', { name: 'Báo cáo tiến độ' }).click()
    await expect(agency.locator('[aria-labelledby=bao-cao]')).toContainText('Đã kết luận 40 hồ sơ')
    await agency.getByText('Xin gia hạn').first().click()
    await agency.locator('#xin-han-ngay').fill('30/12/2026')
    await agency.locator('#xin-han-ly-do').fill('Chờ xác minh ở xã')
    await agency.getByRole('button', { name: 'Xin gia hạn' }).click()
    await expect(agency.locator('[aria-labelledby=gia-han]')).toContainText('chờ quyết định')
    await expect(agency.getByRole('button', { name: 'Quyết định gia hạn' })).toHaveCount(0)
    const clerk = await signedIn(browser, ['van-phong', path])
    await clerk.getByRole('button', { name: 'Quyết định gia hạn' }).click()
    await expect(clerk.locator('[aria-labelledby=gia-han]')).toContainText('đã cho đến 30/12/2026')
    await expect(clerk.locator('[aria-labelledby=chuoi]')).toContainText('Sở Nội vụ')
    const leader = await signedIn(browser, ['lanhdao', path])
    await expect(leader.locator('.task-acts')).toContainText('không có việc gì phải làm')
  },
)
