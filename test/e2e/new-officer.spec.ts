import { expect, test } from '@playwright/test'
import { expectAccessible, signedIn } from './visits.ts'

test('who receives nothing has a sentence where others have a chart, and a form says who decides when it knows what', async ({
  browser,
}) => {
  const page = await signedIn(browser, ['canbo-tinh', '/can-bo/nguoi/5'])
  await page.goto('/can-bo/nguoi/5')
  await expect(page.getByText('chưa chi khoản nào')).toBeVisible()
  await expect(page.locator('.strip')).toHaveCount(0)
  await page.getByRole('link', { name: 'Ghi thêm một điều' }).click()
  await expect(page.getByText('người thứ hai')).toHaveCount(0)
  await page.locator('#dieu').selectOption('resident')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page.getByText('cần người thứ hai')).toBeVisible()
})

test('numbers that open lists of scans are large enough to touch', async ({ browser }, { project }) => {
  const page = await signedIn(browser, ['canbo-xa', '/can-bo/kho-ho-so'])
  await page.goto('/can-bo/kho-ho-so')
  const name = `Sổ mới ${project.name} ${Date.now()}`
  const opening = page.locator('details', { has: page.locator('#name') })
  if ((await opening.getAttribute('open')) === null) await opening.locator('summary').click()
  await page.locator('#name').fill(name)
  await opening.getByRole('button').click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await page.getByText('Thêm quyển, hộp').click()
  const choice = page.locator('#collectionId option', { hasText: name })
  if (await choice.count())
    await page.locator('#collectionId').selectOption({ label: (await choice.textContent()) ?? '' })
  await page.locator('#bookName').fill('Hộp 1')
  await page.locator('#numberFrom').fill('1')
  await page.locator('#numberTo').fill('9')
  await page
    .locator('details[open]', { has: page.locator('#bookName') })
    .getByRole('button')
    .first()
    .click()
  await expect(page.locator('section', { hasText: name }).getByRole('link', { name: 'Hộp 1' })).toBeVisible()
  await expectAccessible(page)
})
