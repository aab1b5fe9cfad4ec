import { expect, it } from 'vitest'
import { day } from '#calendar'
import { procedures } from '#law/social-assistance'
import { textOfBlock } from './blocks/index.ts'
import { blocksSchema } from './blocks-schema.ts'
import { proceduresOfLaw } from './procedures-of-law.ts'

const onDay = (text: string) => proceduresOfLaw(day(text))
const allowance = (on: string) =>
  onDay(on).find(({ slug, language }) => slug === 'thu-tuc-tro-cap-xa-hoi-hang-thang' && language === 'vi')

it('every procedure of the law is a page in both languages, with an address of its own', () => {
  const pages = onDay('2026-11-23')
  expect(pages).toHaveLength(procedures.length * 2)
  expect(new Set(pages.map(({ slug, language }) => `${slug} ${language}`)).size).toBe(pages.length)
  for (const { slug, body, details } of pages) {
    expect(slug).toMatch(/^thu-tuc-[a-z]+(-[a-z]+)+$/)
    expect(blocksSchema.safeParse(body).success).toBe(true)
    expect(details).toMatchObject({ kind: 'procedure', fee: '', result: '', nationalPortal: '' })
  }
})

it('says who decides, in how many days and by which article, as the law is on the day', () => {
  expect(allowance('2026-11-23')?.details).toMatchObject({
    code: '1.001776',
    agency: 'Chủ tịch UBND xã',
    timeLimit: '7 ngày làm việc kể từ khi nhận đủ hồ sơ',
    papers: ['Tờ khai mẫu số 01'],
    law: 'NĐ 335/2026, Đ8.2',
  })
  expect(allowance('2025-08-01')?.details).toMatchObject({
    timeLimit: '10 ngày làm việc kể từ khi nhận đủ hồ sơ',
  })
  expect(allowance('2021-01-01')).toBeUndefined()
})

it('says of a code that was not checked that it is not', () => {
  const unsure = procedures.filter(({ codeCertainty }) => codeCertainty === 'memory').map(({ code }) => code)
  expect(unsure.length).toBeGreaterThan(0)
  for (const { details, body, language } of onDay('2026-11-23')) {
    const isSaid = body.map(textOfBlock).some((text) => /còn chờ đối chiếu|still to be checked/.test(text))
    expect([details?.kind === 'procedure' && details.code, language, isSaid]).toEqual([
      details?.kind === 'procedure' && details.code,
      language,
      details?.kind === 'procedure' && unsure.includes(details.code),
    ])
  }
})
