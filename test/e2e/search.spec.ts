import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test'
import { readSheets } from '#platform/sheets'
import { anyWidth } from './widths.ts'

async function signedIn(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const part = () => 1 + Math.floor(Math.random() * 250)
  const headers = { 'x-forwarded-for': `10.${part()}.${part()}.${part()}` }
  const context = await browser.newContext({ ...options, extraHTTPHeaders: headers })
  const page = await context.newPage()
  await page.goto(path)
  await page.locator('#username').fill('canbo-tinh')
  await page.locator('#password').fill('ansinh-2026')
  await page.locator('form button[type=submit]').click()
  await expect(page.locator('.rail nav')).toBeVisible()
  return page
}

test('people are proposed while one types, by keyboard alone, and nothing typed enters the address', async ({
  browser,
}) => {
  const page = await signedIn(browser, '/can-bo')
  const box = page.locator('#wf')
  await box.focus()
  await box.pressSequentially('nguyen thi', { delay: 20 })
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  const options = page.locator('.wtop [role=option]')
  await expect(options.first()).toContainText('Nguyễn Thị')
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)

  await box.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  expect(await box.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'))
  await box.press('Escape')
  await expect(box).toHaveAttribute('aria-expanded', 'false')
  await expect(box).toHaveValue('nguyen thi')

  await box.press('Enter')
  await expect(page.getByRole('heading', { name: 'Người', exact: true })).toBeVisible()
  expect(page.url()).toMatch(/\/can-bo\/nguoi\?k=[\w-]+$/)
  await expect(page.locator('#tim')).toHaveValue('nguyen thi')
  await expect(page.locator('tbody tr').first()).toContainText('Nguyễn Thị')

  const begun = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Xuất Excel' }).click()
  const [sheet] = await readSheets(readFileSync(await (await begun).path()), 'nguoi.xlsx')
  const counted = Number(
    /(\d+) người khớp/.exec((await page.locator('.headrow .quiet').textContent()) ?? '')?.[1],
  )
  expect(sheet?.rows.length).toBe(counted + 1)

  await box.fill('')
  await box.pressSequentially('nguyen thi', { delay: 20 })
  await expect(options.first()).toBeVisible()
  await box.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await box.press('Enter')
  await expect(page).toHaveURL(/\/can-bo\/nguoi\/\d+$/)
})

test('the search works without scripts', anyWidth, async ({ browser }) => {
  const page = await signedIn(browser, '/can-bo', { javaScriptEnabled: false })
  await page.locator('#wf').fill('nguyen')
  await page.locator('#wf').press('Enter')
  await expect(page).toHaveURL(/\/can-bo\/nguoi\?k=[\w-]+$/)
  await expect(page.locator('tbody tr').first()).toContainText('Nguyễn')
  for (const list of ['lan-nhap.csv', 'hom-nay.csv', 'nguoi.csv']) {
    const answer = await page.request.get(`/can-bo/${list}`)
    expect([answer.status(), (await answer.body()).subarray(0, 3).toString('hex')]).toEqual([200, 'efbbbf'])
  }
  await page.locator('#tim').fill('khong co ai ten nay')
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('.empty')).toContainText('Không có ai khớp')
})
