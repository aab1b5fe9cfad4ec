import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { bannerShape, cutBanner } from './pictures-banner.ts'

/** Red above, green below. */
const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0a0' } })
    .composite([
      {
        input: { create: { width, height: Math.round(height / 4), channels: 3, background: '#a00' } },
        ...{ left: 0, top: 0 },
      },
    ])
    .png()
    .toBuffer()

/** What a page shows of a banner on a wide screen: its middle. */
async function shownOf(banner: Buffer): Promise<{ red: number; green: number }> {
  const { data } = await sharp(banner)
    .resize({ ...bannerShape, fit: 'cover' })
    .resize(1, 1)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { red: data[0] ?? 0, green: data[1] ?? 0 }
}

describe('the picture over an article', () => {
  it('shows the part that was chosen: its top, its foot, or between', async () => {
    const tall = await drawn(1200, 1600)
    const [top, foot] = [await cutBanner(tall, 0), await cutBanner(tall, 100)]
    if (!top || !foot) throw new Error('Nothing was cut')
    expect((await shownOf(top)).red).toBeGreaterThan(150)
    expect((await shownOf(foot)).red).toBeLessThan(20)
    expect((await shownOf(foot)).green).toBeGreaterThan(150)
  })

  it('keeps what lies on both sides of it, and all of the picture when the middle was chosen', async () => {
    const whole = await cutBanner(await drawn(1200, 1600), 50)
    expect(await sharp(whole).metadata()).toMatchObject({ width: 1200, height: 1600 })
    const wide = await cutBanner(await drawn(3000, 300), 0)
    expect(await sharp(wide).metadata()).toMatchObject({ width: 1031, height: 300 })
  })

  it('is cut from a picture and from nothing else', async () => {
    expect(await cutBanner(Buffer.from('no picture'), 50)).toBeUndefined()
  })
})
