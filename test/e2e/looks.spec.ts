import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signedIn } from './visits.ts'
import { anyWidth } from './widths.ts'

/** How far the page reaches beyond the window at each width. */
async function overflowOf(page: Page, widths: number[]): Promise<number[]> {
  const overflow: number[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 700 })
    overflow.push(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
  }
  return overflow
}

/** The pages that need somebody or something to be about, found by their links. */
async function pagesAbout(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const [list, link] of [
    ['/can-bo', '[data-open]'],
    ['/can-bo', '[data-select]'],
    ['/can-bo/trung', 'main a[href*="/can-bo/trung/"]'],
  ] as const) {
    await page.goto(list)
    const href = await page.locator(link).first().getAttribute('href')
    if (href) found.push(href.startsWith('?') ? `${list}${href}` : href)
  }
  const person = found.find((path) => path.includes('/nguoi/')) ?? ''
  await page.goto(person)
  const household = await page.getByRole('link', { name: /^Hộ số/ }).getAttribute('href')
  const act = `/can-bo/ghi?viec=move&nguoi=${person.split('/').at(-1)}`
  return [...found, ...(household ? [household] : []), act, `${person}?ngay=1/7/2025`]
}

const pages = [
  '/can-bo',
  '/can-bo/nguoi',
  '/can-bo/danh-sach',
  '/can-bo/trung',
  '/can-bo/thay-doi',
  '/can-bo/kho-ho-so',
  '/can-bo/kho-ho-so/tai-len',
  '/can-bo/kho-ho-so/can-doc',
  '/can-bo/dia-ban?ten=Diễn Ngọc&ngay=30/11/2024',
  '/can-bo/dia-ban?song=1/11/2026',
  '/can-bo/xuat-du-lieu',
  '/can-bo/khong-co-trang-nay',
]

