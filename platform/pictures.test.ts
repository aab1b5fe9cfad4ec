import { readFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { measurePicture, preparePicture, sniffScan } from './pictures.ts'
import { skewOf } from './pictures-skew.ts'

const card = await readFile(new URL('../test/examples/scans/can-cuoc.png', import.meta.url))
const asText = (text: string) => new TextEncoder().encode(text)
const becauseOf = async (bytes: Uint8Array) => {
  const sniffed = await sniffScan(bytes)
  return sniffed.ok ? sniffed.type : sniffed.because
}

/** A PNG of a few hundred bytes that says it is enormous. */
function bomb(side: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const rows = deflateSync(Buffer.alloc(1_000))
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

describe('what a file is', () => {
  it('is told from its content: pictures and PDF are taken', async () => {
    expect(await becauseOf(card)).toBe('image/png')
    for (const format of ['jpeg', 'webp', 'tiff'] as const)
      expect(await becauseOf(await sharp(card).toFormat(format).toBuffer())).toBe(`image/${format}`)
    expect(await becauseOf(asText('%PDF-1.7\n%âãÏÓ\n'))).toBe('application/pdf')
  })

  it('is told of what is not taken, so that a remedy can be named', async () => {
    expect(await becauseOf(new Uint8Array())).toBe('empty')
    expect(await becauseOf(asText('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'))).toBe(
      'notAPicture',
    )
    expect(await becauseOf(asText('MZ this is a program'))).toBe('notAPicture')
    const heic = Buffer.from('00000018667479706865696300000000686569636d696631', 'hex')
    expect(await becauseOf(heic)).toBe('heic')
    expect(await becauseOf(Buffer.from('504b0304140000000000', 'hex'))).toBe('archive')
    expect(await becauseOf(Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'))).toBe('document')
  })
})

describe('how large a picture is', () => {
  it('is measured without opening it: a bomb is refused', async () => {
    const small = bomb(30_000)
    expect(small.length).toBeLessThan(1_000)
    expect(await measurePicture(small)).toEqual({ ok: false, because: 'tooManyPixels' })
    await expect(preparePicture(small)).rejects.toThrow()
  })

  it('is told for what can be read, and a torn file is broken', async () => {
    expect(await measurePicture(card)).toMatchObject({ ok: true, pages: 1 })
    expect(await measurePicture(card.subarray(0, 20))).toEqual({ ok: false, because: 'broken' })
    const dot = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(await measurePicture(dot)).toEqual({ ok: false, because: 'notAPicture' })
  })
})

describe('forty million points', () => {
  it('are the most that is taken', async () => {
    const side = (pixels: number) => Math.floor(Math.sqrt(pixels))
    expect(await measurePicture(bomb(side(39_900_000)))).toMatchObject({ ok: true })
    expect(await measurePicture(bomb(side(40_500_000)))).toEqual({ ok: false, because: 'tooManyPixels' })
  })
})

describe('a page that is prepared', () => {
  it('is turned by quarters where an officer says so', async () => {
    const [upright, turned] = [await preparePicture(card), await preparePicture(card, { quarters: 1 })]
    expect(upright.width > upright.height).toBe(true)
    expect(turned.width < turned.height).toBe(true)
    const around = await preparePicture(card, { quarters: 4 })
    expect([around.width, around.height]).toEqual([upright.width, upright.height])
  })

  it('loses what its camera noted, place and maker, and keeps its pixels', async () => {
    expect((await sharp(card).metadata()).exif?.includes('Phuong Vinh Phu')).toBe(true)
    const { shown, reading, width, height } = await preparePicture(card)
    for (const picture of [shown, reading]) {
      const kept = await sharp(picture).metadata()
      expect([kept.exif, kept.iptc, kept.xmp]).toEqual([undefined, undefined, undefined])
      expect([kept.width, kept.height]).toEqual([width, height])
    }
    expect(width).toBe(1_654)
  })

  it('stands upright as its camera noted', async () => {
    const lying = await sharp(card).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer()
    const { width, height } = await preparePicture(lying)
    expect(width).toBeGreaterThan(height)
  })

  it.each([-3, -1.5, 2, 4])('is straightened when it lies %s degrees askew', async (tilt) => {
    const askew = await sharp(card)
      .flatten({ background: '#fff' })
      .rotate(tilt, { background: '#fff' })
      .toBuffer()
    const { data, info } = await sharp(askew)
      .greyscale()
      .resize({ width: 700 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(Math.abs(skewOf(data, info) - tilt)).toBeLessThanOrEqual(0.5)
    const prepared = await preparePicture(askew)
    const after = await sharp(prepared.reading)
      .resize({ width: 700 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(Math.abs(skewOf(after.data, after.info))).toBeLessThanOrEqual(0.5)
  })

  it('has no shadow left on the side that is read', async () => {
    const { width = 0, height = 0 } = await sharp(card).metadata()
    const shade = Buffer.from(
      `<svg width="${width}" height="${height}"><defs><linearGradient id="s"><stop offset="0.4" stop-opacity="0"/>
        <stop offset="1" stop-opacity="0.6"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#s)"/></svg>`,
    )
    const dim = await sharp(card)
      .toColourspace('srgb')
      .composite([{ input: shade }])
      .png()
      .toBuffer()
    const { reading, width: across } = await preparePicture(dim)
    const corner = { left: across - 60, top: 20, width: 40, height: 40 }
    const { channels } = await sharp(await sharp(reading).extract(corner).toBuffer()).stats()
    expect(channels[0]?.mean).toBeGreaterThan(235)
  })

  it('is never blown up beyond what is read, however thin the picture', async () => {
    const strip = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: '#fff' } })
        .png()
        .toBuffer()
    for (const [wide, high] of [
      [1, 3_308],
      [60, 60_000],
      [60_000, 60],
    ] as const) {
      const { width, height } = await preparePicture(await strip(wide, high))
      expect([width <= 1_900, height <= 3_900], `${wide} × ${high}: ${width} × ${height}`).toEqual([
        true,
        true,
      ])
    }
  }, 20_000)

  it('without a line of text is not turned at all', () => {
    const blank = new Uint8Array(700 * 500).fill(250)
    expect(skewOf(blank, { width: 700, height: 500 })).toBe(0)
  })
})
