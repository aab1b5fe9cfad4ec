import type { Content, DocumentStatus } from '#publishing'
import { Body } from '#web/portal/articles/body.tsx'
import { Details } from '#web/portal/articles/details.tsx'
import { Banner } from '#web/ui/index.ts'
import { staffPicture } from './picture-address.ts'

/** A text with the portal's own pieces: what officers see here is what readers will see. */
export function PreviewBody(props: {
  content: Content
  language: 'vi' | 'en'
  status?: DocumentStatus | undefined
}) {
  const { content, language, status } = props
  const { banner, lead, body, byline, tags, details } = content
  return (
    <>
      {banner.kind === 'pond' ? <Banner tall label="" /> : null}
      {banner.kind === 'picture' ? (
        <img className="banner tall photo" src={staffPicture(banner.pictureId, 1600)} alt={banner.alt} />
      ) : null}
      <Details article={{ details: details ?? undefined, language }} status={status} />
      <Body article={{ lead, body, byline, language }} pictureAt={staffPicture} />
      {tags.length > 0 ? (
        <ul className="tags" lang={language}>
          {tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
