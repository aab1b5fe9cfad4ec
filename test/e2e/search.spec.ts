import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { readSheets } from '#platform/sheets'
import { expectAccessible, signedIn } from './visits.ts'
import { anyWidth } from './widths.ts'

test('people are proposed while one types, by keyboard alone, and nothing typed enters the address', async ({
  browser,
}) => {
  const page = await signedIn(browser, ['canbo-tinh', '/can-bo'])
  const box = page.locator('#wf')
  await box.focus()
  await box.pressSequentially('nguyen thi', { delay: 20 })
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  const options = page.locator('.wtop [role=option]')
  await expect(options.first()).toContainText('Nguyễn Thị')
  await expectAccessible(page)

  await box.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  expect(await box.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'))
  await box.press('Escape')
  await expect(box).toHaveAttribute('aria-expanded', 'false')
  await expect(box).toHaveValue('nguyen thi')

  await box.press('Enter')
  await expect(page.getByRole('heading', { name: 'Người', exact: true })).toBeVisible()
  expect(page.url()).toMatch(/\/can-bo\/nguoi\?k=[\w-]+$/)
  await expect(page.locator('#tim')).toHaveValue('nguyen thi')
  await expect(page.locator('tbody tr').first()).toContainText('Nguyễn Thị')

  const begun = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Xuất Excel' }).click()
  const [sheet] = await readSheets(readFileSync(await (await begun).path()), 'nguoi.xlsx')
  const counted = Number(
    /(\d+) người khớp/.exec((await page.locator('.headrow .quiet').textContent()) ?? '')?.[1],
  )
  expect(sheet?.rows.length).toBe(counted + 1)

  await box.fill('')
  await box.pressSequentially('nguyen thi', { delay: 20 })
  await expect(options.first()).toBeVisible()
  await box.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await box.press('Enter')
  await expect(page).toHaveURL(/\/can-bo\/nguoi\/\d+$/)
})

test('nothing typed before the scripts have come is lost', anyWidth, async ({ browser }) => {
  const page = await signedIn(browser, ['canbo-tinh', '/can-bo/nguoi'])
  let release = () => {}
  const isReleased = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.js', async (route) => {
    await isReleased
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  const box = page.locator('#wf')
  await box.pressSequentially('nguye')
  release()
  await expect(page.locator('.wtop [role=option]').first()).toContainText('Nguyễn')
  await box.pressSequentially('n thi')
  await expect(box).toHaveValue('nguyen thi')
  await expect(page.locator('.wtop [role=option]').first()).toContainText('Nguyễn Thị')
})

test('the search works without scripts', anyWidth, async ({ browser }) => {
  const page = await signedIn(browser, ['canbo-tinh', '/can-bo'], { javaScriptEnabled: false })
  await page.locator('#wf').fill('nguyen')
  await page.locator('#wf').press('Enter')
  await expect(page).toHaveURL(/\/can-bo\/nguoi\?k=[\w-]+$/)
  await expect(page.locator('tbody tr').first()).toContainText('Nguyễn')
  for (const list of ['lan-nhap.csv', 'hom-nay.csv', 'nguoi.csv']) {
    const answer = await page.request.get(`/can-bo/${list}`)
    expect([answer.status(), (await answer.body()).subarray(0, 3).toString('hex')]).toEqual([200, 'efbbbf'])
  }
  await page.locator('#tim').fill('khong co ai ten nay')
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('.empty')).toContainText('Không có ai khớp')
})
