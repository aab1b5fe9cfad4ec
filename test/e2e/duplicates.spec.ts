import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test'
import { type Account, expectAccessible, signedIn } from './visits.ts'
import { anyWidth } from './widths.ts'

// All decide about the same few pairs, and each takes back what it did.
test.describe.configure({ mode: 'serial' })

/** The pair that stands first when the register was searched: a person of the demonstration who is paid twice. */
const pair = '/can-bo/trung/1'

/** Signed in at the queue, from an address of one's own. */
async function openQueue(
  browser: Browser,
  account: Account,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await signedIn(browser, [account, '/can-bo/trung'], options)
  await expect(page.locator('h1')).toHaveText('Trùng hồ sơ')
  // The first search runs in the background when the register has just been filled.
  await expect(async () => {
    await page.reload()
    await expect(page.locator('.lead-line')).toContainText('Tìm lần cuối', { timeout: 500 })
  }).toPass()
  return page
}

test('the queue and a pair are readable at every width, with where each value came from and why', async ({
  browser,
}) => {
  const page = await openQueue(browser, 'canbo-tinh')
  await expectAccessible(page)
  const tops = await page
    .locator('.pair-filters select, .pair-filters button')
    .evaluateAll((controls) => controls.map((each) => Math.round(each.getBoundingClientRect().top)))
  expect(Math.max(...tops) - Math.min(...tops), 'the button goes with its choices').toBeLessThan(8)
  // The other width may have decided about the only pair, and takes that back.
  await expect(async () => {
    await page.reload()
    await expect(page.locator('.range')).toContainText('trong', { timeout: 500 })
    const list = await page.request.get('/can-bo/trung.csv')
    expect(await list.text()).toContain('Hồ sơ 1')
  }).toPass()
  await page.goto(pair)
  await expect(page.locator('.sides tbody tr').first()).toContainText('Họ tên')
  await expect(page.locator('.sides')).toContainText('dữ liệu thử nghiệm')
  await expect(page.locator('.waterfall tbody tr').first()).toContainText('Xuất phát')
  await expect(page.locator('.waterfall .total')).toContainText('+')
  await expectAccessible(page)
})

test('a pair is linked and undone by keyboard', anyWidth, async ({ browser }) => {
  const page = await openQueue(browser, 'canbo-tinh')
  await page.goto(pair)
  const title = (await page.locator('h1').textContent()) ?? ''
  await expect(page.locator('.keys-button')).toBeVisible()
  await page.keyboard.press('2')
  await expect(page.locator('[data-speaks="2"]')).toBeChecked()
  await page.keyboard.press('l')
  await expect(page.locator('.note.done')).toContainText('thành một người')
  await page.keyboard.press('u')
  await expect(page.locator('h1')).toHaveText(title)
  await expect(page.locator('.note')).toContainText('Đã hoàn tác')
  await expect(page.locator('#decide')).toBeVisible()
})

test(
  'without scripts the same is done by buttons, and un-merged with a reason',
  anyWidth,
  async ({ browser }) => {
    const page = await openQueue(browser, 'canbo-tinh', { javaScriptEnabled: false })
    await page.goto(pair)
    await page.getByRole('button', { name: /Một người/ }).click()
    await expect(page.locator('.note.done')).toContainText('thành một người')
    await page.goto(pair)
    await page.getByRole('link', { name: 'Các hồ sơ của người này' }).click()
    await page.locator('.records li:not(:has(.mark)) a').click()
    await expect(page.getByRole('link', { name: 'Mở hồ sơ chính' })).toBeVisible()
    await page.goBack()
    await page.getByRole('button', { name: 'Gỡ ra' }).click()
    await expect(page.locator('.field.bad')).toBeVisible()
    await page.locator('.unmerge input[type=text]').fill('Hai người khác nhau')
    await page.getByRole('button', { name: 'Gỡ ra' }).click()
    await expect(page.locator('.note')).toContainText('Đã gỡ')
  },
)

test('a leader looks and decides nothing', anyWidth, async ({ browser }) => {
  const page = await openQueue(browser, 'lanhdao')
  await page.goto(pair)
  await expect(page.getByRole('button', { name: /Một người/ })).toBeDisabled()
  await expect(page.locator('#only-officers')).toBeVisible()
})
