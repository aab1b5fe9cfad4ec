import sharp from 'sharp'
import { createRandom } from './random.ts'

/** What happens to a page between the paper and the file. */
export interface Damage {
  name: string
  dpi: number
  tiltDegrees?: number
  blur?: number
  /** The dark side of a shadow, 0 black to 1 none. */
  shadow?: number
  /** Standard deviation of each point's error, of 255 levels. */
  noise?: number
  jpeg?: number
  widthPoints?: number
}

/** From the scanner's best to what a phone in a dim office makes of it. */
export const damages: readonly Damage[] = [
  { name: 'clean 300 dpi', dpi: 300 },
  { name: 'clean 200 dpi', dpi: 200 },
  { name: 'tilt 1.5°, light blur', dpi: 200, tiltDegrees: 1.5, blur: 0.8, jpeg: 80 },
  { name: 'shadow, noise, JPEG 40', dpi: 200, shadow: 0.45, noise: 10, jpeg: 40 },
  {
    name: 'phone 1,240 px, tilt 2.5°',
    dpi: 150,
    tiltDegrees: -2.5,
    shadow: 0.6,
    noise: 6,
    jpeg: 60,
    widthPoints: 1_240,
  },
  {
    name: 'phone 1,000 px, tilt 3°',
    dpi: 150,
    tiltDegrees: 3,
    blur: 0.7,
    shadow: 0.5,
    noise: 10,
    jpeg: 40,
    widthPoints: 1_000,
  },
  {
    name: 'phone 800 px, out of focus',
    dpi: 150,
    tiltDegrees: -1.5,
    blur: 1,
    shadow: 0.5,
    noise: 8,
    jpeg: 50,
    widthPoints: 800,
  },
]

/** The file an officer would upload of this page. */
export async function damage(png: Buffer, how: Damage, seed: number): Promise<Buffer> {
  const { tiltDegrees = 0, blur, jpeg = 92, widthPoints } = how
  let picture = sharp(png).flatten({ background: '#fff' })
  if (tiltDegrees !== 0)
    picture = sharp(await picture.rotate(tiltDegrees, { background: '#b9b2a6' }).png().toBuffer())
  if (widthPoints !== undefined)
    picture = sharp(await picture.resize({ width: widthPoints }).png().toBuffer())
  if (blur !== undefined) picture = sharp(await picture.blur(blur).png().toBuffer())
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  dim(data, info, how, seed)
  const { width, height, channels } = info
  return sharp(data, { raw: { width, height, channels } }).jpeg({ quality: jpeg }).toBuffer()
}

/** A shadow that falls across the page from one corner, and the grain of a small sensor. */
function dim(
  data: Buffer,
  { width, height, channels }: { width: number; height: number; channels: number },
  { shadow = 1, noise = 0 }: Damage,
  seed: number,
): void {
  const random = createRandom(seed)
  // The sum of four uniform numbers is near enough to a bell.
  const grain = () => (random.next() + random.next() + random.next() + random.next() - 2) * noise * 1.73
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const along = Math.min(1, Math.max(0, (x / width + y / height - 0.6) * 1.5))
      const light = 1 - (1 - shadow) * along
      const error = noise === 0 ? 0 : grain()
      for (let each = 0; each < channels; each++) {
        const at = (y * width + x) * channels + each
        data[at] = Math.min(255, Math.max(0, Math.round((data[at] ?? 0) * light + error)))
      }
    }
}
