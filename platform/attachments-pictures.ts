const start = 0xffd8
const exif = 0xffe1
/** Photoshop's remarks, and a comment in words. */
const remarks = new Set([exif, 0xffed, 0xfffe])
const startOfScan = 0xffda

/**
 * A JPEG without what its camera and its programs noted: place, owner, device. The picture itself is not touched, and
 * which way up it is stays known. Undefined when there was nothing to take out.
 */
export function withoutCamera(jpeg: Buffer): Buffer | undefined {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== start) return undefined
  const kept: Buffer[] = []
  let at = 2
  let turned: number | undefined
  let isChanged = false
  while (at + 4 <= jpeg.length) {
    const mark = jpeg.readUInt16BE(at)
    const length = jpeg.readUInt16BE(at + 2)
    if (mark === startOfScan || mark < 0xff00 || length < 2 || at + 2 + length > jpeg.length) break
    const segment = jpeg.subarray(at, at + 2 + length)
    if (remarks.has(mark)) {
      isChanged = true
      turned ??= mark === exif ? orientationIn(segment.subarray(4)) : undefined
    } else kept.push(segment)
    at += 2 + length
  }
  if (!isChanged) return undefined
  const way = turned !== undefined && turned > 1 ? [orientation(turned)] : []
  const bare = Buffer.concat([jpeg.subarray(0, 2), ...way, ...kept, jpeg.subarray(at)])
  return bare.equals(jpeg) ? undefined : bare
}

const pngStart = Buffer.from('89504e470d0a1a0a', 'hex')
/** Remarks in words, and what a camera noted (PNG 3, 11.3). */
const pngRemarks = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'])

/** A PNG without its remarks; undefined when there was nothing to take out. */
export function withoutRemarks(png: Buffer): Buffer | undefined {
  if (!png.subarray(0, 8).equals(pngStart)) return undefined
  const kept: Buffer[] = [pngStart]
  let at = 8
  while (at + 12 <= png.length) {
    const length = png.readUInt32BE(at)
    if (at + 12 + length > png.length) break
    const chunk = png.subarray(at, at + 12 + length)
    if (!pngRemarks.has(chunk.toString('latin1', 4, 8))) kept.push(chunk)
    at += 12 + length
  }
  const bare = Buffer.concat([...kept, png.subarray(at)])
  return bare.length === png.length ? undefined : bare
}

/** Which way up a picture is held: tag 0x0112 of the first directory (Exif 2.3, 4.6.4). */
function orientationIn(data: Buffer): number | undefined {
  if (data.toString('latin1', 0, 6) !== 'Exif\0\0' || data.length < 16) return undefined
  const tiff = data.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let index = 0; index < Math.min(short(first), 200); index += 1) {
    const tag = first + 2 + index * 12
    if (short(tag) === 0x0112) return short(tag + 8)
  }
  return undefined
}

/** A note of the camera that says which way up the picture is and nothing else. */
function orientation(way: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(way, 18)
  const data = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const header = Buffer.alloc(4)
  header.writeUInt16BE(exif, 0)
  header.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([header, data])
}