test(
  'every page fits a narrow phone and a desk at twice the size, in both languages',
  anyWidth,
  async ({ browser }) => {
    const page = await signedIn(browser, ['canbo-tinh', '/can-bo'])
    const all = [...pages, ...(await pagesAbout(page))]
    expect(all.length).toBeGreaterThan(pages.length + 4)
    for (const path of all.flatMap((each) => [each, `/en${each}`])) {
      await page.goto(path)
      await expect(page.locator('main').locator('h1, h2').first()).toBeVisible()
      expect({ path, over: await overflowOf(page, [320, 360, 720]) }).toEqual({ path, over: [0, 0, 0] })
      expect(await page.locator('main').innerText()).not.toMatch(/undefined|NaN|\[object/)
    }
  },
)

test(
  'pages without anything to show, and pages that are not there, are for everybody',
  anyWidth,
  async ({ browser }) => {
    const page = await signedIn(browser, ['lanhdao', '/can-bo/danh-sach'])
    await expect(page.getByRole('link', { name: 'Tải tệp mẫu' })).toHaveCount(0)
    for (const path of [
      '/can-bo/khong-co-trang-nay',
      '/can-bo/nguoi?tim=khongaitensnhuthe',
      '/can-bo/dia-ban',
      '/en/can-bo/thay-doi',
    ]) {
      await page.goto(path)
      await expect(page.locator('.rail nav')).toBeVisible()
      await expectAccessible(page)
    }
  },
)

test('on a phone the ways open as a sheet, without scripts', anyWidth, async ({ browser }) => {
  const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
  const page = await signedIn(browser, ['canbo-xa', '/can-bo/dia-ban'], {
    ...phone,
    javaScriptEnabled: false,
  })
  const ways = page.locator('#ways')
  await expect(ways).toBeHidden()
  await page.getByRole('button', { name: /^Mục/ }).click()
  await expect(ways.getByRole('link', { name: 'Địa bàn' })).toHaveAttribute('aria-current', 'page')
  for (const link of await ways.getByRole('link').all())
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await expectSheetFits(page)
  await page.keyboard.press('Escape')
  await expect(ways).toBeHidden()
  await page.getByRole('button', { name: /^Mục/ }).click()
  await ways.getByRole('link', { name: 'Người' }).click()
  await expect(page).toHaveURL(/\/can-bo\/nguoi$/)
})

async function expectSheetFits(page: Page): Promise<void> {
  const box = await page.locator('#ways').boundingBox()
  expect(box && box.x >= 0 && box.x + box.width <= 360 && box.y + box.height <= 740).toBe(true)
}

test('a day is dd/mm/yyyy in a browser that speaks another language', anyWidth, async ({ browser }) => {
  const page = await signedIn(browser, ['canbo-xa', '/can-bo/dia-ban'], { locale: 'en-US' })
  await expect(page.locator('.keys-button')).toBeAttached()
  const field = page.getByLabel('Ngày trên giấy')
  await field.pressSequentially('31/2/2025')
  await field.blur()
  await expect(page.getByRole('alert')).toContainText('“31/2/2025” không phải một ngày')
  await page.getByRole('button', { name: 'Tìm đơn vị' }).click()
  await expect(page).toHaveURL(/dia-ban$/)
  await field.fill('1-7-2025')
  await field.blur()
  await expect(field).toHaveValue('01/07/2025')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.getByLabel('Tên như trên giấy').fill('Diễn Ngọc')
  await page.getByRole('button', { name: 'Tìm đơn vị' }).click()
  await expect(page.getByRole('heading', { name: /thẩm quyền ngày 01\/07\/2025/ })).toBeVisible()
  await expect(page.getByLabel('Ngày trên giấy')).toHaveValue('01/07/2025')
})

test(
  'a refused form has its errors focused, and is not left unsent without a question',
  anyWidth,
  async ({ browser }) => {
    const page = await signedIn(browser, ['canbo-xa', '/can-bo/nguoi'])
    const person = (await page.locator('[data-open]').first().getAttribute('href')) ?? ''
    await page.goto(`/can-bo/ghi?viec=move&nguoi=${person.split('/').at(-1)}`)
    await page.locator('#ly-do').pressSequentially('Chuyển theo con')
    await page.getByRole('button', { name: 'Xem điều sẽ thay đổi' }).click()
    await expect(page.locator('.err-sum')).toBeFocused()
    await expect(page.locator('#ly-do')).toHaveValue('Chuyển theo con')
    const asked: string[] = []
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type())
      await dialog.dismiss()
    })
    await page.locator('#ly-do').pressSequentially('.')
    await page.locator('.crumbs a').first().click()
    await expect.poll(() => asked).toEqual(['beforeunload'])
    await expect(page).toHaveURL(/\/can-bo\/ghi/)
  },
)

test(
  'on paper there are no menus, tables stay tables, and each sheet says whose it is',
  anyWidth,
  async ({ browser }) => {
    const page = await signedIn(browser, ['canbo-tinh', '/can-bo'])
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 690, height: 980 })
    for (const hidden of ['.rail', '.find-place', '.filters', '.headrow .acts', '.me'])
      await expect(page.locator(hidden).first()).toBeHidden()
    await expect(page.locator('.print-only')).toContainText(/^Trần Văn Minh in ngày \d\d\/\d\d\/\d{4}$/)
    await expect(page.locator('.finds td').first()).toHaveCSS('display', 'table-cell')
    await expect(page.locator('.finds tr').nth(1)).toHaveCSS('break-inside', 'avoid')
    // Written by the page's script, which may be later than its words.
    await expect
      .poll(() =>
        page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--printed')),
      )
      .toContain('Sở Y tế, toàn tỉnh. Trần Văn Minh in ngày')
  },
)

test('what is wrong has the focus when a form comes back without scripts', anyWidth, async ({ browser }) => {
  const page = await signedIn(browser, ['canbo-xa', '/can-bo/nguoi'], { javaScriptEnabled: false })
  const person = (await page.locator('[data-open]').first().getAttribute('href')) ?? ''
  await page.goto(`/can-bo/ghi?viec=move&nguoi=${person.split('/').at(-1)}`)
  await page.locator('#ly-do').fill('Chuyển theo con')
  await page.getByRole('button', { name: 'Xem điều sẽ thay đổi' }).click()
  await expect(page.locator('.err-sum')).toBeFocused()
  await expect(page.locator('#ly-do')).toHaveValue('Chuyển theo con')
})
