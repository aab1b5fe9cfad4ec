import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { noticePath as article, inEnglish } from '#test/portal-addresses'
import { visit } from './visits.ts'
import { anyWidth } from './widths.ts'

const articleTitle = 'Triển khai thực hiện nhiệm vụ trên nguyên tắc đúng đối tượng, đủ chế độ và kịp thời'

const message = {
  'Họ và tên': 'Phan Thị Hồng Lĩnh',
  'Tiêu đề': 'Trợ cấp tháng 7 chi thiếu',
  'Nội dung': 'Mẹ tôi nhận 500.000 đồng, trong khi mức mới là 540.000 đồng.',
}

async function write(page: Page): Promise<void> {
  for (const [label, value] of Object.entries(message)) await page.getByLabel(label).fill(value)
}

/** Reads the question in words and answers it, as somebody does who does not see the picture. */
async function answerQuestion(page: Page): Promise<void> {
  const names = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
  const question = (await page.locator('#code-hint').textContent()) ?? ''
  const asked = question.split('Xin')[0] ?? ''
  const numbers = (asked.match(/[\p{L}]+/gu) ?? []).map((word) => names.indexOf(word)).filter((at) => at >= 0)
  const [a = 0, b = 0] = numbers
  const answers: [string, number][] = [
    ['Tổng', a + b],
    ['trừ', a - b],
    ['lớn nhất', Math.max(...numbers)],
    ['nhỏ nhất', Math.min(...numbers)],
  ]
  const answer = answers.find(([sign]) => question.includes(sign))?.[1]
  await page.getByLabel('Mã kiểm tra').fill(String(answer))
}

async function sendWithoutScripts(page: Page): Promise<void> {
  await page.goto('/gop-y')
  await write(page)
  await page.getByRole('button', { name: 'Trả lời câu hỏi bằng chữ' }).click()
  await answerQuestion(page)
  await page.waitForTimeout(3_100)
  await page.getByRole('button', { name: 'Gửi ý kiến', exact: true }).click()
}

test.describe('the pages of the portal', () => {
  test('name their language and lead to the same page in the other one', anyWidth, async ({ page }) => {
    await page.goto(article)
    await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page).toHaveURL(inEnglish(article))
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('link', { name: 'News and articles' }).first()).toBeVisible()
    await expect(page.locator('link[hreflang="vi"]')).toHaveAttribute(
      'href',
      new RegExp(`^http.+${article}$`),
    )
    await page.getByRole('link', { name: 'Tiếng Việt' }).click()
    await expect(page).toHaveURL(article)
  })

  test('answer 404 inside the frame, in plain words', anyWidth, async ({ page }) => {
    const answer = await page.goto('/bai-viet/khong-co')
    expect(answer?.status()).toBe(404)
    expect(answer?.headers()['cache-control']).toBe('private, no-store')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có trang này')
    await expect(page.getByRole('navigation', { name: 'Chính' })).toBeVisible()
  })

  test('can be walked by keyboard: first stop is the way past the menu', async ({ page }) => {
    await page.goto('/')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Đến nội dung chính' })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('radio', { name: 'Cho tôi' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: 'Cho cha mẹ, ông bà' })).toBeChecked()
  })
})

test.describe('the home page', () => {
  test('asks the main question, shows the three principles and the newest article', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tôi được hưởng gì?')
    const form = page.getByRole('main').locator('form')
    await expect(form).toHaveAttribute('action', '/toi-duoc-huong-gi')
    await expect(page.getByRole('link', { name: articleTitle })).toHaveAttribute('href', article)
    const numbers = page.getByRole('region', { name: /Cả tỉnh/ })
    await expect(numbers.locator('dt b')).toHaveText(['Đúng đối tượng', 'Đủ chế độ', 'Kịp thời'])
    await expect(numbers.locator('dd')).toHaveText(
      Array(3).fill(/^(chưa đo|ẩn|\d{1,3},\d\s%|\d{1,2}–\d{2,3}\s%)$/),
    )
  })
})

test.describe('the notice’s article', () => {
  test('can be read without scripts: title, lead, nine paragraphs, byline', async ({ browser }) => {
    const page = await visit(browser, { javaScriptEnabled: false })
    await page.goto('/bai-viet')
    await page.getByRole('link', { name: articleTitle }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(articleTitle)
    await expect(page.locator('.prose .sapo')).toContainText('Thông báo số 440/TB-UBND')
    await expect(page.locator('.prose > p')).toHaveCount(11)
    await expect(page.locator('.prose .signed')).toHaveText('PQ (tổng hợp)')
    await expect(page.getByRole('img', { name: 'Hình vẽ: đầm sen và núi đồi xứ Nghệ' })).toBeVisible()
  })

  test(
    'weighs at most 60 KB over the wire with its styles and scripts, fonts apart',
    anyWidth,
    async ({ page, request }) => {
      await page.goto(article)
      const files = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('link[rel=stylesheet], script[src]')].map(
          (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
        ),
      )
      let bytes = 0
      for (const path of [article, ...files]) {
        const answer = await request.get(path, { headers: { 'accept-encoding': 'gzip' } })
        const length = answer.headers()['content-length']
        bytes += length ? Number(length) : (await answer.body()).byteLength
      }
      expect(files.length).toBeGreaterThan(0)
      expect(bytes).toBeLessThanOrEqual(60 * 1024)
    },
  )
})

