import { type Kysely, sql } from 'kysely'
import type { ArticleKind } from './content.ts'
import { keptByEdition } from './edition.ts'
import { type Place, worthOf } from './search-ranking.ts'
import type { ArticleLanguage } from './tables.ts'

/** Something a search found; `words` is the text without its form, for showing where it was found. */
export interface FoundArticle {
  slug: string
  language: ArticleLanguage
  kind: ArticleKind
  title: string
  lead: string
  words: string
  publishedAt: Date
}

/** A text of the portal, ready to be searched. */
export interface ShelvedText {
  article: FoundArticle
  /** Where each folded word stands. */
  folded: ReadonlyMap<string, readonly Place[]>
  /** The words with their tones. */
  spelled: ReadonlySet<string>
  /** How many words there are. */
  length: number
  /** Of the row it was read from. */
  version: string
}

/** The words of every text that readers see, in memory, and in which texts each stands. */
export class SearchShelf {
  readonly #texts = new Map<string, ShelvedText>()
  readonly #byWord = new Map<string, Set<ShelvedText>>()
  #vocabulary: string[] | undefined

  get texts(): Iterable<ShelvedText> {
    return this.#texts.values()
  }

  find(slug: string, language: ArticleLanguage): ShelvedText | undefined {
    return this.#texts.get(`${language} ${slug}`)
  }

  /** The texts with a folded word, whole. */
  withWord(word: string): ReadonlySet<ShelvedText> {
    return this.#byWord.get(word) ?? new Set()
  }

  /** The folded words of all texts that begin so. */
  wordsBegun(beginning: string): string[] {
    this.#vocabulary ??= [...this.#byWord.keys()].sort()
    let [low, high] = [0, this.#vocabulary.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#vocabulary[middle] ?? '') < beginning) low = middle + 1
      else high = middle
    }
    const begun: string[] = []
    for (let at = low; this.#vocabulary[at]?.startsWith(beginning); at += 1)
      begun.push(this.#vocabulary[at] ?? '')
    return begun
  }

  /** Takes texts in, each in the place of the one it was before; and away what is no longer shown. */
  replace(texts: readonly ShelvedText[], isShown: (key: string) => boolean): void {
    for (const key of [...this.#texts.keys()]) if (!isShown(key)) this.#remove(key)
    for (const text of texts) {
      const key = `${text.article.language} ${text.article.slug}`
      this.#remove(key)
      this.#texts.set(key, text)
      for (const word of text.folded.keys()) {
        const holders = this.#byWord.get(word)
        if (holders) holders.add(text)
        else this.#byWord.set(word, new Set([text]))
      }
    }
    this.#vocabulary = undefined
  }

  #remove(key: string): void {
    const text = this.#texts.get(key)
    if (!text) return
    this.#texts.delete(key)
    for (const word of text.folded.keys()) {
      const holders = this.#byWord.get(word)
      holders?.delete(text)
      if (holders?.size === 0) this.#byWord.delete(word)
    }
  }
}

const shelves = new WeakMap<Kysely<unknown>, { shelf: SearchShelf; filling: Promise<unknown> }>()

/**
 * The shelf as the portal stands now. Of what changed only the changed texts are read anew, one filling after another,
 * so that none puts back what a later one took away.
 */
export const readShelf = keptByEdition(async (connection) => {
  const standing = shelves.get(connection) ?? { shelf: new SearchShelf(), filling: Promise.resolve() }
  shelves.set(connection, standing)
  const filling = standing.filling.then(() => fill(connection, standing.shelf))
  standing.filling = filling.catch(() => undefined)
  await filling
  return standing.shelf
})

async function fill(connection: Kysely<unknown>, shelf: SearchShelf): Promise<void> {
  const { rows: shown } = await sql<{ slug: string; language: ArticleLanguage; version: string }>`
    select slug, language, xmin::text || ctid::text as version from publishing.searchable`.execute(connection)
  const stale = shown.filter(({ slug, language, version }) => shelf.find(slug, language)?.version !== version)
  const texts: ShelvedText[] = []
  // A few at a time, so that pages are drawn between.
  for (let at = 0; at < stale.length; at += textsAtOnce)
    texts.push(...(await readTexts(connection, stale.slice(at, at + textsAtOnce))))
  const keys = new Set(shown.map(({ slug, language }) => `${language} ${slug}`))
  shelf.replace(texts, (key) => keys.has(key))
}

const textsAtOnce = 50

type Row = Omit<FoundArticle, 'publishedAt'> & {
  published_at: Date
  folded: string
  spelled: string[]
  version: string
}

async function readTexts(
  connection: Kysely<unknown>,
  keys: readonly { slug: string; language: ArticleLanguage }[],
): Promise<ShelvedText[]> {
  const { rows } = await sql<Row>`
    select slug, language, kind, title, lead, left(words, 20000) as words, published_at, folded::text,
      tsvector_to_array(spelled) as spelled, xmin::text || ctid::text as version
    from publishing.searchable
    where (language, slug) in (select * from unnest(${keys.map(({ language }) => language)}::text[],
      ${keys.map(({ slug }) => slug)}::text[]))`.execute(connection)
  return rows.map(({ folded, spelled, version, published_at, ...article }) => {
    const places = placesIn(folded)
    const length = [...places.values()].reduce((sum, each) => sum + each.length, 0)
    return {
      article: { ...article, publishedAt: published_at },
      ...{ folded: places, spelled: new Set(spelled), length, version },
    }
  })
}

/** What PostgreSQL writes of a text's words: 'cap':1A,7 'tro':2A; a place without a letter is of the body. */
function placesIn(vector: string): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  for (const [, word = '', where = ''] of vector.matchAll(/'([a-z0-9]+)':([\dABC,]+)/g))
    places.set(
      word,
      where.split(',').map((each) => ({
        at: Number.parseInt(each, 10),
        worth: worthOf[each.at(-1) ?? ''] ?? worthOf.D ?? 0,
      })),
    )
  return places
}
