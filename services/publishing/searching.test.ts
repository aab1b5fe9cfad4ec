import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { foldText } from '#identity'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { isOneSlipAway, searchArticles, searchWords, spelledWords, suggestWords } from './searching.ts'
import { seedPublishing } from './seed.ts'

const database = await freshDatabase()
const { query } = database
const slug = 'thong-bao-440-dung-doi-tuong-du-che-do-kip-thoi'
const search = (text: string, limit = 20) => searchArticles(query, { text, language: 'vi', limit })

/** An article of one paragraph, as if it came with the program. */
async function show(name: string, title: string, body: string, more: { language?: 'vi' | 'en' } = {}) {
  const blocks = JSON.stringify([{ kind: 'paragraph', runs: [{ text: body }] }])
  await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
    sql`insert into publishing.article (slug, language, title, lead, body, byline, published_at)
      values (${name}, ${more.language ?? 'vi'}, ${title}, '', ${blocks}, '', now())`.execute(transaction),
  )
}

beforeAll(async () => {
  await withActor(database, { kind: 'system', job: 'test' }, seedPublishing)
  await show('ho-tro-nha-o', 'Hỗ trợ xây nhà ở', 'Mỗi hộ nghèo được hỗ trợ một lần.')
  await show('ho-tro-nha-o', 'Support for housing', 'Every poor household is helped once.', {
    language: 'en',
  })
  await show('ma-tuy', 'Phòng, chống ma túy', 'Cai nghiện ma tuý tại cộng đồng.')
  await show('ma-nha', 'Đánh mã nhà', 'Mã số của từng ngôi nhà: 1e5 và 2026.')
})

describe('searching the portal', () => {
  it('finds an article however its words are typed', async () => {
    for (const text of [
      'đúng đối tượng',
      'dung doi tuong',
      'ĐÚNG ĐỐI TƯỢNG',
      'Dung, doi - tuong!',
      '440/TB-UBND',
    ])
      expect(
        (await search(text)).found.map((each) => each.slug),
        text,
      ).toEqual([slug])
    expect((await search('giam ngh')).found.map((each) => each.slug)).toEqual([slug])
    expect((await search('lanh mạnh an toan')).count).toBe(1)
  })

  it('puts first what has the very tones, wherever they stand over a vowel', async () => {
    expect((await search('mã')).found[0]?.slug).toBe('ma-nha')
    expect((await search('ma tuý')).found[0]?.slug).toBe('ma-tuy')
    expect((await search('ma túy')).found[0]?.slug).toBe('ma-tuy')
    expect((await search('ma')).count).toBe(3)
  })

  it('gives each article once, in the language of the reader where it has it', async () => {
    expect((await search('ho tro')).found.map(({ slug, language }) => [slug, language])).toContainEqual([
      'ho-tro-nha-o',
      'vi',
    ])
    const english = await searchArticles(query, { text: 'support housing', language: 'en', limit: 5 })
    expect(english.found.map(({ language }) => language)).toEqual(['en'])
    expect((await search('housing')).count).toBe(0)
    const only = await searchArticles(query, { text: 'ma tuy', language: 'en', limit: 5 })
    expect(only.found.map(({ language }) => language)).toEqual(['vi'])
  })

  it('counts all and gives a page, and says when no article has every word', async () => {
    const page = await searchArticles(query, { text: 'ma', language: 'vi', limit: 1, offset: 1 })
    expect([page.found.length, page.count, page.matched]).toEqual([1, 3, 'all'])
    const some = await search('nhà ở xyzxyz')
    expect([some.matched, some.found[0]?.slug]).toEqual(['some', 'ho-tro-nha-o'])
    expect(await search('xyzxyz')).toMatchObject({ count: 0, matched: 'all' })
  })

  it('takes anything at all as a question', async () => {
    for (const text of ['', '  ', '!!!', "' & | ! <-> :*", '\\', '1e5', 'a'.repeat(5_000), '日本'])
      expect((await search(text)).count, text).toBeLessThan(5)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect((await search(text.replaceAll('\0', ''))).words.length).toBeLessThanOrEqual(12)
      }),
      { numRuns: 50 },
    )
  })

  it('says what may have been meant, in the words of the titles', async () => {
    expect(await suggestWords(query, 'chong tyu')).toBe('chống túy')
    expect(await suggestWords(query, 'xay nah')).toBe('xây nhà')
    expect(await suggestWords(query, 'xay nha')).toBeUndefined()
    expect(await suggestWords(query, 'zzzzzz')).toBeUndefined()
  })

  it('forgets what is no longer shown', async () => {
    await show('tam', 'Tin tạm thời quang gánh', 'x')
    expect((await search('quang gánh')).count).toBe(1)
    await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
      sql`update publishing.article set published_at = null where slug = 'tam'`.execute(transaction),
    )
    expect((await search('quang gánh')).count).toBe(0)
    await expect(sql`delete from publishing.searchable`.execute(query)).rejects.toThrow('permission denied')
  })
})

describe('words with and without tones', () => {
  it('are spelled as a VNI keyboard types them', () => {
    expect(spelledWords('Trợ cấp, Đường')).toEqual(['tro75', 'ca6p1', 'd9u7o7ng2'])
    expect(spelledWords('hoà hòa')).toEqual(['hoa2'])
    expect(searchWords('Trợ cấp hưu-trí trợ')).toEqual(['tro', 'cap', 'huu', 'tri'])
  })

  it('are folded and spelled alike here and in the database', async () => {
    const letters = [
      ...'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđĐÂƯbcgh 0-,./’',
    ]
    const text = fc.array(fc.constantFrom(...letters), { maxLength: 30 }).map((each) => each.join(''))
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('NFC', 'NFD'), async (written, form) => {
        const words = written.normalize(form)
        const { rows } = await sql<{ folded: string; spelled: string }>`
          select publishing.fold(${words}) as folded, publishing.spell(${words}) as spelled`.execute(query)
        expect(rows[0]?.folded).toBe(foldText(words))
        const spelled = [...new Set((rows[0]?.spelled ?? '').split(' ').filter(Boolean))].slice(0, 12)
        expect(spelled).toEqual(spelledWords(words))
      }),
      { numRuns: 300 },
    )
  })

  it('are one slip apart when a letter is wrong, missing, too many, or two are exchanged', () => {
    for (const [one, other] of [
      ['cap', 'cp'],
      ['cp', 'cap'],
      ['cap', 'cop'],
      ['cap', 'cpa'],
      ['cap', 'caps'],
    ])
      expect(isOneSlipAway(one ?? '', other ?? '')).toBe(true)
    for (const [one, other] of [
      ['cap', 'pac'],
      ['cap', 'c'],
      ['nghe', 'ngoi'],
    ])
      expect(isOneSlipAway(one ?? '', other ?? '')).toBe(false)
  })
})
