import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signedIn } from './visits.ts'
import { anyWidth } from './widths.ts'

interface House {
  path: string
  id: string
  /** The head first. */
  members: { id: string; relation: string }[]
}

/**
 * A household of the demonstration with members of some relations, found from the end of the list of people: other tests
 * take theirs from its beginning.
 */
async function houseOf(page: Page, fits: (relations: ReadonlySet<string>) => boolean): Promise<House> {
  await page.goto('/can-bo/nguoi')
  const links = page.locator('a[data-open]').filter({ hasNotText: /Thử|Nghiệm|Sai/ })
  const people = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
  const seen = new Set<string>()
  for (const person of people.toReversed()) {
    const id = /\/can-bo\/ho\/(\d+)/.exec(await (await page.request.get(person)).text())?.[1] ?? ''
    if (id === '' || seen.has(id)) continue
    seen.add(id)
    const path = `/can-bo/ho/${id}`
    await page.goto(path)
    const rows = page.locator('section[aria-labelledby="members"] table').first().locator('tbody tr')
    const members = await rows.evaluateAll((found) =>
      found.map((row) => ({
        id: row.querySelector('a')?.getAttribute('href')?.split('/').pop() ?? '',
        relation: row.querySelectorAll('td')[1]?.textContent?.trim() ?? '',
      })),
    )
    if (fits(new Set(members.map(({ relation }) => relation)))) return { path, id, members }
  }
  throw new Error('The demonstration has no such household')
}

const isWhole = (relations: ReadonlySet<string>) => relations.has('vợ, chồng') && relations.has('con')
const isCouple = (relations: ReadonlySet<string>) => relations.has('vợ, chồng') && !relations.has('con')

const memberOf = ({ members }: House, relation: string) =>
  members.find((each) => each.relation === relation)?.id ?? ''

/** Fills in the form of an act as far as its preview, or its errors. */
async function look(page: Page, act: string, values: Record<string, string | true>): Promise<void> {
  await page.goto(`/can-bo/ghi?viec=${act}`)
  await page.locator('#ly-do').fill(`Vì ${act.split('&')[0]}`)
  for (const [id, value] of Object.entries(values)) {
    const field = page.locator(`[id="${id}"]`)
    if (value === true) await field.check()
    else if ((await field.evaluate((element) => element.tagName)) === 'SELECT')
      await field.selectOption(value)
    else await field.fill(value)
  }
  await page.getByRole('button', { name: 'Xem điều sẽ thay đổi' }).click()
}

/** Sends what was previewed; returns the address of the request. */
async function send(page: Page): Promise<string> {
  await page.locator('.act-send button').first().click()
  await expect(page.locator('.note')).toBeVisible()
  return new URL(page.url()).pathname
}

async function approve(page: Page, request: string): Promise<void> {
  await page.goto(request)
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect(page.locator('.state.ok')).toBeVisible()
}

test(
  'a household splits, gets another head, is corrected and merged, and its page tells it all',
  anyWidth,
  async ({ browser }) => {
    const [commune, province] = [
      await signedIn(browser, ['canbo-xa', '/can-bo/nguoi']),
      await signedIn(browser, ['canbo-tinh', '/can-bo/nguoi']),
    ]
    const house = await houseOf(commune, isWhole)
    const [spouse, child] = [memberOf(house, 'vợ, chồng'), memberOf(house, 'con')]
    const sides = {
      [`nguoi-${spouse}`]: true,
      [`nguoi-${child}`]: true,
      'chu-ho': spouse,
      ngay: '1/11/2026',
    } as const
    await look(commune, `split&ho=${house.id}`, sides)
    await expect(commune.locator('.err-sum')).toContainText('Không suy ra được')
    await look(commune, `split&ho=${house.id}`, { ...sides, [`quan-he-${child}`]: 'child' })
    await expect(commune.locator('.is-new')).toContainText('Hộ mới:')
    const split = await send(commune)
    await expect(commune.locator('.request-head')).toContainText('(chủ hộ mới)')
    await approve(province, split)
    await expect(province.locator('.cham-side')).toContainText('Chưa ghi diện hộ nghèo của hộ mới')
    await expect(province.getByRole('link', { name: 'Mở trang của hộ mới' })).toBeVisible()

    await commune.goto(`/can-bo/nguoi/${child}`)
    await expect(commune.locator('.change-list')).toContainText(`Tách hộ, Hộ số ${house.id}`)
    await expect(commune.locator('.value-row', { hasText: 'Hộ gia đình' }).first()).toContainText('Vì split')
    const founded = (
      await commune
        .getByRole('link', { name: /^Hộ số/ })
        .first()
        .getAttribute('href')
    )
      ?.split('/')
      .pop()
    expect(founded).not.toBe(house.id)

    await look(commune, `changeHead&ho=${founded}`, { 'chu-ho': child, ngay: '5/11/2026' })
    await send(commune)
    await expect(commune.locator('h1')).toContainText('chủ hộ')
    await look(commune, `correctRelation&nguoi=${spouse}&vao=2026-11-05`, { 'quan-he': 'other' })
    await approve(province, await send(commune))
    await commune.goto(`/can-bo/ho/${founded}?ngay=4/11/2026`)
    await expect(commune.locator(`tr:has(a[href*="/${spouse}?"])`)).toContainText('chủ hộ')
    await commune.goto(`/can-bo/ho/${founded}?ngay=5/11/2026`)
    await expect(commune.locator(`tr:has(a[href*="/${spouse}?"])`)).toContainText('người khác')

    await look(commune, `merge&ho=${founded}`, { 'vao-ho': house.id, ngay: '10/11/2026' })
    await expect(commune.locator('.err-sum')).toContainText('Không suy ra được')
    const placed = { [`quan-he-${spouse}`]: 'spouse', [`quan-he-${child}`]: 'chua-ro' }
    await look(commune, `merge&ho=${founded}`, { 'vao-ho': house.id, ngay: '10/11/2026', ...placed })
    await expect(commune.locator('.is-new')).toContainText(`Hộ số ${house.id}:`)
    await approve(province, await send(commune))
    await commune.goto(`/can-bo/ho/${founded}`)
    await expect(commune.locator('main')).toContainText('Hộ này không còn từ sau ngày 09/11/2026')
    await expect(commune.locator('.value-acts a')).toHaveCount(0)
    await commune.goto(house.path)
    for (const act of ['Tách hộ', 'Nhập hộ']) await expect(commune.locator('.change-list')).toContainText(act)
  },
)

