import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AttachmentRemark } from '#platform/attachments'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { parseSha256, type Sha256 } from '#platform/files'
import { currentSlugs } from './addresses.ts'
import { picturesIn } from './blocks/index.ts'
import type { Content } from './content.ts'
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
  /** What it holds beside its words; undefined when nobody looked it through. */
  remarks: AttachmentRemark[] | undefined
  /** Whom a PDF names as its author. */
  names: string[]
  /** Names that programs wrote into it were taken out. */
  isCleaned: boolean
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
    .select(['id', 'file_name as fileName', 'type', 'bytes', 'sha256', 'remarks', 'names'])
    .select('is_cleaned as isCleaned')
    .where('id', '=', id)
    .executeTakeFirst()
  const sha256 = row && parseSha256(row.sha256)
  return row && sha256 ? { ...row, sha256, remarks: row.remarks ?? undefined } : undefined
}

/** Keeps what is known of a picture whose sizes stand in `#platform/files`; returns its id. */
export async function addPicture(
  transaction: Transaction,
  { sizes, fileName }: { sizes: readonly PictureSize[]; fileName: string },
): Promise<string> {
  const id = randomUUID()
  await transaction
    .withTables<PublishingTables>()
    .insertInto('publishing.picture')
    .values({ id, sizes: JSON.stringify(sizes), file_name: fileName })
    .execute()
  await recordChange(transaction, 'publishing.addPicture', { kind: 'picture', id }, { fileName })
  return id
}

/** Keeps what is known of a file whose content stands in `#platform/files`; returns its id. */
export async function addAttachment(
  transaction: Transaction,
  file: Omit<StoredAttachment, 'id'>,
): Promise<string> {
  const id = randomUUID()
  const { fileName, type, bytes, sha256, remarks = null, names, isCleaned } = file
  await transaction
    .withTables<PublishingTables>()
    .insertInto('publishing.attachment')
    .values({
      ...{ id, file_name: fileName, type, bytes, sha256, remarks, names },
      is_cleaned: isCleaned,
    })
    .execute()
  await recordChange(
    transaction,
    'publishing.addAttachment',
    { kind: 'attachment', id },
    { fileName, bytes, remarks },
  )
  return id
}

/** What a text names and nobody keeps. */
export type FileProblem = 'pictureMissing' | 'attachmentMissing' | 'relatedMissing'

/** Whether all that a text names is there: pictures, files to save, articles to read beside it. */
export async function checkFiles(transaction: Transaction, content: Content): Promise<FileProblem[]> {
  const tables = transaction.withTables<PublishingTables>()
  const banner = content.banner.kind === 'picture' ? [content.banner.pictureId] : []
  const wanted = {
    'publishing.picture': [...new Set([...picturesIn(content.body), ...banner])],
    'publishing.attachment': [...new Set(content.attachments.map(({ id }) => id))],
  }
  const isWhole = async (table: keyof typeof wanted) => {
    const ids = wanted[table]
    if (ids.length === 0) return true
    return (
      (await tables.selectFrom(table).select('id').where('id', 'in', ids).execute()).length === ids.length
    )
  }
  const related = await currentSlugs(transaction, content.related)
  const found =
    related.length === 0
      ? []
      : await tables
          .selectFrom('publishing.article')
          .select('slug')
          .distinct()
          .where('slug', 'in', related)
          .execute()
  return [
    ...((await isWhole('publishing.picture')) ? [] : (['pictureMissing'] as const)),
    ...((await isWhole('publishing.attachment')) ? [] : (['attachmentMissing'] as const)),
    ...(found.length === related.length ? [] : (['relatedMissing'] as const)),
  ]
}

/** What is known of the files that a draft names, in its order. */
export async function listStored(
  transaction: Transaction,
  content: Pick<Content, 'attachments'>,
): Promise<StoredAttachment[]> {
  const found = await Promise.all(content.attachments.map(({ id }) => findAttachment(transaction, id)))
  return found.flatMap((each) => each ?? [])
}
