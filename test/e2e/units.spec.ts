import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { expectAccessible, signedIn } from './visits.ts'
import { anyWidth } from './widths.ts'

test('a commune as an old paper writes it is followed to the one of today', async ({ browser }) => {
  const page = await signedIn(browser, ['canbo-xa', '/can-bo/dia-ban'])
  await page.getByLabel('Tên như trên giấy').fill('x. dien ngoc, h. dien chau')
  await page.getByLabel('Ngày trên giấy').fill('2024-11-30')
  await page.getByRole('button', { name: 'Tìm đơn vị' }).click()
  await expect(page.getByRole('heading', { name: 'Xã Diễn Ngọc' })).toBeVisible()
  await expect(page.locator('.steps > li')).toContainText(['Xã Ngọc Bích', 'Xã Diễn Châu'])
  await expect(page.getByRole('table', { name: /thẩm quyền/ })).toContainText('huyện Diễn Châu')
  await expectAccessible(page)
})

test('a name of several communes is asked back, and the one chosen is shown', async ({ browser }) => {
  const page = await signedIn(browser, ['canbo-tinh', '/en/can-bo/dia-ban?ten=Đồng Văn&ngay=2024-06-01'])
  await expect(page.locator('.choices li')).toHaveCount(3)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Huyện Tân Kỳ' }).click()
  await expect(page.getByRole('heading', { name: 'Xã Đồng Văn' })).toBeVisible()
  await expect(page.locator('.steps')).toContainText('Xã Tiên Đồng')
})

test(
  'people are counted by the districts of before, within the right of who asks',
  anyWidth,
  async ({ browser }) => {
    const address = '/can-bo/dia-ban?song=2026-11-01&dia-gioi=districtsBefore'
    const people = async (username: 'canbo-tinh' | 'canbo-xa') => {
      const page = await signedIn(browser, [username, address])
      const told = (await page.locator('#nguoi ~ [role=status]').textContent()) ?? ''
      return { page, total: Number(told.split(' người')[0]?.replace(/\D/g, '')) }
    }
    const [province, commune] = [await people('canbo-tinh'), await people('canbo-xa')]
    expect(commune.total).toBeGreaterThan(0)
    expect(province.total).toBeGreaterThan(commune.total)
    await expectAccessible(province.page)
    const download = province.page.waitForEvent('download')
    await province.page.getByRole('link', { name: 'Xuất CSV' }).click()
    const lines = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\r\n')
      .slice(1)
    const sum = lines.reduce((total, line) => total + Number(line.split(',')[2]), 0)
    expect(sum).toBe(province.total)
  },
)

test('what is no day or no unit is told with what to do', anyWidth, async ({ browser }) => {
  const page = await signedIn(browser, ['canbo-tinh', '/can-bo/dia-ban?ten=Xã Không Có&ngay=31/02/2024'])
  await expect(page.getByRole('alert')).toContainText('Viết như 30/11/2024')
  await expect(page.locator('.empty[role=status]')).toContainText('Kiểm tra chính tả')
})
