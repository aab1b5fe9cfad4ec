import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signedIn } from './visits.ts'
import { anyWidth } from './widths.ts'

/** A card of a woman who does not exist; a mark at its end makes it another file. */
const card = (mark: string) => ({
  name: `the-${mark}.png`,
  mimeType: 'image/png',
  buffer: Buffer.concat([
    readFileSync(new URL('../examples/scans/can-cuoc.png', import.meta.url)),
    Buffer.from(mark),
  ]),
})

/** Uploads files and waits until the machine has read them; returns the number of the first scan. */
async function bring(
  page: Page,
  files: { name: string; mimeType: string; buffer: Buffer }[],
): Promise<number> {
  await page.goto('/can-bo/kho-ho-so/tai-len')
  await page.locator('#files').setInputFiles(files)
  await expect(page.locator('#files-chosen')).toContainText(`${files.length} tệp`)
  await page.getByRole('button', { name: 'Tải lên' }).click()
  await expect(page).toHaveURL(/kho-ho-so\/lo\/\d+$/)
  await expect(page.getByText('Chờ đọc lần 1').first()).toBeVisible()
  const href = await page.locator('table a').first().getAttribute('href')
  return Number(href?.split('/').at(-1))
}

test('paper is captured, read by two officers, settled by the second look and entered once', async ({
  browser,
}, { project }) => {
  const mark = `${project.name}-${Date.now()}`
  const first = await signedIn(browser, ['canbo-xa', '/can-bo'])
  const scanId = await bring(first, [
    card(mark),
    { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('không phải ảnh') },
  ])
  await expect(first.getByText('1 tệp không nhận')).toBeVisible()
  await expectAccessible(first)

  const path = `/can-bo/kho-ho-so/ho-so/${scanId}`
  await first.goto(path)
  await expect(first.locator('#citizenId')).toHaveValue('040144001234')
  await first.locator('#citizenId').focus()
  await expect(first.locator('.sheet rect[data-field=citizenId]')).toBeVisible()
  await expectAccessible(first)
  await first.locator('#name').fill(`Nguyễn Thị Hương`)
  await first.locator('#birth').fill('31/02/1944')
  await first.keyboard.press('Control+Enter')
  await expect(first.locator('.err-sum')).toContainText('Ngày sinh: không có ngày này')
  await expect(first.locator('.err-sum')).toContainText('Số CMND (9 số): chưa nhập')
  await expect(first.locator('#name')).toHaveValue('Nguyễn Thị Hương')
  await expectAccessible(first)
  await first.locator('#birth').fill('12/03/1944')
  await first.locator('select[name=oldId-state]').selectOption('notOnPaper')
  await first.locator('#birth').focus()
  await first.keyboard.press('Control+Enter')
  await expect(first).not.toHaveURL(path)
  await first.goto(path)
  await expect(first.getByText('chờ cán bộ khác đọc lần 2')).toBeVisible()

  const second = await signedIn(browser, ['canbo-tinh', '/can-bo'])
  await second.goto(path)
  await expect(second.locator('#citizenId')).toHaveValue('')
  const answer = await second.request.get(path)
  expect(await answer.text()).not.toContain('040144001234')
  await second.locator('#name').fill('NGUYỄN THỊ HƯƠNG')
  await second.locator('#birth').fill('12/3/1944')
  await second.locator('#sex').fill('nữ')
  await second.locator('#citizenId').fill('040144001235')
  await second.getByRole('button', { name: 'Các ô còn trống' }).click()
  await second.getByRole('button', { name: 'Ký lần đọc này' }).click()
  await expect(second).not.toHaveURL(path)

  await first.goto(path)
  await expect(first.getByRole('heading', { name: 'Hai lần đọc khác nhau' })).toBeVisible()
  await expectAccessible(first)
  await first.locator('input[type=radio][value=first]').check()
  await first.getByRole('button', { name: 'Ghi ý kiến' }).click()
  await expect(first.getByText('còn chờ người đọc kia')).toBeVisible()
  await second.goto(path)
  await second.locator('input[type=radio][value=first]').check()
  await second.getByRole('button', { name: 'Ghi ý kiến' }).click()
  await expect(second.getByRole('heading', { name: 'Hai cán bộ đã nhất trí' })).toBeVisible()
  await expectAccessible(second)
  await second.getByRole('button', { name: 'Thêm người mới vào sổ' }).click()
  await expect(second.getByText('Đã ghi vào sổ lúc')).toBeVisible()
  await second.getByRole('link', { name: 'Mở hồ sơ người này' }).click()
  await expect(second.getByRole('heading', { name: 'Nguyễn Thị Hương' })).toBeVisible()
})

