import sharp from 'sharp'

/** The strip over an article on a wide screen. */
export const bannerShape = { width: 1168, height: 340 } as const

/**
 * A picture cut so that its middle is the strip that was chosen: pages show the middle of a banner, wide screens a
 * strip of it and phones more. `at` is how far down (or across, in a picture wider than the strip) the strip begins, in
 * hundredths of the room there is. As much around it is kept as lies on both sides. Undefined for what is no picture.
 */
export async function cutBanner(bytes: Uint8Array, at: number): Promise<Buffer | undefined> {
  try {
    const { width, height } = await sharp(bytes).metadata()
    const isTall = width * bannerShape.height <= height * bannerShape.width
    const strip = isTall
      ? (width * bannerShape.height) / bannerShape.width
      : (height * bannerShape.width) / bannerShape.height
    const { from, length } = around(isTall ? height : width, strip, Math.min(100, Math.max(0, at)) / 100)
    const region = isTall
      ? { left: 0, top: from, width, height: length }
      : { left: from, top: 0, width: length, height }
    return await sharp(bytes).extract(region).webp({ quality: 90 }).toBuffer()
  } catch {
    return undefined
  }
}

/** The longest piece of a side whose middle is that of the strip. */
function around(side: number, strip: number, at: number): { from: number; length: number } {
  const middle = strip / 2 + at * Math.max(0, side - strip)
  const reach = Math.min(middle, side - middle)
  const from = Math.max(0, Math.round(middle - reach))
  return { from, length: Math.max(1, Math.min(side - from, Math.round(reach * 2))) }
}
