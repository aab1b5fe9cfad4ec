import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, type Cookie, expect, type Page } from '@playwright/test'

/** The officers of the demonstration, as commands/start/accounts.ts opens them. */
export type Account = 'canbo-tinh' | 'canbo-xa' | 'lanhdao' | 'van-phong' | 'so-noi-vu' | 'thanh-tra'

const password = 'ansinh-2026'

/** A visitor with an address of their own, so that one test's tries do not slow another down. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const part = () => 1 + Math.floor(Math.random() * 250)
  const context = await browser.newContext({
    ...options,
    extraHTTPHeaders: { 'x-forwarded-for': `10.${part()}.${part()}.${part()}` },
  })
  return context.newPage()
}

/** Sessions of this worker: an officer signs in by the form once, and works on in every later test. */
const sessions = new Map<Account, Cookie[]>()

/** An officer who is signed in, on the page they asked for. Not for tests that sign out. */
export async function signedIn(
  browser: Browser,
  [account, path]: readonly [Account, string],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const session = sessions.get(account)
  if (!session) {
    const page = await signingIn(browser, [account, path], options)
    sessions.set(account, await page.context().cookies())
    return page
  }
  const page = await visit(browser, options)
  await page.context().addCookies(session)
  await page.goto(path)
  await expect(page.locator('.scope')).toBeVisible()
  return page
}

/** An officer who signs in by the form, and is brought to the page they asked for. */
export async function signingIn(
  browser: Browser,
  [account, path]: readonly [Account, string],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await visit(browser, options)
  await page.goto(path)
  await page.locator('#username').fill(account)
  await page.locator('#password').fill(password)
  await page.locator('form button[type=submit]').click()
  await expect(page.locator('.scope')).toBeVisible()
  return page
}

/** The page breaks no rule of WCAG 2.2 AA that a machine can tell, and is no wider than the window. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}
