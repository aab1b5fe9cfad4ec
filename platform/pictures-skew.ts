/** Tilts that are looked for, in degrees to either side; a page tilted more is turned by hand. */
const tiltMax = 5
const step = 0.25

/**
 * How many degrees the lines of text fall to the right (positive) or rise (negative): the tilt at which dark points
 * fall into the fewest, fullest rows. `grey` holds one byte a point. 0 for a picture without lines.
 */
export function skewOf(grey: Uint8Array, { width, height }: { width: number; height: number }): number {
  const points = darkPoints(grey, { width, height })
  if (points.length < 200) return 0
  const flat = sharpness(points, height, 0)
  let best = { tilt: 0, score: flat }
  for (let tilt = -tiltMax; tilt <= tiltMax; tilt += step) {
    const score = sharpness(points, height, tilt)
    if (score > best.score) best = { tilt, score }
  }
  // A picture without lines has no tilt that stands out.
  return best.score > flat * 1.03 ? best.tilt : 0
}

/** Points darker than what is around them: x and y one after the other. */
function darkPoints(grey: Uint8Array, { width, height }: { width: number; height: number }): Int32Array {
  const found: number[] = []
  for (let y = 3; y < height - 3; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const here = grey[at] ?? 255
      const around = ((grey[at - 3 * width] ?? 0) + (grey[at + 3 * width] ?? 0)) / 2
      if (around - here > 40) found.push(x, y)
    }
  return Int32Array.from(found)
}

function sharpness(points: Int32Array, height: number, tilt: number): number {
  const slope = Math.tan((tilt * Math.PI) / 180)
  const margin = Math.ceil(height / 2)
  const rows = new Float64Array(height + 2 * margin)
  for (let at = 0; at < points.length; at += 2) {
    const row = Math.round((points[at + 1] ?? 0) - (points[at] ?? 0) * slope) + margin
    rows[row] = (rows[row] ?? 0) + 1
  }
  let score = 0
  for (const count of rows) score += count * count
  return score
}
