import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { skewOf } from './pictures-skew.ts'

/** What somebody scanned or photographed, told from its first bytes and never from its name. */
export type ScanType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/tiff' | 'application/pdf'

/** Why a file is not taken as a picture of paper. */
export type PictureRefusal =
  | 'empty'
  | 'heic'
  | 'document'
  | 'archive'
  | 'notAPicture'
  | 'tooManyPixels'
  | 'tooManyPages'
  | 'broken'

export type Sniffed = { ok: true; type: ScanType } | { ok: false; because: PictureRefusal }

/** Limits that keep a small file from becoming a huge picture in memory. */
export const pictureLimits = { pixelsMax: 40_000_000, pagesMax: 60, sideMin: 60 } as const

/** Wide enough for tesseract to read ten-point print of an A4 page, and no wider. */
const widthMax = 1_900
/** Letters of a smaller picture are too low to be read: it is enlarged. */
const widthMin = 1_654

const taken: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'application/pdf']

/** Looks at the content (the first 4 kB are enough). */
export async function sniffScan(bytes: Uint8Array): Promise<Sniffed> {
  if (bytes.length === 0) return { ok: false, because: 'empty' }
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const mime: string = found?.mime ?? ''
  if (taken.includes(mime)) return { ok: true, type: mime as ScanType }
  if (/^image\/hei[cf]/.test(mime)) return { ok: false, because: 'heic' }
  if (/word|excel|sheet|presentation|opendocument|x-cfb|rtf/.test(mime))
    return { ok: false, because: 'document' }
  if (/zip|rar|7z|tar|gzip|bzip/.test(mime)) return { ok: false, because: 'archive' }
  return { ok: false, because: 'notAPicture' }
}

export type Measured =
  | { ok: true; width: number; height: number; pages: number }
  | { ok: false; because: PictureRefusal }

/** The size a picture says it has, without opening it up: a bomb is refused here. */
export async function measurePicture(bytes: Uint8Array): Promise<Measured> {
  try {
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > pictureLimits.pixelsMax) return { ok: false, because: 'tooManyPixels' }
    if (pages > pictureLimits.pagesMax) return { ok: false, because: 'tooManyPages' }
    if (Math.min(width, height) < pictureLimits.sideMin) return { ok: false, because: 'notAPicture' }
    return { ok: true, width, height, pages }
  } catch {
    return { ok: false, because: 'broken' }
  }
}

/** A page as it is shown and as it is read: the same frame, so that a word's box lies on both. */
export interface PreparedPicture {
  /** JPEG without a word about camera or place. */
  shown: Buffer
  /** Grey PNG, straightened, its shadows taken out. */
  reading: Buffer
  width: number
  height: number
}

/**
 * Turns a picture upright by what its camera noted, and by `quarters` to the right where an officer said so, straightens it by its lines of text, brings it to a common width and
 * drops everything but the pixels. Throws on a picture that cannot be decoded.
 */
export async function preparePicture(
  bytes: Uint8Array,
  { page = 0, quarters = 0 }: { page?: number; quarters?: number | undefined } = {},
): Promise<PreparedPicture> {
  const opened = sharp(bytes, { page, limitInputPixels: pictureLimits.pixelsMax, failOn: 'error' })
  const turned = opened.autoOrient()
  const upright = await (quarters % 4 === 0 ? turned : turned.rotate((quarters % 4) * 90))
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .resize({ width: widthMax, height: 2 * widthMax, fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  const angle = await findSkew(upright.data)
  // A strip a few pixels wide would become miles high.
  const scale = Math.max(1, Math.min(widthMin / upright.info.width, (2 * widthMax) / upright.info.height))
  // Two steps: libvips would resize before it rotates.
  const straight =
    Math.abs(angle) < 0.2
      ? upright.data
      : await sharp(upright.data)
          .rotate(-angle, { background: '#fff' })
          .png({ compressionLevel: 1 })
          .toBuffer()
  const { data, info } = await sharp(straight)
    .resize({ width: Math.round(upright.info.width * scale), kernel: 'lanczos3' })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  const [shown, reading] = await Promise.all([
    sharp(data).jpeg({ quality: 80, progressive: true }).toBuffer(),
    withoutShadow(data, info),
  ])
  return { shown, reading, width: info.width, height: info.height }
}

async function findSkew(png: Buffer): Promise<number> {
  const { data, info } = await sharp(png)
    .greyscale()
    .resize({ width: 700, height: 2_800, fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return skewOf(data, info)
}

/**
 * Divides each pixel by the paper around it, so that a shadow across the page becomes paper again. The paper is the
 * brightest of a neighbourhood in a picture one sixteenth as wide.
 */
async function withoutShadow(png: Buffer, { width, height }: { width: number; height: number }) {
  const small = await sharp(png)
    .greyscale()
    .resize({ width: Math.max(8, Math.round(width / 16)) })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const paper = brightestAround(small.data, small.info, 2)
  const inverse = await sharp(
    paper.map((level) => 255 - level),
    { raw: { width: small.info.width, height: small.info.height, channels: 1 } },
  )
    .blur(2)
    .resize({ width, height, fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .png({ compressionLevel: 1 })
    .toBuffer()
  const divided = await sharp(png)
    .greyscale()
    .composite([{ input: inverse, blend: 'colour-dodge' }])
    .png({ compressionLevel: 1 })
    .toBuffer()
  return sharp(divided).greyscale().png({ compressionLevel: 1 }).toBuffer()
}

function brightestAround(
  grey: Uint8Array,
  { width, height }: { width: number; height: number },
  reach: number,
) {
  const brightest = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let level = 1
      for (let up = Math.max(0, y - reach); up <= Math.min(height - 1, y + reach); up++)
        for (let left = Math.max(0, x - reach); left <= Math.min(width - 1, x + reach); left++)
          level = Math.max(level, grey[up * width + left] ?? 0)
      brightest[y * width + x] = level
    }
  return brightest
}