test.describe('feedback without scripts', () => {
  test('comes back with every error named, at the top and at the field, and keeps what was typed', async ({
    browser,
  }) => {
    const page = await visit(browser, { javaScriptEnabled: false })
    await page.goto(article)
    await page.getByLabel('Tiêu đề').fill('Hồ sơ của bác tôi')
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: 'Gửi ý kiến', exact: true }).click(),
    ])
    expect(answer.status()).toBe(422)
    const summary = page.getByRole('alert')
    await expect(summary).toContainText('còn 2 ô cần sửa')
    await expect(summary.getByRole('link')).toHaveCount(2)
    await expect(page.locator('#ket-qua')).toBeFocused()
    await expect(page.getByLabel('Họ và tên')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel('Họ và tên')).toHaveAccessibleDescription(/Chưa có họ và tên/)
    await expect(page.getByLabel('Tiêu đề')).toHaveValue('Hồ sơ của bác tôi')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(articleTitle)
  })

  test(
    'says that a code is wrong, and offers a new picture without losing a word',
    anyWidth,
    async ({ browser }) => {
      const page = await visit(browser, { javaScriptEnabled: false })
      await page.goto('/gop-y')
      await write(page)
      await page.getByLabel('Mã kiểm tra').fill('0000')
      await page.getByRole('button', { name: 'Gửi ý kiến', exact: true }).click()
      await expect(page.getByRole('alert')).toContainText('Mã kiểm tra chưa khớp')
      const picture = page.getByRole('img', { name: /Hình chứa mã kiểm tra/ })
      const before = await picture.getAttribute('src')
      await page.getByRole('button', { name: 'Đổi hình khác' }).click()
      await expect(picture).not.toHaveAttribute('src', before ?? '')
      for (const [label, value] of Object.entries(message))
        await expect(page.getByLabel(label)).toHaveValue(value)
    },
  )

  test('is taken with the answer to a question in words, and gives a receipt', async ({ browser }) => {
    const page = await visit(browser, { javaScriptEnabled: false })
    await sendWithoutScripts(page)
    await expect(page).toHaveURL(/\/gop-y\/da-nhan(#|$)/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận ý kiến của ông/bà')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(page.locator('.receipt b')).toHaveText(/^GY-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  })
})

test.describe('feedback sent too often, or by a machine', () => {
  test(
    'stops at the sixth message within ten minutes and says when to come back',
    anyWidth,
    async ({ browser }) => {
      test.setTimeout(60_000)
      const page = await visit(browser, { javaScriptEnabled: false })
      for (let count = 1; count <= 5; count++) {
        await sendWithoutScripts(page)
        await expect(page).toHaveURL(/da-nhan/)
      }
      const [refusal] = await Promise.all([
        page.waitForResponse((response) => response.status() === 429),
        sendWithoutScripts(page),
      ])
      expect(Number(refusal.headers()['retry-after'])).toBeGreaterThan(0)
      expect(refusal.headers()['cache-control']).toBe('private, no-store')
      await expect(page.getByRole('alert')).toContainText(/Xin gửi lại sau \d\d:\d\d, \d\d\/\d\d\/\d{4}/)
      await expect(page.getByLabel('Nội dung')).toHaveValue(message['Nội dung'])
    },
  )

  test('keeps a trap for machines out of the way of people', anyWidth, async ({ browser }) => {
    const page = await visit(browser, { javaScriptEnabled: false })
    const answer = await page.request.post('/gop-y', {
      form: { website: 'http://spam.example', fullName: 'Bot' },
    })
    expect(answer.status()).toBe(422)
    expect(await answer.text()).toContain('Xin bấm Gửi ý kiến một lần nữa')
  })
})

test.describe('feedback with scripts', () => {
  test('asks no code: the browser works it off by itself', anyWidth, async ({ browser }) => {
    const page = await visit(browser)
    const complaints: string[] = []
    page.on('console', (line) => complaints.push(line.text()))
    await page.goto(article)
    await expect(page.getByLabel('Mã kiểm tra')).toBeHidden()
    await write(page)
    await page.getByRole('button', { name: 'Gửi ý kiến', exact: true }).click()
    await expect(page).toHaveURL(/\/gop-y\/da-nhan(#|$)/, { timeout: 20_000 })
    expect(complaints).toEqual([])
  })

  test('comes back with errors that a reader of the page aloud can follow', async ({ browser }) => {
    const page = await visit(browser)
    await page.goto('/en/gop-y')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('3 fields need correction', { timeout: 20_000 })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.getByRole('link', { name: /Your name is missing/ }).click()
    await expect(page.getByLabel('Full name')).toBeFocused()
  })

  test('shows the code again when the work cannot be had', anyWidth, async ({ browser }) => {
    const page = await visit(browser)
    await page.route('**/kiem-tra/bai-toan', (route) => route.abort())
    await page.goto('/gop-y')
    await page.getByLabel('Họ và tên').focus()
    await expect(page.getByLabel('Mã kiểm tra')).toBeVisible()
  })
})
