import { expect, test } from '@playwright/test'
import { expectAccessible, signedIn } from './visits.ts'

const letter = () => String.fromCharCode(97 + Math.floor(Math.random() * 26))
const word = () => Array.from({ length: 6 }, letter).join('')

/** A list that says no month, and whose headings in row 4 are taken for those in row 2. */
function listOf(mark: string, name: string, id: string) {
  const rows = [
    ['BẢNG TỔNG HỢP'],
    ['Họ và tên', 'Năm sinh', 'Thôn', 'Số tiền'],
    ['(mẫu cũ, bỏ)'],
    [`Danh tính ${mark}`, `Mốc ${mark}`, `Nơi ${mark}`, `Thẻ ${mark}`],
    [name, '12/03/1950', 'Khối 1', id],
    [`${name} Ba`, '1951', 'Khối 2', id.replace('040150', '040151')],
    ['Cộng', '', '', ''],
  ]
  const buffer = Buffer.from(rows.map((row) => row.join(';')).join('\r\n'))
  return { name: `tieu-de-${word()}.csv`, mimeType: 'text/csv', buffer }
}

test('an officer says which row is the headings and which month it is, once for lists to come, without scripts', async ({
  browser,
}) => {
  const page = await signedIn(browser, ['canbo-xa', '/can-bo/danh-sach'], { javaScriptEnabled: false })
  const mark = word()
  const name = `Vi Thị ${mark.charAt(0).toUpperCase()}${mark.slice(1)}`
  const id = `040150${String(Math.floor(Math.random() * 1_000_000)).padStart(6, '0')}`
  const upload = async (file: ReturnType<typeof listOf>) => {
    await page.goto('/can-bo/danh-sach')
    await page.locator('#file').setInputFiles(file)
    await page.getByRole('button', { name: 'Đọc và xem trước' }).click()
    await expect(page.locator('#cac-dong')).toBeVisible({ timeout: 60_000 })
  }
  await upload(listOf(mark, name, id))
  await expect(page.getByText('không ghi là của tháng nào')).toBeVisible()
  await expect(page.getByRole('button', { name: /vào sổ$/ })).toHaveCount(0)

  await page.getByRole('link', { name: 'Các cột' }).click()
  await expect(page.getByText('Đang lấy dòng 2 làm tiêu đề')).toBeVisible()
  await page.getByLabel('Dòng tiêu đề đầu tiên').fill('4')
  await page.getByRole('button', { name: 'Lấy dòng này làm tiêu đề' }).click()
  await expect(page.locator('#cac-dong')).toBeVisible({ timeout: 60_000 })

  await page.getByRole('link', { name: 'Các cột' }).click()
  await expect(page.getByText('Đang lấy dòng 4 làm tiêu đề')).toBeVisible()
  await page.getByLabel(`Cột B, Mốc ${mark}`).selectOption({ label: 'Ngày sinh' })
  await page.getByLabel(`Cột C, Nơi ${mark}`).selectOption({ label: 'Thôn, xóm, địa chỉ' })
  await page.getByRole('button', { name: 'Nhớ cách đọc này và đọc lại' }).click()
  await expect(page.locator('#cac-dong')).toBeVisible({ timeout: 60_000 })

  await page.getByLabel('Tháng (mm/yyyy)').fill('13/2026')
  await page.getByRole('button', { name: 'Dùng tháng này' }).click()
  await expect(page.getByRole('alert')).toContainText('viết như 09/2026')
  await page.getByLabel('Tháng (mm/yyyy)').fill('9/2026')
  await page.getByRole('button', { name: 'Dùng tháng này' }).click()
  await expect(page.getByText('Danh sách của tháng 09/2026 (cán bộ đã ghi)')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: /^Ghi 2 dòng/ }).click()
  await expect(page.getByRole('heading', { name: /^Đã ghi/ })).toBeVisible({ timeout: 60_000 })

  await page.goto(`/can-bo/nguoi?tim=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByText(/tieu-de-\w+\.csv.*ô B5/).first()).toBeAttached()

  await upload(listOf(mark, `${name} Hai`, id.replace(/^.{9}/, '040150999')))
  await expect(
    page
      .locator('tbody tr')
      .filter({ hasText: `${name} Hai` })
      .first(),
  ).toContainText('Khối 1')
})

test('the page of columns shows how the file begins and what is no person, for everybody', async ({
  browser,
}) => {
  const page = await signedIn(browser, ['canbo-xa', '/can-bo/danh-sach'])
  const mark = word()
  await page.locator('#file').setInputFiles(listOf(mark, `Vi Thị ${mark}`, '040150000001'))
  await page.getByRole('button', { name: 'Đọc và xem trước' }).click()
  await expect(page.locator('#cac-dong')).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Các cột' }).click()
  await expect(page.getByRole('heading', { name: 'Các dòng không đọc là người' })).toBeVisible()
  await page.getByText('Những dòng đầu của tệp').first().click()
  await expectAccessible(page)
  if (process.env.LOOK)
    await page.screenshot({ path: `${process.env.LOOK}-${page.viewportSize()?.width}.png`, fullPage: true })
})
