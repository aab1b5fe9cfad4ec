import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { seedProcedures } from './procedures-of-law.ts'
import { coverDensity } from './search-ranking.ts'
import { searchArticles, searchWords, spelledWords } from './searching.ts'
import { seedPublishing } from './seed.ts'

const database = await freshDatabase()
const { query } = database
let vocabulary: string[] = []

beforeAll(async () => {
  await withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
    await seedPublishing(transaction)
    await seedProcedures(transaction, day('2026-11-23'))
  })
  const { rows } = await sql<{
    words: string
  }>`select title || ' ' || lead || ' ' || left(words, 3000) as words
    from publishing.searchable order by slug, language`.execute(query)
  vocabulary = [...new Set(rows.flatMap(({ words }) => words.split(/[^\p{L}\p{N}]+/u).filter(Boolean)))]
  const said = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => vocabulary[(from * (at + 3) + at * at) % 90]).join(' ')
  await withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
    for (let at = 1; at <= 60; at += 1)
      await sql`insert into publishing.article (slug, language, title, lead, body, byline, tags, published_at)
        values (${`tin-${at % 40}`}, ${at > 40 ? 'en' : 'vi'}, ${said(at, 6)}, ${said(at * 7, at % 20)},
          ${JSON.stringify([{ kind: 'paragraph', runs: [{ text: said(at * 11, at * 4) }] }])}, '',
          ${[said(at, 2)]}, ${new Date(Date.UTC(2026, 10, 1 + (at % 7)))})`.execute(transaction)
  })
})

/** The same question put to the full-text search of PostgreSQL: the order, and what each text is worth. */
async function asDatabaseOrders(text: string, joint: ' & ' | ' | ') {
  const queryOf = (words: string[]) =>
    words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word)).join(joint)
  const [folded, spelled] = [queryOf(searchWords(text)), queryOf(spelledWords(text))]
  const exact = spelled === folded ? sql`(1 = 0)` : sql`spelled @@ to_tsquery('simple', ${spelled})`
  const { rows } = await sql<{ name: string }>`select language || ' ' || slug as name
    from publishing.searchable as one where folded @@ to_tsquery('simple', ${folded})
      and (language = 'vi' or not exists (select from publishing.searchable as other
        where other.slug = one.slug and other.language = 'vi'))
    order by ${exact} desc, ts_rank_cd(folded, to_tsquery('simple', ${folded}), 1) desc, published_at desc,
      slug collate "C"`.execute(query)
  return rows.map(({ name }) => name)
}

describe('the order of what was found', () => {
  it('is that of the full-text search of PostgreSQL, whatever is asked', async () => {
    const word = fc.tuple(fc.nat(), fc.boolean(), fc.constantFrom(0, 0, 1, 2)).map(([at, isToned, less]) => {
      const one = vocabulary[at % vocabulary.length] ?? ''
      return (isToned ? one : (searchWords(one)[0] ?? one)).slice(0, Math.max(1, one.length - less))
    })
    let answered = 0
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 4 }), async (words) => {
        const text = words.join(' ')
        const ours = await searchArticles(query, { text, language: 'vi', limit: 1_000 })
        const joint = ours.matched === 'all' ? ' & ' : ' | '
        const names = ours.found.map(({ language, slug }) => `${language} ${slug}`)
        expect(names).toEqual(ours.words.length > 0 ? await asDatabaseOrders(text, joint) : [])
        expect(ours.count).toBe(names.length)
        answered += names.length
      }),
      { numRuns: 300 },
    )
    expect(answered).toBeGreaterThan(500)
  })

  it('goes by the title before the body, by nearness, and by the length of the text', () => {
    const title = { at: 1, worth: 1 }
    const body = { at: 9, worth: 0.1 }
    const of = (places: Parameters<typeof coverDensity>[0], length = 50) =>
      coverDensity(places, { needs: 'all', length })
    expect(of([[title]])).toBeGreaterThan(of([[body]]))
    expect(of([[body], [{ at: 10, worth: 0.1 }]])).toBeGreaterThan(of([[body], [{ at: 30, worth: 0.1 }]]))
    expect(of([[title]], 50)).toBeGreaterThan(of([[title]], 500))
    expect(of([[title], []])).toBe(0)
    expect(coverDensity([[title], []], { needs: 'some', length: 50 })).toBeGreaterThan(0)
  })
})
