import type { Article, Block } from '#publishing'

/** An article's lead and blocks; its text is plain, so nothing in it can become markup. */
export function Body({ article }: { article: Pick<Article, 'lead' | 'body' | 'language' | 'byline'> }) {
  return (
    <div className="prose" lang={article.language}>
      <p className="sapo">{article.lead}</p>
      {article.body.map((block) => (
        <BlockOfText key={textOf(block)} block={block} />
      ))}
      <p className="signed">{article.byline}</p>
    </div>
  )
}

function BlockOfText({ block }: { block: Block }) {
  if (block.kind === 'heading') return <h2 className="h2">{block.text}</h2>
  if (block.kind === 'paragraph') return <p>{block.text}</p>
  return (
    <ul className="points">
      {block.items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

function textOf(block: Block): string {
  return block.kind === 'list' ? block.items.join(' ') : block.text
}

/** Whole minutes at 200 words a minute; Vietnamese writes each syllable as a word, so they are read faster. */
export function minutesToRead({ lead, body, language }: Pick<Article, 'lead' | 'body' | 'language'>): number {
  const text = [
    lead,
    ...body.map((block) => (block.kind === 'list' ? block.items.join(' ') : block.text)),
  ].join(' ')
  const wordsAMinute = language === 'vi' ? 260 : 200
  return Math.max(1, Math.round(text.split(/\s+/).length / wordsAMinute))
}
