import { expect, test } from '@playwright/test'
import { expectAccessible, signedIn } from './visits.ts'
import { anyWidth } from './widths.ts'

test('handling poverty policy well opens the three principles of the poverty area, by commune', async ({
  browser,
}) => {
  const page = await signedIn(browser, ['canbo-tinh', '/can-bo/so-lieu/ba-nguyen-tac?linh-vuc=poverty'])
  await expect(page.getByText('Lĩnh vực: Giảm nghèo.')).toBeVisible()
  const whole = page.locator('.kpis')
  // What was measured when the program began may come a moment after its first page.
  await expect(async () => {
    await page.reload()
    await expect(whole).toContainText(/\d+ trong \d+/, { timeout: 500 })
  }).toPass()
  await expect(page.getByRole('table', { name: 'Theo xã, phường' }).locator('tbody tr')).toHaveCount(10)
  await page.getByText('Bảng 130 xã, phường').last().click()
  await expect(page.getByRole('table', { name: 'Bảng các xã, phường' }).locator('tbody tr')).toHaveCount(130)
  await expectAccessible(page)
  await whole.getByRole('link', { name: 'Đủ chế độ' }).click()
  await expect(page.getByRole('heading', { name: 'Đủ chế độ', level: 1 })).toBeVisible()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
})

test(
  'a reported figure stands beside the measured one, and a wrong one comes back',
  anyWidth,
  async ({ browser }) => {
    const page = await signedIn(browser, ['canbo-tinh', '/can-bo/so-lieu/merit-dossiers-open'])
    await expect(page.locator('.figure-now')).toHaveText('chưa đo')
    await page.getByText('Nhập số báo cáo').click()
    await page.getByRole('button', { name: 'Ghi báo cáo' }).click()
    await expect(page.getByRole('alert')).toContainText('Ghi một con số')
    await expectAccessible(page)
    await page.getByRole('textbox', { name: 'Giá trị' }).fill('412')
    await page.getByLabel('Văn bản chứa số này').fill('Báo cáo 12/BC-SNV')
    await page.getByRole('button', { name: 'Ghi báo cáo' }).click()
    const reports = page.getByRole('table', { name: 'Báo cáo bên cạnh số đo được' })
    await expect(reports).toContainText('412')
    await expect(reports).toContainText('chưa đo vào ngày đó')
    await expect(page.locator('.figure-now')).toHaveText('chưa đo')
  },
)
