import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'

/** Why a file is not taken as a picture for the web. */
export type WebPictureRefusal = 'empty' | 'notAPicture' | 'tooManyPixels' | 'tooSmall' | 'broken'

/** One size of a picture, ready to be kept and sent. */
export interface WebPicture {
  width: number
  height: number
  type: 'image/webp' | 'image/jpeg'
  bytes: Buffer
}

export const webPictureLimits = { bytesMax: 15 * 1_048_576, pixelsMax: 40_000_000, sideMin: 40 } as const

const taken: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']
const widths = [480, 960, 1600] as const
/** What other sites show beside a link is a JPEG of this width. */
const sharedWidth = 1200

/**
 * A picture in the widths of pages, told from its content and never from its name: upright by what its camera noted,
 * and then without a word about camera, place or author, for only its pixels are written anew. A small file that
 * would open into a huge picture is refused before it is opened.
 */
export async function prepareForWeb(
  bytes: Uint8Array,
): Promise<{ ok: true; sizes: WebPicture[] } | { ok: false; because: WebPictureRefusal }> {
  if (bytes.length === 0) return { ok: false, because: 'empty' }
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!found || !taken.includes(found.mime)) return { ok: false, because: 'notAPicture' }
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > webPictureLimits.pixelsMax) return { ok: false, because: 'tooManyPixels' }
    if (Math.min(width, height) < webPictureLimits.sideMin) return { ok: false, because: 'tooSmall' }
    const upright = await sharp(bytes, { limitInputPixels: webPictureLimits.pixelsMax, failOn: 'error' })
      .autoOrient()
      .toColourspace('srgb')
      .resize({ width: widths[2], withoutEnlargement: true })
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true })
    const wanted = widths.filter((each) => each < upright.info.width)
    const sizes = await Promise.all([
      ...[...wanted, upright.info.width].map((each) => inWidth(upright.data, each, 'image/webp')),
      inWidth(upright.data, Math.min(sharedWidth, upright.info.width), 'image/jpeg'),
    ])
    return { ok: true, sizes }
  } catch {
    return { ok: false, because: 'broken' }
  }
}

async function inWidth(png: Buffer, width: number, type: WebPicture['type']): Promise<WebPicture> {
  const resized = sharp(png).resize({ width })
  const written =
    type === 'image/webp'
      ? resized.webp({ quality: 78 })
      : resized.flatten({ background: '#fff' }).jpeg({ quality: 80, progressive: true })
  const { data, info } = await written.toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, type, bytes: data }
}
