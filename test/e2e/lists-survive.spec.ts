import { type Browser, expect, type Page, test } from '@playwright/test'

/** A visitor with an address of their own, signed in as the officer of a commune. */
async function officer(browser: Browser): Promise<Page> {
  const part = () => 1 + Math.floor(Math.random() * 250)
  const extraHTTPHeaders = { 'x-forwarded-for': `10.${part()}.${part()}.${part()}` }
  const page = await (await browser.newContext({ extraHTTPHeaders })).newPage()
  await page.goto('/can-bo/danh-sach')
  await page.locator('#username').fill('canbo-xa')
  await page.locator('#password').fill('ansinh-2026')
  await page.locator('form button[type=submit]').click()
  await expect(page.locator('.rail nav')).toBeVisible()
  return page
}

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
  const page = await officer(browser)
  const { name, file } = longList(1_500)
  await page.locator('#file').setInputFiles(file)
  await page.getByRole('button', { name: 'Đọc và xem trước' }).click()
  await page.waitForURL(/\/xem\/\d+$/)
  await page.context().close()
  const back = await officer(browser)
  await back.getByRole('link', { name, exact: true }).click()
  await expect(back.locator('.job, #cac-dong').first()).toBeVisible()
  await expect(back.locator('#cac-dong')).toBeVisible({ timeout: 60_000 })
})

test('a page that loses the server hears of the work again, and shows the list when it is done', async ({
  browser,
}) => {
  const page = await officer(browser)
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
  const page = await officer(browser)
  const choose = () =>
    page.locator('#file').evaluate((input: HTMLInputElement) => {
      const chosen = new DataTransfer()
      chosen.items.add(new File([new Uint8Array(50 * 1024 * 1024 + 1)], 'lon.csv'))
      input.files = chosen.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
      return input.validationMessage
    })
  // Scripts come a moment after the page.
  const told = /lớn hơn 50 MB.*tách danh sách/
  await expect.poll(choose).toMatch(told)
  await page.locator('form:has(#file)').evaluate((form: HTMLFormElement) => {
    form.noValidate = true
  })
  await page.getByRole('button', { name: 'Đọc và xem trước' }).click()
  await expect(page.getByRole('alert')).toContainText(told)
})
