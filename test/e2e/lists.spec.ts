import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signedIn } from './visits.ts'

/** Says which month a list is of that says none itself, and waits until it was read again. */
async function nameMonth(page: Page): Promise<void> {
  await page.getByLabel('Tháng (mm/yyyy)').fill('11/2026')
  await page.getByRole('button', { name: 'Dùng tháng này' }).click()
  await expect(page.getByText('Danh sách của tháng 11/2026')).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('#cac-dong')).toBeVisible()
}

/** A list whose headings are nobody's, and whose people no other run has. */
function oddList(): { name: string; file: { name: string; mimeType: string; buffer: Buffer } } {
  const letter = () => String.fromCharCode(97 + Math.floor(Math.random() * 26))
  const word = Array.from({ length: 6 }, letter).join('')
  const name = `Vi Thị ${word.charAt(0).toUpperCase()}${word.slice(1)}`
  const digits = () => String(Math.floor(Math.random() * 1_000_000)).padStart(6, '0')
  const rows = [
    [`Nhân khẩu ${word}`, 'Mốc', 'Số thẻ', 'Khu vực sống'],
    [name, '12/03/1950', `040150${digits()}`, 'Khối 1'],
    [`${name} Hai`, '31/02/1951', `040151${digits()}`, 'Khối 2'],
  ]
  const buffer = Buffer.from(rows.map((row) => row.join(';')).join('\r\n'))
  return { name, file: { name: `la-${word}.csv`, mimeType: 'text/csv', buffer } }
}

test('a list with headings nobody knows is named column by column, written, and taken back, without scripts', async ({
  browser,
}) => {
  const page = await signedIn(browser, ['canbo-xa', '/can-bo/danh-sach'], { javaScriptEnabled: false })
  const { name, file } = oddList()
  await page.locator('#file').setInputFiles(file)
  await page.getByRole('button', { name: 'Đọc và xem trước' }).click()
  await expect(page.locator('#cac-dong')).toBeVisible({ timeout: 60_000 })

  await page.getByRole('link', { name: 'Các cột' }).click()
  await expect(page.getByText('Theo giá trị trong cột').first()).toBeVisible()
  await page.getByLabel('Cột B, Mốc').selectOption({ label: 'Ngày sinh' })
  await page.getByLabel('Cột D, Khu vực sống').selectOption({ label: 'Thôn, xóm, địa chỉ' })
  await page.getByRole('button', { name: 'Nhớ cách đọc này và đọc lại' }).click()
  await expect(page.getByText('theo cách đơn vị đã chọn')).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('tbody tr').filter({ hasText: name }).first()).toContainText('Khối 1')

  await page.getByRole('link', { name: /ô cần xem/ }).click()
  await expect(page.locator('tbody tr')).toContainText('B3')
  await page.goBack()
  await nameMonth(page)
  await page.getByRole('button', { name: /^Ghi 1 dòng/ }).click()
  await expect(page.getByRole('heading', { name: /^Đã ghi/ })).toBeVisible({ timeout: 60_000 })

  await page.getByRole('link', { name: 'Xem danh sách này' }).click()
  await expect(page.getByRole('heading', { name: /^Danh sách đã ghi/ })).toBeVisible()
  await expect(page.locator('tbody tr').filter({ hasText: name }).first()).toContainText('Đã thêm người này')
  await page.getByRole('link', { name: 'Hoàn tác' }).click()
  await expect(page.locator('[data-undo=people] dd')).toHaveText('1')
  await page.getByLabel('Lý do hoàn tác').fill('Nhập nhầm danh sách')
  await page.getByRole('button', { name: 'Hoàn tác toàn bộ danh sách' }).click()
  await expect(page.getByRole('button', { name: 'Xem trước' })).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('.note')).toContainText('đã được ghi rồi hoàn tác')
  await page.goto('/can-bo/danh-sach')
  await expect(page.getByRole('row').filter({ hasText: file.name }).last()).toContainText('Đã hoàn tác')
  await page.goto(`/can-bo/nguoi?tim=${encodeURIComponent(name)}`)
  await expect(page.getByRole('link', { name })).toHaveCount(0)
})

test('its pages are for everybody, and a colleague sees where the work stands', async ({ browser }) => {
  const page = await signedIn(browser, ['canbo-xa', '/can-bo/danh-sach'])
  await page.locator('#file').setInputFiles(oddList().file)
  await page.getByRole('button', { name: 'Đọc và xem trước' }).click()
  await expect(page.locator('#cac-dong')).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  const address = page.url()
  for (const part of ['cot', 'loi']) {
    await page.goto(`${address}/${part}`)
    await expect(page.locator('h1')).toBeVisible()
    await expectAccessible(page)
  }
  const colleague = await signedIn(browser, ['canbo-xa', '/can-bo/danh-sach'])
  await colleague.goto(address)
  await expect(colleague.locator('#cac-dong')).toBeVisible()
  await page.goto(address)
  await nameMonth(page)
  await page.getByRole('button', { name: /^Ghi 2 dòng/ }).click()
  await expect(page.getByRole('heading', { name: /^Đã ghi/ })).toBeVisible({ timeout: 60_000 })
  await page.goto(`${address}/hoan-tac`)
  await expectAccessible(page)
})