test(
  'somebody leaves and joins, dies by mistake and lives again, goes away and comes back',
  anyWidth,
  async ({ browser }) => {
    const [commune, province] = [
      await signedIn(browser, ['canbo-xa', '/can-bo/nguoi']),
      await signedIn(browser, ['canbo-tinh', '/can-bo/nguoi']),
    ]
    const house = await houseOf(commune, isCouple)
    const [head, spouse] = [memberOf(house, 'chủ hộ'), memberOf(house, 'vợ, chồng')]
    const both = async (act: string, values: Record<string, string | true>) => {
      await look(commune, act, values)
      await approve(province, await send(commune))
    }
    await look(commune, `leave&nguoi=${head}`, { ngay: '1/10/2026' })
    await expect(commune.locator('.err-sum')).toContainText('chọn chủ hộ mới')
    await both(`leave&nguoi=${spouse}`, { ngay: '1/10/2026' })
    await both(`join&nguoi=${spouse}`, { 'vao-ho': house.id, 'quan-he': 'spouse', ngay: '5/10/2026' })
    await look(commune, `death&nguoi=${head}`, { ngay: '10/11/2026' })
    await expect(commune.locator('.cham-side')).toContainText('ghi đổi chủ hộ')
    await approve(province, await send(commune))
    await commune.goto(`/can-bo/nguoi/${head}`)
    await expect(commune.locator('h1')).toContainText('đã mất 10/11/2026')
    await both(`undoDeath&nguoi=${head}`, {})
    await commune.goto(`/can-bo/nguoi/${head}`)
    await expect(commune.locator('h1')).not.toContainText('đã mất')
    const row = commune.locator('.value-row', { hasText: 'Ngày mất' })
    await row.locator('summary').click()
    await expect(row).toContainText('lý do: Vì undoDeath')
    await look(commune, `death&nguoi=${head}`, { ngay: '11/11/2026' })
    await send(commune)
    await commune.getByRole('button', { name: 'Rút lại đề nghị' }).click()
    await expect(commune.locator('.request-head')).toContainText('Đã rút lại')
    await both(`move&nguoi=${spouse}`, { 'di-khoi': true, ngay: '10/10/2026' })
    await commune.goto(`/can-bo/nguoi/${spouse}`)
    await expect(commune.locator('.id')).toContainText('không còn ở tỉnh')
    await both(`return&nguoi=${spouse}`, { xa: 'Vinh Phú', thon: 'Khối 1', ngay: '1/11/2026' })
    await commune.goto(`/can-bo/nguoi/${spouse}`)
    await expect(commune.locator('.id')).toContainText('Khối 1, Phường Vinh Phú')
  },
)

test('the acts of a household and the list of a day read well at every width and in both languages', async ({
  browser,
}) => {
  const page = await signedIn(browser, ['canbo-xa', '/can-bo/nguoi'])
  const house = await houseOf(page, ({ size }) => size > 1)
  await page.goto(`/en${house.path}`)
  await expect(page.getByRole('link', { name: /^Correct the relation/ }).first()).toBeVisible()
  await expectAccessible(page)
  await page.goto(`/can-bo/ghi?viec=split&ho=${house.id}`)
  await expectAccessible(page)
  await page.goto('/can-bo/nguoi')
  await page.locator('#vao-ngay').fill('1/9/2025')
  await page.locator('#biet-ngay').fill('1/10/2025')
  await page.keyboard.press('Enter')
  await expect(page.locator('.as-of-banner')).toContainText('01/09/2025')
  await expect(page.locator('.as-of-banner')).toContainText('01/10/2025')
  await expect(page.locator('a[data-open]').first()).toHaveAttribute(
    'href',
    /ngay=2025-09-01&biet=2025-10-01$/,
  )
  await expectAccessible(page)
  await page.goto('/can-bo/thay-doi?viec=endPersonValue')
  await expect(page.getByRole('link', { name: 'Xuất Excel' })).toBeHidden()
})
