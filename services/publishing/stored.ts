import type { Kysely } from 'kysely'
import { parseSha256, type Sha256 } from '#platform/files'
import type { PictureSize, PublishingTables } from './tables.ts'

/** A picture of an article in one size, to be sent from `#platform/files`. */
export interface StoredPicture extends Omit<PictureSize, 'sha256'> {
  sha256: Sha256
}

/** A file that readers may save. */
export interface StoredAttachment {
  id: string
  fileName: string
  type: string
  bytes: number
  sha256: Sha256
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The smallest size of a picture at least `width` wide, or its largest, as WebP, or as the one JPEG that other sites
 * show beside a link. Without an officer only pictures of published articles are found.
 */
export async function findPicture(
  connection: Kysely<unknown>,
  pictureId: string,
  width: number,
  type: PictureSize['type'] = 'image/webp',
): Promise<StoredPicture | undefined> {
  if (!uuid.test(pictureId)) return undefined
  const row = await connection
    .withTables<PublishingTables>()
    .selectFrom('publishing.picture')
    .select('sizes')
    .where('id', '=', pictureId)
    .executeTakeFirst()
  const sizes = (row?.sizes ?? []).filter((size) => size.type === type).sort((a, b) => a.width - b.width)
  const size = sizes.find((each) => each.width >= width) ?? sizes.at(-1)
  const sha256 = size && parseSha256(size.sha256)
  return size && sha256 ? { ...size, sha256 } : undefined
}

/** Without an officer only attachments of published articles are found. */
export async function findAttachment(
  connection: Kysely<unknown>,
  id: string,
): Promise<StoredAttachment | undefined> {
  if (!uuid.test(id)) return undefined
  const row = await connection
    .withTables<PublishingTables>()
    .selectFrom('publishing.attachment')
    .select(['id', 'file_name as fileName', 'type', 'bytes', 'sha256'])
    .where('id', '=', id)
    .executeTakeFirst()
  const sha256 = row && parseSha256(row.sha256)
  return row && sha256 ? { ...row, sha256 } : undefined
}
