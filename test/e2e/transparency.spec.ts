import { expect, test } from '@playwright/test'
import { anyWidth } from './widths.ts'

test(
  'everybody reads a month by programme and commune, and takes the same figures along',
  anyWidth,
  async ({ page }) => {
    // What is measured after the start is told then.
    await expect(async () => {
      await page.goto('/minh-bach')
      await expect(page.getByRole('combobox', { name: 'Chương trình' })).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 60_000 })
    await page
      .getByRole('combobox', { name: 'Chương trình' })
      .selectOption({ label: 'Trợ cấp hưu trí xã hội' })
    await page.getByRole('button', { name: 'Xem' }).click()
    await expect(page).toHaveURL(/chuong-trinh=socialPension/)
    await page.getByText('Bảng 130 xã, phường').click()
    await expect(page.getByRole('row', { name: /Phường Vinh Phú/ }).first()).toBeVisible()

    await page.getByRole('combobox', { name: 'Trên bản đồ' }).selectOption({ label: 'Trẻ em dưới 16 tuổi' })
    await page.getByRole('button', { name: 'Xem' }).click()
    await expect(page.getByRole('heading', { name: 'Trẻ em dưới 16 tuổi' })).toBeVisible()
    const [all] = (await page.getByText('Cả tỉnh:').locator('b').textContent())?.match(/\d+/) ?? []
    const file = await page.request.get(
      (await page.getByRole('link', { name: 'CSV', exact: true }).getAttribute('href')) ?? '',
    )
    expect(await file.text()).toContain(`children,Trẻ em dưới 16 tuổi,people,${all}`)

    await page.getByRole('link', { name: 'Dữ liệu mở' }).first().click()
    const answer = await page.request.get('/du-lieu/tro-cap-theo-xa.csv')
    expect(answer.headers()['access-control-allow-origin']).toBe('*')
    expect(await answer.text()).toContain('Phường Vinh Phú')
    expect((await page.request.get('/du-lieu/khong-co.csv')).status()).toBe(404)
  },
)
