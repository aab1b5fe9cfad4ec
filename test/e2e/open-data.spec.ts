import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'

async function signedIn(browser: Browser, username: string): Promise<Page> {
  const part = () => 1 + Math.floor(Math.random() * 250)
  const headers = { 'x-forwarded-for': `10.${part()}.${part()}.${part()}` }
  const page = await (await browser.newContext({ extraHTTPHeaders: headers })).newPage()
  await page.goto('/can-bo')
  await page.locator('#username').fill(username)
  await page.locator('#password').fill('ansinh-2026')
  await page.locator('form button[type=submit]').click()
  await expect(page.locator('.rail nav')).toBeVisible()
  return page
}

test('the province’s officer takes the register out, and nobody else may fetch it', async ({ browser }) => {
  const page = await signedIn(browser, 'canbo-tinh')
  await page.goto('/can-bo/nguoi')
  await page.getByRole('link', { name: 'Xuất toàn bộ sổ' }).click()
  await page.getByRole('button', { name: 'Xuất sổ quản lý' }).click()
  const link = page.getByRole('link', { name: 'person.parquet' }).first()
  await expect(link).toBeVisible({ timeout: 60_000 })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)

  const begun = page.waitForEvent('download')
  await link.click()
  const bytes = readFileSync(await (await begun).path())
  const row = page.locator('tbody tr').filter({ has: link }).first()
  await expect(row.locator('code')).toHaveText(createHash('sha256').update(bytes).digest('hex'))
  expect(bytes.subarray(0, 4).toString()).toBe('PAR1')

  const address = (await link.getAttribute('href')) ?? ''
  for (const username of ['canbo-xa', 'lanhdao']) {
    const other = await signedIn(browser, username)
    expect((await other.request.get(address)).status()).toBe(404)
    expect((await other.goto('/can-bo/xuat-du-lieu'))?.status()).toBe(404)
  }
})
