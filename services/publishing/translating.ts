import type { Transaction } from '#platform/database'
import { type Block, textOfBlock } from './blocks/index.ts'
import type { Content } from './content.ts'
import type { PublishingTables } from './tables.ts'

/** What of an English text can still say what the Vietnamese one says, in the order of the page. */
const translatedParts = [
  ...(['title', 'lead', 'body', 'someParagraphs', 'banner', 'alts', 'captions'] as const),
  ...(['byline', 'tags', 'attachments', 'details'] as const),
] as const
export type TranslatedPart = (typeof translatedParts)[number]

/**
 * What is still Vietnamese in a translation: begun as a copy, it says these word for word as the original does. Words
 * without a Vietnamese letter (numbers, names such as “QR”) may stay the same in both.
 */
export function untranslatedParts(original: Content, translation: Content): TranslatedPart[] {
  const [before, after] = [wordsByPart(original), wordsByPart(translation)]
  const kept = (part: Exclude<TranslatedPart, 'someParagraphs'>) => {
    const there = new Set(before[part])
    return after[part].filter((words) => isVietnamese(words) && there.has(words))
  }
  const same = kept('body').length
  const isWholeBody = same > 0 && after.body.every((line) => before.body.includes(line))
  return translatedParts.filter((part) => {
    if (part === 'body') return isWholeBody
    return part === 'someParagraphs' ? same > 0 && !isWholeBody : kept(part).length > 0
  })
}

function wordsByPart({ title, lead, body, banner, byline, tags, attachments, details }: Content) {
  const figures = body.filter((block) => block.kind === 'figure')
  return {
    ...{ title: [title], lead: [lead], byline: [byline], tags },
    body: body.filter(({ kind }) => kind !== 'figure').flatMap(linesOf),
    banner: banner.kind === 'picture' ? [banner.alt] : [],
    alts: figures.map(({ alt }) => alt),
    captions: figures.map(({ caption }) => caption),
    attachments: attachments.map(({ label }) => label),
    details: details?.kind === 'procedure' ? [details.timeLimit, ...details.papers, details.result] : [],
  }
}

function linesOf(block: Block): string[] {
  return textOfBlock(block)
    .split('\n')
    .filter((line) => line.trim() !== '')
}

/** Whether words have a letter that English lacks. */
function isVietnamese(words: string): boolean {
  return /[^\p{ASCII}]/u.test(words.replace(/[^\p{L}]/gu, ''))
}

/** The words of the Vietnamese text beside an English one; undefined when there is none. */
export async function findOriginal(transaction: Transaction, slug: string): Promise<Content | undefined> {
  const row = await transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.manuscript')
    .select('content')
    .where('slug', '=', slug)
    .where('language', '=', 'vi')
    .executeTakeFirst()
  return row?.content
}
