import { expect, test } from '@playwright/test'
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
  ].join('\n')

const numberOf = () => String(1_000 + Math.floor(Math.random() * 8_999))

// What each form of the desk does is held by draft-acts.server.test.ts: here it is walked once, at both widths.
test('a pasted text becomes drafts that are mended, confirmed by the keyboard and handed out', async ({
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
  await page.getByRole('link', { name: /^Sửa:/ }).first().click()
  await page.getByLabel('Việc phải làm').fill('Rà soát người đủ 75 tuổi')
  await page.getByRole('button', { name: 'Lưu và xác nhận' }).click()
  await expect(page.locator('.draft-standing')).toContainText(`1 trong ${count}`)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.locator('.draft-standing')).toContainText(`${count} trong ${count}`)
  await page.getByRole('button', { name: 'Giao nhiệm vụ' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${number}/TB-UBND`)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Rà soát người đủ 75 tuổi' }).click()
  await expect(page.locator('.task-quote')).toContainText('rà soát người đủ 75 tuổi')
  await expectAccessible(page)
})

test('an uploaded file is read while one waits', anyWidth, async ({ browser }) => {
  const number = numberOf()
  const page = await signedIn(browser, ['van-phong', '/can-bo/chi-dao/nhap'])
  const buffer = Buffer.from(textOf(number))
  await page.locator('#tep').setInputFiles({ name: 'thong-bao.txt', mimeType: 'text/plain', buffer })
  await page.getByRole('button', { name: 'Đọc tệp này' }).click()
  await expect(page).toHaveURL(/\/nhap\/\d+/)
  await expect(page.locator('.draft-head')).toContainText(`${number}/TB-UBND`)
})

// Who may do what, and what is wrong with a form, is held by task-acts.server.test.ts.
test('an agency asks for more time, and who receives the task grants it', anyWidth, async ({ browser }) => {
  const agency = await signedIn(browser, ['so-noi-vu', '/can-bo/chi-dao?trang-thai=late'])
  await agency.locator('.tbl a').first().click()
  await agency.getByText('Xin gia hạn').first().click()
  await agency.locator('#xin-han-ngay').fill('30/12/2026')
  await agency.locator('#xin-han-ly-do').fill('Chờ xác minh ở xã')
  await agency.getByRole('button', { name: 'Xin gia hạn' }).click()
  await expect(agency.locator('[aria-labelledby=gia-han]')).toContainText('chờ quyết định')
  await expect(agency.locator('#xin-han-ly-do')).toHaveCount(0)
  const clerk = await signedIn(browser, ['van-phong', new URL(agency.url()).pathname])
  await clerk.getByRole('button', { name: 'Quyết định gia hạn' }).click()
  await expect(clerk.locator('[aria-labelledby=gia-han]')).toContainText('đã cho đến 30/12/2026')
  await expect(clerk.locator('[aria-labelledby=chuoi]')).toContainText('Sở Nội vụ')
})
