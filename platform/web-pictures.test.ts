import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { prepareForWeb } from './web-pictures.ts'

/** Red at the top left, so that one sees which side is up. */
function drawn(width: number, height: number) {
  const red = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <rect width="${width}" height="${height}" fill="#fff"/>
      <rect width="${width / 4}" height="${height / 4}" fill="#f00"/></svg>`,
  )
  return sharp(red)
}

const taken = {
  IFD0: { Make: 'Phone', Artist: 'Lan' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '18/1 40/1 0/1' },
}
const photograph = () => drawn(2000, 1000).withExif(taken).withMetadata({ orientation: 6 }).jpeg().toBuffer()

describe('a photograph of a telephone', () => {
  it('stands upright in the widths of pages, and nothing in it tells where or by whom it was taken', async () => {
    const bytes = await photograph()
    expect((await sharp(bytes).metadata()).exif?.toString('latin1')).toContain('Lan')
    const made = await prepareForWeb(bytes)
    if (!made.ok) throw new Error(made.because)
    expect(made.sizes.map(({ type, width, height }) => [type, width, height])).toEqual([
      ['image/webp', 480, 960],
      ['image/webp', 960, 1920],
      ['image/webp', 1000, 2000],
      ['image/jpeg', 1000, 2000],
    ])
    for (const size of made.sizes) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(size.bytes).metadata()
      expect([exif, xmp, iptc, icc, orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(size.bytes.includes('GPS') || size.bytes.includes('Exif')).toBe(false)
      const corner = await sharp(size.bytes)
        .extract({ left: size.width - 20, top: 0, width: 10, height: 10 })
        .resize(1, 1)
        .removeAlpha()
        .raw()
        .toBuffer()
      expect(corner[0]).toBeGreaterThan(200)
      expect(corner[1]).toBeLessThan(80)
    }
  })
})

describe('a file that is no picture for a page', () => {
  const refusal = async (bytes: Uint8Array) => {
    const made = await prepareForWeb(bytes)
    return made.ok ? 'taken' : made.because
  }

  it('is refused by its content, whatever it is called', async () => {
    expect(await refusal(new Uint8Array())).toBe('empty')
    expect(await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).toBe(
      'notAPicture',
    )
    expect(await refusal(Buffer.from('%PDF-1.7\n'))).toBe('notAPicture')
    expect(await refusal(await drawn(100, 100).gif().toBuffer())).toBe('notAPicture')
  })

  it('is refused when it is broken off, a dot, or would fill the memory', async () => {
    const whole = await drawn(600, 600).jpeg().toBuffer()
    expect(await refusal(whole.subarray(0, 900))).toBe('broken')
    expect(await refusal(await drawn(20, 20).png().toBuffer())).toBe('tooSmall')
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await refusal(bomb)).toBe('tooManyPixels')
  })
})
