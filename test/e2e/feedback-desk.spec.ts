import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible, signedIn, visit } from './visits.ts'
import { anyWidth } from './widths.ts'

// Each sends a message of its own and finds it by its title.
test.describe.configure({ mode: 'serial' })

/** Sends a message as a browser with scripts does, which asks no code. */
async function send(browser: Browser, title: string, content: string): Promise<void> {
  const page = await visit(browser)
  await page.goto('/gop-y')
  await page.locator('[name=fullName]').fill('Phan Thị Hồng Lĩnh')
  await page.locator('[name=title]').fill(title)
  await page.locator('[name=content]').fill(content)
  const button = page.getByRole('button', { name: 'Gửi ý kiến', exact: true })
  await expect(async () => {
    if (!page.url().includes('da-nhan')) await button.click()
    await expect(page).toHaveURL(/da-nhan/, { timeout: 4_000 })
  }).toPass({ timeout: 25_000 })
}

/** Presses a button and waits until the history tells of the act: the note of the act before still stands there. */
async function press(page: Page, name: string, act: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page.locator('#history ~ ol')).toContainText(act)
  await expect(page.locator('p.note')).toContainText('Đã ghi')
  await expect(page.locator('#noi-dung')).not.toHaveAttribute('aria-busy')
}

test('a message is classified, sent to the commune, answered there and approved by the second', async ({
  browser,
}, { project }) => {
  const title = `Hỏi mức trợ cấp ${project.name} ${Date.now()}`
  await send(browser, title, 'Xin hỏi vì sao người khuyết tật nặng nhận trợ cấp hàng tháng thiếu?')
  const desk = await signedIn(browser, ['van-phong', `/can-bo/gop-y?tu=${encodeURIComponent(title)}`])
  await expectAccessible(desk)
  await desk.getByRole('link', { name: title }).click()
  await expect(desk.locator('.suggested')).toContainText('từ chữ: xin hỏi')
  await desk.getByLabel('Nơi xảy ra').selectOption('16702@2025-07-01')
  await press(desk, 'Ghi phân loại', 'Phân loại')
  // Who answers follows from the area and the place that were recorded.
  await expect(desk.getByLabel('Chuyển đến cơ quan')).toHaveValue('communeCommittee')
  await expect(desk.getByLabel('Xã, phường')).toHaveValue('16702@2025-07-01')
  await press(desk, 'Chuyển', 'Chuyển cơ quan')
  await expectAccessible(desk)
  const commune = await signedIn(browser, ['canbo-xa', new URL(desk.url()).pathname])
  await press(commune, 'Nhận xử lý', 'Nhận xử lý')
  await commune.getByLabel('Câu trả lời cho người dân').fill('ngắn')
  await commune.getByRole('button', { name: 'Gửi duyệt' }).click()
  await expect(commune.getByRole('alert')).toContainText('10 đến 5.000 ký tự')
  await commune
    .getByLabel('Câu trả lời cho người dân')
    .fill('Phường đã chi bổ sung 40.000 đồng ngày 20/11/2026.')
  await press(commune, 'Gửi duyệt', 'Soạn trả lời')
  await expect(commune.getByText('cần người thứ hai')).toBeVisible()
  await desk.reload()
  await press(desk, 'Duyệt và gửi người dân', 'Duyệt và gửi câu trả lời')
  await expect(desk.locator('.request-head')).toContainText('Đã trả lời')
  await expect(desk.locator('#chain ~ ol')).toContainText('UBND cấp xã')
})

test('what may be a denunciation is there for the inspectorate alone', anyWidth, async ({ browser }) => {
  const title = `Tố cáo thu tiền ${Date.now()}`
  await send(browser, title, 'Cán bộ thôn đòi tiền khi làm hồ sơ trợ cấp.')
  const inspector = await signedIn(browser, ['thanh-tra', '/can-bo/gop-y/rieng'])
  await expectAccessible(inspector)
  await inspector.getByRole('link', { name: title }).click()
  await expect(inspector.locator('.request-head')).toContainText('Thanh tra tỉnh')
  await press(inspector, 'Nhận xử lý', 'Nhận xử lý')
  await press(inspector, 'Thụ lý', 'Thụ lý')
  await inspector.getByLabel('Câu trả lời cho người dân').fill('Thanh tra tỉnh đã thụ lý và đang xác minh.')
  await press(inspector, 'Gửi duyệt', 'Soạn trả lời')
  await expect(inspector.getByText('người thứ hai được giao cùng lĩnh vực riêng')).toBeVisible()
  await expectAccessible(inspector)
  const desk = await signedIn(browser, [
    'van-phong',
    `/can-bo/gop-y?buoc=all&tu=${encodeURIComponent(title)}`,
  ])
  await expect(desk.locator('.empty')).toContainText('Không có góp ý nào')
  await expect(desk.getByRole('link', { name: 'Góp ý đường riêng' })).toHaveCount(0)
  for (const page of [desk, inspector])
    expect(await (await page.request.get('/can-bo/gop-y.csv?buoc=all')).text()).not.toContain(title)
  for (const path of [new URL(inspector.url()).pathname, '/can-bo/gop-y/rieng']) {
    expect((await desk.goto(path))?.status()).toBe(404)
    await expect(desk.locator('h1')).toHaveText('Không tìm thấy')
  }
})
