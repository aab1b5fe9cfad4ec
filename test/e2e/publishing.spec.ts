import { expect, type Page, test } from '@playwright/test'
import { Document, Packer, Paragraph } from 'docx'
import { expectAccessible, signedIn } from './visits.ts'
import { anyWidth } from './widths.ts'

/** Begins an announcement and waits for its editor. */
async function begin(page: Page, title: string): Promise<void> {
  await page.getByText('Viết bài mới').click()
  await page.locator('#title').fill(title)
  await page.locator('#kind').selectOption('announcement')
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click()
  await expect(page.getByRole('textbox', { name: 'Nội dung' })).toBeVisible()
}

const saved = (page: Page) => expect(page.locator('.save-line')).toHaveAttribute('data-saved', 'true')

/** As Word puts it on the clipboard. */
const fromWord = `<p class=MsoNormal><b>Từ ngày 05/12/2026<o:p></o:p></b></p><p class=MsoListParagraph
  style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>-</span>Mang căn cước</p>
  <script>document.title = 'x'</script><img src="file:///C:/anh.png">`

/** A file as an officer's program writes it, with the officer's name in it. */
async function attach(page: Page): Promise<void> {
  const file = new Document({
    creator: 'Nguyễn Văn An',
    sections: [{ children: [new Paragraph('Mẫu số 1')] }],
  })
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const buffer = await Packer.toBuffer(file)
  await page.locator('#attachmentFile').setInputFiles({ name: 'Mẫu số 1.docx', mimeType, buffer })
  await expect(page.getByText('Đã xóa tên người')).toBeVisible()
}

async function paste(page: Page, html: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Nội dung' }).evaluate((node, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', text)
    node.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

test(
  'a text is written, approved by a second officer, read by all and corrected',
  anyWidth,
  async ({ browser }) => {
    const title = `Lịch chi trả ${Math.random().toString(36).slice(2, 8)}`
    const writer = await signedIn(browser, ['van-phong', '/can-bo/cong'])
    await begin(writer, title)
    const address = new URL(writer.url()).pathname
    await writer.locator('#lead').fill('Chi trả tháng 12.')
    await writer.getByRole('textbox', { name: 'Nội dung' }).click()
    await paste(writer, fromWord)
    await expect(writer.getByText('1 ảnh trong chữ vừa dán')).toBeVisible()
    await attach(writer)
    await writer.getByLabel('Bài liên quan').fill('nguyen tac dung')
    await writer.keyboard.press('Enter')
    await writer.getByRole('button', { name: /^Thêm: Triển khai/ }).click()
    await writer.getByRole('button', { name: 'Trình duyệt' }).click()
    await expect(writer.getByText('Bài đang chờ')).toBeVisible()
    await expect(writer.getByText('nên người khác duyệt')).toBeVisible()

    const reviewer = await signedIn(browser, ['canbo-tinh', address])
    await reviewer.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await reviewer.getByRole('link', { name: 'Xem trên cổng' }).click()
    await expect(reviewer.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(reviewer.locator('.prose li', { hasText: 'Mang căn cước' })).toBeVisible()
    await expect(reviewer.locator('.prose strong')).toHaveText('Từ ngày 05/12/2026')
    await expect(reviewer.getByRole('link', { name: /^Triển khai thực hiện/ })).toBeVisible()
    const file = await reviewer.request.get(
      (await reviewer.getByRole('link', { name: 'Mẫu số 1' }).getAttribute('href')) ?? '',
    )
    expect(file.ok()).toBe(true)
    expect((await file.body()).subarray(0, 2).toString()).toBe('PK')

    await reviewer.goto(address)
    await reviewer.getByRole('button', { name: 'Đính chính' }).click()
    await reviewer.locator('#lead').fill('Chi trả tháng 12, sửa giờ.')
    await reviewer.locator('#correction').fill('Sửa giờ chi trả.')
    await reviewer.getByRole('button', { name: 'Trình duyệt' }).click()
    await expect(reviewer.getByText('Bài đang chờ')).toBeVisible()
    await writer.goto(address)
    await expect(writer.locator('.note', { hasText: 'Sửa giờ chi trả.' })).toContainText(
      'thêm: Chi trả tháng 12, sửa giờ.',
    )
    await writer.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await expect(writer.getByRole('button', { name: 'Đính chính' })).toBeVisible()
    await writer.goto(`${address}/lich-su?lan=1`)
    await expect(writer.locator('.compared ins')).toHaveText('Chi trả tháng 12, sửa giờ.')
    await expectAccessible(writer)
  },
)

test('it is written by keyboard alone, and every page of it is for everybody', async ({ browser }) => {
  const page = await signedIn(browser, ['van-phong', '/can-bo/cong-muc'])
  await expect(page.getByRole('button', { name: 'Viết bài cho mục này: Văn hóa' })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/can-bo/cong')
  await expectAccessible(page)
  await begin(page, `Bằng phím ${Math.random().toString(36).slice(2, 8)}`)
  const body = page.getByRole('textbox', { name: 'Nội dung' })
  await body.focus()
  await page.keyboard.type('Mot dong. ')
  await page.keyboard.press('Alt+F10')
  await expect(page.getByRole('button', { name: 'Đoạn văn' })).toBeFocused()
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Đậm' })).toHaveAttribute('aria-pressed', 'true')
  await expect(body).toBeFocused()
  await page.keyboard.type('dam')
  await expect(body.locator('strong')).toHaveText('dam')
  await page.keyboard.press('Escape')
  await expect(body).not.toBeFocused()
  await saved(page)
  await expectAccessible(page)
  const address = new URL(page.url()).pathname
  await page.goto(`${address}/lich-su`)
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  await page.goto(`${address}/xem-truoc`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
})
