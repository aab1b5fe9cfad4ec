/** The article a verdict or an amount rests on; with `href` it opens the article as in force on the date used. */
export function ArticleChip({ cite, href }: { cite: string; href?: string }) {
  return href ? (
    <a className="art" href={href}>
      {cite}
    </a>
  ) : (
    <span className="art">{cite}</span>
  )
}
