import type { Article } from '#publishing'
import { textOfBlock } from '#publishing/blocks'
import { Blocks, type PictureAddress } from '#web/ui/index.ts'

import { pictureAddress } from './picture-address.ts'

/** An article's lead and blocks; its text is plain, so nothing in it can become markup. */
export function Body({
  article,
  pictureAt = pictureAddress,
}: {
  article: Pick<Article, 'lead' | 'body' | 'language' | 'byline'>
  pictureAt?: PictureAddress
}) {
  return (
    <div className="prose" lang={article.language}>
      {article.lead ? <p className="sapo">{article.lead}</p> : null}
      <Blocks blocks={article.body} pictureAt={pictureAt} />
      {article.byline ? <p className="signed">{article.byline}</p> : null}
    </div>
  )
}

/** Whole minutes at 200 words a minute; Vietnamese writes each syllable as a word, so they are read faster. */
export function minutesToRead({ lead, body, language }: Pick<Article, 'lead' | 'body' | 'language'>): number {
  const text = [lead, ...body.map(textOfBlock)].join(' ')
  const wordsAMinute = language === 'vi' ? 260 : 200
  return Math.max(1, Math.round(text.split(/\s+/).length / wordsAMinute))
}
