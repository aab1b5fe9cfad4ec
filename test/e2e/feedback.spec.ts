import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { expectAccessible, visit } from './visits.ts'

test('a message with place and picture is sent, found again by its receipt, and forgotten on this machine', async ({
  browser,
}) => {
  const page = await visit(browser)
  await page.goto('/gop-y')
  await page.getByLabel('Họ và tên').fill('Phan Thị Hồng Lĩnh')
  await page.getByLabel('Tiêu đề').fill('Điểm chi trả xa nhà')
  await page.getByLabel('Nội dung').fill('Điểm chi trả cách nhà 12 cây số, người già khó đi lại.')
  await page.getByText('Thêm nơi xảy ra hoặc hình ảnh').click()
  await page.getByLabel('Xã, phường').selectOption({ label: 'Vinh Phú' })
  const buffer = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#394' } })
    .jpeg()
    .toBuffer()
  await page.getByLabel('Hình ảnh').setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer })
  await page.getByLabel('Tôi đồng ý đăng câu trả lời').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Gửi ý kiến', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận ý kiến của ông/bà')
  const code = (await page.locator('.receipt b').textContent()) ?? ''
  expect(page.url()).not.toContain(code)
  await page.getByRole('link', { name: 'Xem ý kiến đang ở đâu' }).click()
  await expect(page.getByRole('heading', { name: 'Đang ở đâu' })).toBeVisible()
  await expect(page.locator('.sent-lines').first()).toContainText('Căn cứ:')
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Đóng, không nhớ mã trên máy này' }).click()
  await expect(page.getByLabel('Mã biên nhận')).toHaveValue('')
  await page.getByLabel('Mã biên nhận').fill('GY-2222-2222')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Không có ý kiến nào mang mã này')
  await expectAccessible(page)
  await page.getByLabel('Mã biên nhận').fill(code.toLowerCase().replaceAll('-', ' '))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Điểm chi trả xa nhà')).toBeVisible()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByText('Received, being sorted')).toBeVisible()
})
