import type { Article } from '#publishing'
import { Banner, useWords } from '#web/ui/index.ts'
import { pictureAddress } from './picture-address.ts'
import { words } from './words.ts'

const widths = [480, 960, 1600]

/** What stands over an article: the drawing of the pond, a picture of its own in the width of the screen, or nothing. */
export function ArticleBanner({ article }: { article: Pick<Article, 'banner' | 'bannerPicture'> }) {
  const t = useWords(words)
  const { banner, bannerPicture } = article
  if (banner === 'pond') return <Banner tall label={t.banner} />
  if (!bannerPicture) return null
  return (
    <img
      className="banner tall photo"
      src={pictureAddress(bannerPicture.id, 960)}
      srcSet={widths.map((width) => `${pictureAddress(bannerPicture.id, width)} ${width}w`).join(', ')}
      sizes="(min-width: 1200px) 1168px, 100vw"
      alt={bannerPicture.alt}
      fetchPriority="high"
    />
  )
}
