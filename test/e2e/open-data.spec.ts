import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { expectAccessible, signedIn } from './visits.ts'

test('the province’s officer takes the register out, and nobody else may fetch it', async ({ browser }) => {
  const page = await signedIn(browser, ['canbo-tinh', '/can-bo'])
  await page.goto('/can-bo/nguoi')
  await page.getByRole('link', { name: 'Xuất toàn bộ sổ' }).click()
  await page.getByRole('button', { name: 'Xuất sổ quản lý' }).click()
  const link = page.getByRole('link', { name: 'person.parquet' }).first()
  await expect(link).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)

  const begun = page.waitForEvent('download')
  await link.click()
  const bytes = readFileSync(await (await begun).path())
  const row = page.locator('tbody tr').filter({ has: link }).first()
  await expect(row.locator('code')).toHaveText(createHash('sha256').update(bytes).digest('hex'))
  expect(bytes.subarray(0, 4).toString()).toBe('PAR1')

  const address = (await link.getAttribute('href')) ?? ''
  for (const username of ['canbo-xa', 'lanhdao'] as const) {
    const other = await signedIn(browser, [username, '/can-bo'])
    expect((await other.request.get(address)).status()).toBe(404)
    expect((await other.goto('/can-bo/xuat-du-lieu'))?.status()).toBe(403)
  }
})
