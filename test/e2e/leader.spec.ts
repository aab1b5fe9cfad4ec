import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signedIn } from './visits.ts'
import { anyWidth } from './widths.ts'

/** The map of the page; a system that has just begun measures for some seconds before there is anything to draw. */
async function expectMap(page: Page): Promise<void> {
  const areas = page.locator('.map svg path title')
  await expect(async () => {
    if ((await areas.count()) === 0) await page.reload()
    expect(await areas.count()).toBe(130)
  }).toPass({ timeout: 60_000 })
}

test('from the province on the map to a commune, and from there to its people', async ({ browser }) => {
  const page = await signedIn(browser, ['lanhdao', '/can-bo/dieu-hanh?chi-so=missed-people&xep=ten'])
  await expect(page.getByRole('heading', { name: 'Người bị bỏ sót' })).toBeVisible()
  await expectMap(page)
  await expect(page.locator('.map-table tbody tr')).toHaveCount(130)
  await expectAccessible(page)
  await page.locator('.map-table').getByRole('link', { name: 'Phường Vinh Phú' }).click()
  await expect(page.getByRole('heading', { name: 'Phường Vinh Phú' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Danh sách người' }).click()
  await expect(page).toHaveURL(/\/can-bo\/nguoi\?xa=16702/)
})

test(
  'a metric of another day is asked for without scripts, in English too',
  anyWidth,
  async ({ browser }) => {
    const page = await signedIn(browser, ['lanhdao', '/en/can-bo/dieu-hanh'], { javaScriptEnabled: false })
    await page.getByLabel('Metric').selectOption('poor-households')
    await page.getByRole('textbox', { name: 'Day' }).fill('31/10/2026')
    await page.getByRole('button', { name: 'Show the map' }).click()
    await expect(page.getByRole('heading', { name: 'Poor households' })).toBeVisible()
    await expectMap(page)
    await expect(page.locator('#ban-do ~ p').filter({ hasText: '31/10/2026' })).toBeVisible()
    await expect(page.locator('.map-rights')).toContainText('MIT licence')
  },
)

test('the briefing is made on demand, for leaders and not for a commune', anyWidth, async ({ browser }) => {
  const page = await signedIn(browser, ['lanhdao', '/can-bo/dieu-hanh'])
  await page.getByRole('button', { name: 'Lập báo cáo hôm nay' }).click()
  const pdf = page.locator('.briefings a[href$=".pdf"]').first()
  await expect(pdf).toBeVisible({ timeout: 60_000 })
  const download = page.waitForEvent('download')
  await pdf.click()
  const [head] = readFileSync(await (await download).path(), 'latin1').split('-', 1)
  expect(head).toBe('%PDF')

  const commune = await signedIn(browser, ['canbo-xa', '/can-bo/dieu-hanh'])
  await expect(commune).toHaveURL(/dieu-hanh\/16702@2025-07-01$/)
  const address = (await pdf.getAttribute('href')) ?? ''
  expect((await commune.request.get(address)).status()).toBe(404)
  expect((await commune.request.get('/can-bo/dieu-hanh/17827@2025-07-01')).status()).toBe(404)
})
