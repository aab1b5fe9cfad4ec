import { beforeAll, describe, expect, it } from 'vitest'
import { now } from '#platform/clock'
import { plantAnswer } from '#test/answered-feedback'
import { freshDatabase } from '#test/database'
import { plantUnits } from '#test/feedback-rows'
import { searchBeside } from './beside.server.ts'

const database = await freshDatabase()
const beside = (text: string, language: 'vi' | 'en' = 'vi') =>
  searchBeside(database.query, { text, language })
const pathsFor = async (text: string) => (await beside(text)).pages.map(({ path }) => path)

beforeAll(async () => {
  await plantUnits(database)
  const told = { content: 'Tháng 11 tôi chưa nhận được tiền.', mayPublish: true, now: now() }
  const answer = { ...told, title: 'Trợ cấp chi chậm', answer: 'Phường đã chi bù ngày 10.' }
  await plantAnswer(database, { ...answer, isPublished: true })
  await plantAnswer(database, { ...answer, title: 'Chưa công khai' })
})

describe('a search leads beside texts', () => {
  it('to the page that answers what people ask in their own words', async () => {
    for (const text of ['bhyt', 'tuất', '75 tuổi', 'huu tri xa hoi'])
      expect([text, await pathsFor(text)]).toEqual([text, ['/toi-duoc-huong-gi']])
    expect(await pathsFor('khiếu nại')).toEqual(['/gop-y'])
    expect(await pathsFor('bo may')).toEqual(['/gioi-thieu/to-chuc-bo-may'])
    expect(await pathsFor('csv')).toEqual(['/du-lieu-mo'])
    expect((await beside('open data', 'en')).pages).toEqual([{ path: '/du-lieu-mo', name: 'Open data' }])
  })

  it('to no page that says nothing yet', async () => {
    expect(await pathsFor('nghị định')).toEqual(['/van-ban'])
    expect(await pathsFor('thong bao')).toEqual([])
    expect(await pathsFor('lịch sử')).toEqual([])
  })

  it('to published answers, by words of question and answer; never to one that is not public', async () => {
    expect((await beside('chi bu')).answers).toEqual([{ id: 1, title: 'Trợ cấp chi chậm' }])
    expect((await beside('chua cong khai')).answers).toEqual([])
  })

  it('nowhere for a question of another matter, or of none', async () => {
    expect(await beside('xyzzy')).toEqual({ pages: [], answers: [] })
    expect(await beside('  …  ')).toEqual({ pages: [], answers: [] })
  })
})
