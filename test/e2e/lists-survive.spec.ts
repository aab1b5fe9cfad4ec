import { expect, test } from '@playwright/test'
import { signedIn } from './visits.ts'

/** A list of people nobody else has named, long enough that work on it is seen. */
function longList(count: number) {
  const word = Array.from({ length: 5 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join(
    '',
  )
  const rows = Array.from(
    { length: count },
    (_, row) => `Vi Thị ${word}${row},${1_940 + (row % 60)},Nữ,Khối ${row % 9}`,
  )
  const buffer = Buffer.from(['Họ và tên,Năm sinh,Giới tính,"Thôn, xóm"', ...rows].join('\n'))
  return { name: `dai-${word}.csv`, file: { name: `dai-${word}.csv`, mimeType: 'text/csv', buffer } }
}

test('a browser that is closed while a list is worked on finds it again, with how far it is or what it would do', async ({
  browser,
}) => {
  const page = await signedIn(browser, ['canbo-xa', '/can-bo/danh-sach'])
  const { name, file } = longList(1_500)
  await page.locator('#file').setInputFiles(file)
  await page.getByRole('button', { name: 'Đọc và xem trước' }).click()
  await page.waitForURL(/\/xem\/\d+$/)
  await page.context().close()
  const back = await signedIn(browser, ['canbo-xa', '/can-bo/danh-sach'])
  await back.getByRole('link', { name, exact: true }).click()
  await expect(back.locator('.job, #cac-dong').first()).toBeVisible()
  await expect(back.locator('#cac-dong')).toBeVisible({ timeout: 60_000 })
})

test('a page that loses the server hears of the work again, and shows the list when it is done', async ({
  browser,
}) => {
  const page = await signedIn(browser, ['canbo-xa', '/can-bo/danh-sach'])
  let refused = 0
  await page.route('**/tien-do', (route) => {
    refused += 1
    return refused <= 2 ? route.fulfill({ status: 503, body: 'Đang khởi động' }) : route.continue()
  })
  await page.locator('#file').setInputFiles(longList(3_000).file)
  await page.getByRole('button', { name: 'Đọc và xem trước' }).click()
  await expect(page.locator('#cac-dong')).toBeVisible({ timeout: 60_000 })
  expect(refused).toBeGreaterThan(2)
})

test('a file over the limit is told before it is sent, and again by the server, with what to do', async ({
  browser,
}) => {
  const page = await signedIn(browser, ['canbo-xa', '/can-bo/danh-sach'])
  const choose = () =>
    page.locator('#file').evaluate((input: HTMLInputElement) => {
      const chosen = new DataTransfer()
      chosen.items.add(new File([new Uint8Array(128 * 1024 * 1024 + 1)], 'lon.csv'))
      input.files = chosen.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
      return input.validationMessage
    })
  // Scripts come a moment after the page.
  const told = /lớn hơn 128 MB.*tách danh sách/
  await expect.poll(choose).toMatch(told)
  await page.locator('form:has(#file)').evaluate((form: HTMLFormElement) => {
    form.noValidate = true
  })
  await page.getByRole('button', { name: 'Đọc và xem trước' }).click()
  await expect(page.getByRole('alert')).toContainText(told)
})
