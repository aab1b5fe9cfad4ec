import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { inEnglish, noticePath, portalAddresses } from '#test/portal-addresses'
import { visit } from './visits.ts'
import { anyWidth } from './widths.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What is wrong with a page. Its rows after the fifth are like those before; no frame of another site is in it. */
function examine(page: Page) {
  return new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(rules)
    .exclude('tbody tr:nth-child(n + 6)')
    .exclude('.land path:nth-child(n + 6)')
    .analyze()
}

/** How far the page is wider than a window of some width. */
async function overflowAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 640 })
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

/** Ends every title and paragraph with a word longer than a telephone is wide, as an address typed by a clerk may be. */
function writeLongWords(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const place of document.querySelectorAll('main :is(h1, h2, h3, p, li, li a, .crumb a)'))
      if (!place.classList.contains('vh')) place.append(` ${'ansinh'.repeat(25)}`)
  })
}

test('every page of the portal meets WCAG 2.2 AA and fits 320 px and a zoom of 200 %', async ({ page }, {
  project,
}) => {
  const complaints: string[] = []
  page.on('console', (line) => complaints.push(line.text()))
  const paths = Object.values(portalAddresses).flat()
  // Both languages are walked, each in one width; the pages are the same otherwise.
  const addresses = project.name === 'phone' ? paths.map(inEnglish) : paths
  const window = page.viewportSize() ?? { width: 1440, height: 900 }
  for (const path of addresses) {
    await page.goto(path)
    const { violations } = await examine(page)
    expect([path, violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])]).toEqual([
      path,
      [],
    ])
    expect([path, await overflowAt(page, 320)]).toEqual([path, 0])
    // A window of 1440 px at 200 % shows what one of 720 px does.
    expect([path, await overflowAt(page, 720)]).toEqual([path, 0])
    await writeLongWords(page)
    expect([path, await overflowAt(page, 320)]).toEqual([path, 0])
    await page.setViewportSize(window)
  }
  expect(complaints.filter((line) => !line.includes('status of 404'))).toEqual([])
})

/** Where the focus is, by the order of the page, and whether it is drawn. */
function focusOf(page: Page): Promise<{ at: number; isDrawn: boolean; isInSight: boolean }> {
  return page.evaluate(() => {
    const focused = document.activeElement
    const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    const style = focused ? getComputedStyle(focused) : undefined
    // A choice of the house is a box around the browser's own button; the box is what is drawn.
    const box = focused?.closest('.choice')
    const drawn = [style, box ? getComputedStyle(box) : undefined]
    const { top = -1, height = 0 } = focused?.getBoundingClientRect() ?? {}
    return {
      at: focused ? stops.indexOf(focused) : -1,
      isDrawn: drawn.some((each) => each && each.outlineStyle !== 'none' && each.outlineWidth !== '0px'),
      isInSight: top >= 0 && top < window.innerHeight && height > 0,
    }
  })
}

test(
  'the keyboard alone goes through a page in its order, and is seen at each stop',
  anyWidth,
  async ({ page }) => {
    for (const path of ['/', noticePath]) {
      await page.goto(path)
      let before = -1
      for (let stop = 0; stop < 22; stop++) {
        await page.keyboard.press('Tab')
        const focus = await focusOf(page)
        expect([path, stop, focus.isDrawn, focus.isInSight]).toEqual([path, stop, true, true])
        expect(focus.at).toBeGreaterThan(before)
        before = focus.at
      }
    }
  },
)

test(
  'the portal is searched and read without scripts, from any page and without tones',
  anyWidth,
  async ({ browser }) => {
    const page = await visit(browser, { javaScriptEnabled: false })
    await page.goto('/gioi-thieu')
    await page.getByRole('searchbox', { name: 'Tìm trên cổng' }).fill('dung doi tuong')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/tim\?q=dung\+doi\+tuong$/)
    await expect(page.getByText('1 kết quả cho “dung doi tuong”')).toBeVisible()
    await page.getByRole('link', { name: /nguyên tắc đúng đối tượng/ }).click()
    await expect(page).toHaveURL(noticePath)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('.prose .signed')).toBeVisible()
    for (const unprinted of ['.nav', '.aside', 'form', '.foot'])
      await expect(page.locator(unprinted).first()).toBeHidden()
  },
)
