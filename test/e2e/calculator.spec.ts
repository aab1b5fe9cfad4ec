import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './visits.ts'
import { anyWidth } from './widths.ts'

const inVietnamese = { path: '/toi-duoc-huong-gi', next: 'Tiếp tục', question: 'Câu' }
const inEnglish = { path: '/en/toi-duoc-huong-gi', next: 'Continue', question: 'Question' }

/** Opens the calculator and counts what the page asks of the network from then on. */
async function open(page: Page, { path }: { path: string } = inVietnamese): Promise<string[]> {
  await page.goto(path)
  await expect(page.locator('#hoi')).toBeVisible()
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  return asked
}

/** Answers one question after the other: a choice by its words, an age by typing it. */
async function answer(
  page: Page,
  answers: Record<string, string>,
  { next } = inVietnamese,
): Promise<string[]> {
  const questions: string[] = []
  for (let left = 12; left > 0; left--) {
    const heading = page.locator('#hoi')
    if (!(await heading.isVisible())) return questions
    const question = (await heading.textContent()) ?? ''
    questions.push(question)
    const given = Object.entries(answers).find(([part]) => question.includes(part))?.[1]
    const field = page.locator('.bigin input')
    if (given === undefined) throw new Error(`No answer is prepared for "${question}"`)
    if (await field.isVisible()) await field.fill(given)
    else await page.getByLabel(given, { exact: true }).check()
    await page.getByRole('button', { name: next }).click()
    await expect(heading.filter({ hasText: question })).toHaveCount(0)
  }
  return questions
}

const elder = {
  'hỏi cho ai': 'Cho cha mẹ, ông bà',
  'bao nhiêu tuổi': '76',
  'sống với ai': 'Cùng gia đình, được gia đình chăm sóc',
  'giấy xác nhận khuyết tật': 'Không có giấy xác nhận',
  'lương hưu': 'Không có khoản nào',
  'hộ nghèo': 'Không',
}

test('an elder of 76 without a pension learns of the social pension, and nothing is sent', async ({
  page,
}) => {
  const asked = await open(page)
  const questions = await answer(page, elder)
  expect(questions.length).toBeLessThanOrEqual(8)
  await expect(page.getByRole('heading', { name: 'Bác được hưởng mỗi tháng' })).toBeVisible()
  await expect(page.locator('.sum')).toContainText('540.000')
  const result = page.locator('.result')
  await expect(result).toContainText('Trợ cấp hưu trí xã hội')
  await expect(result).toContainText('Luật BHXH 2024, Đ21.1')
  await expect(result).toContainText('7 ngày làm việc')
  await expect(result).toContainText('Căn cước')
  await expectAccessible(page)
  expect(asked).toEqual([])
})

test('a poor single mother of two is paid for each child', anyWidth, async ({ page }) => {
  const asked = await open(page)
  await answer(page, {
    'hỏi cho ai': 'Cho tôi',
    'bao nhiêu tuổi': '30',
    'sống với ai': 'Cùng gia đình, được gia đình chăm sóc',
    'giấy xác nhận khuyết tật': 'Không có giấy xác nhận',
    'hộ nghèo': 'Hộ nghèo',
    'nuôi mấy con': '2 con',
    'vợ hoặc chồng': 'Chưa kết hôn',
    HIV: 'Không',
  })
  await expect(page.locator('.sum')).toContainText('1.080.000')
  await expect(page.locator('.result')).toContainText('NĐ 335/2026, Đ5.4')
  expect(asked).toEqual([])
})

test('who is about to turn 75 learns from which day to apply', anyWidth, async ({ page }) => {
  await open(page)
  await answer(page, { ...elder, 'bao nhiêu tuổi': '9/12/1951' })
  await expect(page.locator('.result')).toContainText('Đến 09/12/2026 thì đủ 75 tuổi')
})

test('an answer can be changed, and the way back works', anyWidth, async ({ page }) => {
  await open(page)
  await answer(page, elder)
  await page.getByRole('link', { name: 'Sửa câu: Lương hưu, trợ cấp hằng tháng' }).click()
  await page.getByLabel('Lương hưu', { exact: true }).check()
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page.getByRole('heading', { name: /chưa thuộc diện hưởng/ })).toBeVisible()
  await page.goBack()
  await expect(page.locator('#hoi')).toContainText('lương hưu')
  await expect(page.getByLabel('Lương hưu', { exact: true })).toBeChecked()
})

test('"not known" is an answer, and the result says which paper settles it', anyWidth, async ({ page }) => {
  await open(page)
  await answer(page, { ...elder, 'lương hưu': 'Chưa rõ' })
  await expect(page.locator('.result')).toContainText('Chưa rõ, đến 540.000')
  await expect(page.locator('.still-open')).toContainText('sổ lĩnh lương hưu')
})

test('a wrong age is refused with what to write instead', async ({ page }) => {
  await open(page)
  await page.getByLabel('Cho tôi').check()
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.locator('.bigin input').fill('31/2/1950')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page.getByRole('alert')).toContainText('12/3/1950')
  await expectAccessible(page)
})

test('speaks English', async ({ page }) => {
  const asked = await open(page, inEnglish)
  await answer(
    page,
    {
      'For whom': 'For my parents or grandparents',
      'How old': '76',
      'With whom': 'With the family, who look after them',
      'disability certificate': 'No certificate',
      pension: 'None',
      household: 'No',
    },
    inEnglish,
  )
  await expect(page.locator('.sum')).toContainText('540,000')
  await expect(page.locator('.result')).toContainText('Social pension')
  await expectAccessible(page)
  expect(asked).toEqual([])
})

test(
  'without scripts asks the same and gives the same, one form a question',
  anyWidth,
  async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(inVietnamese.path)
    await expect(page.locator('#hoi')).toContainText('hỏi cho ai')
    const order = [
      'hỏi cho ai',
      'bao nhiêu tuổi',
      'sống với ai',
      'giấy xác nhận khuyết tật',
      'lương hưu',
      'hộ nghèo',
    ]
    for (const part of order) {
      await expect(page.locator('#hoi')).toContainText(part)
      const given = elder[part as keyof typeof elder]
      if (part === 'bao nhiêu tuổi') await page.locator('.bigin input').fill(given)
      else await page.getByLabel(given, { exact: true }).check()
      await page.getByRole('button', { name: inVietnamese.next }).click()
    }
    await expect(page.getByRole('heading', { name: 'Bác được hưởng mỗi tháng' })).toBeVisible()
    await expect(page.locator('.sum')).toContainText('540.000')
    expect(new URL(page.url()).search).toBe('')
    await page.getByRole('button', { name: 'Sửa câu: Lương hưu, trợ cấp hằng tháng' }).click()
    await page.getByLabel('Lương hưu', { exact: true }).check()
    await page.getByRole('button', { name: inVietnamese.next }).click()
    await expect(page.getByRole('heading', { name: /chưa thuộc diện hưởng/ })).toBeVisible()
    await context.close()
  },
)
