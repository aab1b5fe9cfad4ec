import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signedIn } from './visits.ts'
import { anyWidth } from './widths.ts'

/** The address of somebody of the demonstration, by their place among them: other tests bring in people meanwhile. */
async function personOf(page: Page, place: number): Promise<string> {
  await page.goto('/can-bo/nguoi')
  const links = await page.locator('a[data-open]').all()
  const found: string[] = []
  for (const link of links) {
    const path = (await link.getAttribute('href')) ?? ''
    const text = await (await page.request.get(path)).text()
    if (text.includes('dữ liệu thử nghiệm')) found.push(path)
    if (found.length > place) return path
  }
  throw new Error('The first page of the list has too few people of the demonstration')
}

/** Fills in a disability from a day on and goes as far as the preview. */
async function fillDisability(page: Page, person: string, { value, from }: { value: string; from: string }) {
  await page.goto(`/can-bo/ghi?viec=replaceFact&nguoi=${person.split('/').at(-1)}&dieu=disability`)
  await page.locator('#gia-tri').selectOption(value)
  await page.locator('#tu').fill(from)
  await page.locator('#ly-do').fill('Giấy xác nhận khuyết tật mới')
  await page.locator('#giay').fill('12/GXN')
  await page.locator('#ngay-giay').fill('2026-11-02')
  await page.getByRole('button', { name: 'Xem điều sẽ thay đổi' }).click()
  await expect(page.locator('.is-new')).toBeVisible()
}