test(
  'a decision is told its form, opened again, entered, and its award approved by a second officer',
  anyWidth,
  async ({ browser }, { project }) => {
    const [first, second] = [
      await signedIn(browser, ['canbo-xa', '/can-bo']),
      await signedIn(browser, ['canbo-tinh', '/can-bo']),
    ]
    const mark = `${project.name}-${Date.now()}`
    const path = `/can-bo/kho-ho-so/ho-so/${await bring(first, [card(`qd-${mark}`)])}`
    await first.goto(path)
    await first.getByText('Không phải loại giấy này?').click()
    await first.locator('#form').selectOption('decision')
    await first.getByRole('button', { name: 'Lấy các ô của mẫu này' }).click()
    await expect(first.locator('#benefit')).toBeVisible()
    const letters = [...String(Date.now()).slice(-5)].map((digit) => 'abcdeghikl'[Number(digit)]).join('')
    const said = {
      name: `Lô Thị C${letters}`,
      birth: '12/03/1944',
      sex: 'Nữ',
      citizenId: `0401440${String(Date.now()).slice(-5)}`,
      benefit: 'Trợ cấp xã hội hằng tháng',
      amountDong: '810.000',
      fromMonth: '03/2024',
    }
    const read = async (page: Page) => {
      await page.goto(path)
      for (const [field, value] of Object.entries(said)) await page.locator(`#${field}`).fill(value)
      await page.getByRole('button', { name: 'Các ô còn trống' }).click()
      await page.getByRole('button', { name: 'Ký lần đọc này' }).click()
      await expect(page).not.toHaveURL(path)
    }
    for (const page of [first, second]) await read(page)
    await first.goto(path)
    await first.getByText('Đọc lại từ đầu').click()
    await first.locator('#reason').fill('Đọc nhầm năm sinh')
    await first.getByRole('button', { name: 'Mở lại để đọc' }).click()
    await expect(first.getByText('Đã mở lại 1 lần')).toBeVisible()
    for (const page of [first, second]) await read(page)
    await first.goto(path)
    await first.getByRole('button', { name: 'Thêm người mới vào sổ' }).click()
    await first.locator('#category').selectOption('K6')
    await first.getByRole('button', { name: 'Đề nghị ghi trợ cấp' }).click()
    await expect(first.getByRole('button', { name: 'Rút đề nghị' })).toBeVisible()
    await expectAccessible(first)
    await second.goto(path)
    await expectAccessible(second)
    await second.getByRole('button', { name: 'Duyệt và ghi trợ cấp' }).click()
    await expect(second.getByText('810.000 đ một tháng (K6), từ 03/2024').first()).toBeVisible()
  },
)

test(
  'a picture is served only to who may see the scan, and can do nothing',
  anyWidth,
  async ({ browser }, { project }) => {
    const province = await signedIn(browser, ['canbo-tinh', '/can-bo'])
    const scanId = await bring(province, [card(`anh-${project.name}-${Date.now()}`)])
    const picture = `/can-bo/kho-ho-so/anh/${scanId}/1`
    const original = `/can-bo/kho-ho-so/goc/${scanId}`
    const shown = await province.request.get(picture)
    expect(shown.headers()).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
    expect((await province.request.get(original)).headers()['content-disposition']).toMatch(/^attachment/)
    const commune = await signedIn(browser, ['canbo-xa', '/can-bo'])
    const page = `/can-bo/kho-ho-so/ho-so/${scanId}`
    for (const path of [picture, original, page]) expect((await commune.request.get(path)).status()).toBe(404)
    const nobody = await browser.newContext()
    const turnedAway = await nobody.request.get(picture, { maxRedirects: 0 })
    expect(turnedAway.status()).toBe(302)
  },
)

test('the ledger says what is missing, without scripts and on a phone', async ({ browser }, { project }) => {
  const page = await signedIn(browser, ['canbo-xa', '/can-bo'], { javaScriptEnabled: false })
  const name = `Sổ ${project.name} ${Date.now()}`
  await page.goto('/can-bo/kho-ho-so')
  const opening = page.locator('details', { has: page.locator('#name') })
  if ((await opening.getAttribute('open')) === null) await opening.locator('summary').click()
  await page.locator('#name').fill(name)
  await opening.getByRole('button').click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await page.getByText('Thêm quyển, hộp').click()
  await page.locator('#collectionId').selectOption({ label: (await optionOf(page, name)) ?? name })
  await page.locator('#bookName').fill('Hộp 1')
  await page.locator('#numberFrom').fill('abc')
  await page.locator('#numberTo').fill('-1')
  await page.locator('details[open]').getByRole('button').first().click()
  await expect(page.locator('.err-sum li')).toHaveText([/^Từ số: /, /^Đến số: /])
  await expect(page.locator('#bookName')).toHaveValue('Hộp 1')
  await page.locator('#numberFrom').fill('1')
  await page.locator('#numberTo').fill('9')
  await page.locator('details[open]').getByRole('button').first().click()
  await page.locator('section', { hasText: name }).getByRole('link', { name: 'Hộp 1' }).click()
  await expect(page.getByText('Thiếu trang 1–9')).toBeVisible()
  await page.getByText('Báo số không chụp được').click()
  await page.locator('#numbers').fill('2, 4-5')
  await page.getByRole('button', { name: 'Ghi vào sổ kho' }).click()
  await expect(page.getByText('Thiếu trang 1, 3, 6–9')).toBeVisible()
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
})

/** The choice whose words begin with a name. */
async function optionOf(page: Page, name: string): Promise<string | undefined> {
  const labels = await page.locator('#collectionId option').allTextContents()
  return labels.find((label) => label.startsWith(name))
}
