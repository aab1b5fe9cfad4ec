import sharp from 'sharp'
import { measurePicture, pictureLimits, sniffScan } from '#platform/pictures'

/** Why a sender's picture is not taken. */
export type PictureProblem = 'tooLarge' | 'notAPicture' | 'broken'

/** Bytes a picture may have when it comes: what a telephone makes. */
export const pictureBytesMax = 8 * 1_048_576
const sideMax = 1_600

export interface KeptPicture {
  bytes: Buffer
  width: number
  height: number
}

/**
 * A jpeg or png drawn anew as a jpeg of at most 1.600 pixels a side: upright, and without a word about the camera, the
 * moment or the place.
 */
export async function redrawPicture(
  bytes: Uint8Array,
): Promise<({ ok: true } & KeptPicture) | { ok: false; because: PictureProblem }> {
  if (bytes.length > pictureBytesMax) return { ok: false, because: 'tooLarge' }
  const sniffed = await sniffScan(bytes)
  if (!sniffed.ok || (sniffed.type !== 'image/jpeg' && sniffed.type !== 'image/png'))
    return { ok: false, because: 'notAPicture' }
  const measured = await measurePicture(bytes)
  if (!measured.ok)
    return { ok: false, because: measured.because === 'tooManyPixels' ? 'tooLarge' : 'broken' }
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: pictureLimits.pixelsMax, failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .resize({ width: sideMax, height: sideMax, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
    return { ok: true, bytes: data, width: info.width, height: info.height }
  } catch {
    return { ok: false, because: 'broken' }
  }
}