test('a person, a household, an act and the requests read well at every width', async ({ browser }) => {
  const page = await signedIn(browser, ['canbo-xa', '/can-bo/nguoi'])
  const person = await personOf(page, 4)
  await page.goto(person)
  await expect(page.locator('.value-row').first()).toContainText('dữ liệu thử nghiệm')
  await expectAccessible(page)
  await page.goto(`${person}?ngay=2025-06-30&biet=2099-01-01`)
  await expect(page.locator('.as-of-banner')).toContainText('Đang xem như ngày 30/06/2025')
  await expectAccessible(page)
  await page.goto('/can-bo/nguoi?ngay=2025-09-01')
  await expect(page.locator('.as-of-banner')).toContainText('Đang xem như ngày 01/09/2025')
  await expectAccessible(page)
  await page.goto(person)
  await page.getByRole('link', { name: /^Hộ số/ }).click()
  await expect(page.locator('h1')).toContainText('chủ hộ')
  await expectAccessible(page)
  await page.getByRole('link', { name: /Tách hộ/ }).click()
  await page.getByRole('button', { name: 'Xem điều sẽ thay đổi' }).click()
  await expect(page.locator('.err-sum')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/can-bo/thay-doi')
  await expect(page.locator('h1')).toHaveText('Đề nghị thay đổi')
  await expectAccessible(page)
})

test(
  'a commune officer proposes, not decides; the province approves, and the page tells it all',
  anyWidth,
  async ({ browser }) => {
    const commune = await signedIn(browser, ['canbo-xa', '/can-bo/nguoi'])
    const person = await personOf(commune, 0)
    await fillDisability(commune, person, { value: 'severe', from: '2026-11-01' })
    await commune.getByRole('button', { name: 'Đề nghị', exact: true }).click()
    await expect(commune.locator('.note')).toContainText('Chưa có gì thay đổi')
    await expect(commune.locator('.decide-request')).toContainText('không tự duyệt')
    await expect(commune.getByRole('button', { name: 'Duyệt' })).toHaveCount(0)
    await expectAccessible(commune)
    const request = new URL(commune.url()).pathname

    const province = await signedIn(browser, ['canbo-tinh', '/can-bo/thay-doi'])
    await expect(province.getByRole('link', { name: /Đề nghị thay đổi \(\d+\)/ })).toBeVisible()
    await province.goto(request)
    await expect(province.locator('.request-head')).toContainText('Căn cứ: 12/GXN ngày 02/11/2026')
    await province.getByRole('button', { name: 'Duyệt' }).click()
    await expect(province.locator('.state.ok')).toBeVisible()
    await expect(province.locator('section[aria-labelledby=change]')).toContainText(/khuyết tật|chưa ghi gì/)

    await commune.goto(person)
    const row = commune.locator('.value-row', { hasText: 'khuyết tật' })
    await expect(row).toContainText('khuyết tật nặng')
    await expect(row).toContainText('từ 01/11/2026 đến nay')
    await expect(row).toContainText('Giấy xác nhận khuyết tật mới')
    await expect(row).toContainText('cán bộ')
    await expect(commune.locator('.change-list')).toContainText('quyết định')
    await commune.goto(`${person}?ngay=2026-10-31`)
    await expect(commune.locator('main')).not.toContainText('khuyết tật nặng')
  },
)

test(
  'a request is refused with a reason, and one that was overtaken is seen before it is approved',
  anyWidth,
  async ({ browser }) => {
    const commune = await signedIn(browser, ['canbo-xa', '/can-bo/nguoi'], { javaScriptEnabled: false })
    const person = await personOf(commune, 1)
    const requests: string[] = []
    for (const value of ['light', 'severe', 'extreme']) {
      await fillDisability(commune, person, { value, from: '2026-11-01' })
      await commune.getByRole('button', { name: 'Đề nghị', exact: true }).click()
      await expect(commune.locator('.note')).toContainText('Đã gửi')
      requests.push(new URL(commune.url()).pathname)
    }
    const [refused, first, overtaken] = requests as [string, string, string]
    const province = await signedIn(browser, ['canbo-tinh', refused], { javaScriptEnabled: false })
    await province.goto(refused)
    await province.getByRole('button', { name: 'Từ chối' }).click()
    await expect(province.locator('.field.bad')).toContainText('Nêu lý do')
    await province.locator('#ly-do').fill('Giấy đã hết hạn')
    await province.getByRole('button', { name: 'Từ chối' }).click()
    await expect(province.locator('.request-head')).toContainText('Giấy đã hết hạn')
    await province.goto(first)
    await province.getByRole('button', { name: 'Duyệt' }).click()
    await expect(province.locator('.state.ok')).toBeVisible()
    await province.goto(overtaken)
    await expect(province.locator('#conflict')).toBeVisible()
    await province.getByRole('button', { name: 'Duyệt' }).click()
    await expect(province.locator('.err-sum')).toContainText('Dữ liệu đã thay đổi')
    await province.locator('#da-xem').check()
    await province.getByRole('button', { name: 'Duyệt' }).click()
    await expect(province.locator('.state.ok')).toBeVisible()
    await commune.goto(person)
    await expect(commune.locator('.value-row', { hasText: 'khuyết tật' })).toContainText('Trước đây')
  },
)

test(
  'what needs nobody else is recorded at once, and a leader records nothing',
  anyWidth,
  async ({ browser }) => {
    const commune = await signedIn(browser, ['canbo-xa', '/can-bo/nguoi'])
    const person = await personOf(commune, 2)
    await commune.goto(`/can-bo/ghi?viec=correctPerson&nguoi=${person.split('/').at(-1)}&dieu=village`)
    await commune.locator('#gia-tri').fill('Khối 99')
    await commune.locator('#ly-do').fill('Gia đình báo')
    await commune.getByRole('button', { name: 'Xem điều sẽ thay đổi' }).click()
    await commune.getByRole('button', { name: 'Ghi', exact: true }).click()
    await expect(commune.locator('.note')).toContainText('Đã ghi')
    await expect(commune.locator('.value-row', { hasText: 'Thôn, xóm' })).toContainText('Khối 99')
    const leader = await signedIn(browser, ['lanhdao', person])
    await leader.goto(person)
    await expect(leader.locator('.value-acts')).toHaveCount(0)
  },
)
