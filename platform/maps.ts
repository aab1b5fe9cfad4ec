import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A commune as a map draws it. */
interface CommuneShape {
  unitUid: string
  /** In full: `Xã Kim Liên`. */
  name: string
  /** The outline as an SVG path in the box of `mapBox`: relative steps, one decimal. */
  path: string
}

/** The box in which the paths lie, as an SVG `viewBox`. */
export interface CommuneMapShapes {
  viewBox: string
  shapes: CommuneShape[]
}

type Point = readonly [x: number, y: number]

interface Topology {
  arcs: Point[][]
  transform: { scale: Point; translate: Point }
  objects: { communes: { geometries: Geometry[] } }
}

type Geometry = { properties: { code: string; name: string } } & (
  | { type: 'Polygon'; arcs: number[][] }
  | { type: 'MultiPolygon'; arcs: number[][][] }
)

/** Width of the drawing, and how far a border may stray from its own: both in its pixels. */
const width = 420
const tolerance = 0.55

/** The parallel through the middle of the province: there a degree east is as long as it is drawn. */
const middle = Math.cos((19.2 * Math.PI) / 180)

/** The file holds the communes in force since this day; it knows no shapes of former ones. */
const since = '2025-07-01'

let known: CommuneMapShapes | undefined

/**
 * The communes since 1 July 2025 as paths, read and drawn once for the life of the process. Each border is simplified
 * once and used by both its sides, so that neighbours meet without a gap.
 */
export function communeShapes(): CommuneMapShapes {
  known ??= drawTopology(JSON.parse(readFileSync(topologyFile(), 'utf8')) as Topology)
  return known
}

/** Found from the manifest: the built pages run from another folder than the sources. */
function topologyFile(): string {
  return join(dirname(createRequire(import.meta.url).resolve('#ansinh')), 'data', 'nghe-an-communes.topojson')
}

function drawTopology(topology: Topology): CommuneMapShapes {
  const { borders, height } = drawBorders(topology)
  const shapes = topology.objects.communes.geometries.map((geometry) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs
    const { code, name } = geometry.properties
    const rings = polygons.flat().map((arcs) => ringOf(arcs, borders))
    return { unitUid: `${code}@${since}`, name, path: rings.map(pathOf).join('') }
  })
  return { viewBox: `-2 -2 ${width + 4} ${Math.ceil(height) + 4}`, shapes }
}

/** The borders between two communes, in whole tenths of a pixel, y downwards, north up. */
function drawBorders({ arcs, transform }: Topology): { borders: Point[][]; height: number } {
  const flat = arcs.map((steps) => {
    let [east, north] = [0, 0]
    return steps.map(([dx, dy]): Point => {
      east += dx
      north += dy
      return [east * transform.scale[0] * middle, -north * transform.scale[1]]
    })
  })
  const xs = flat.flat().map(([x]) => x)
  const ys = flat.flat().map(([, y]) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const scale = width / (Math.max(...xs) - left)
  const borders = flat.map((arc) =>
    simplify(arc.map(([x, y]): Point => [(x - left) * scale, (y - top) * scale])).map(
      ([x, y]): Point => [Math.round(x * 10), Math.round(y * 10)],
    ),
  )
  return { borders, height: (Math.max(...ys) - top) * scale }
}

/** Douglas and Peucker's line: the ends stay, and every point left out lies within the tolerance of what is kept. */
function simplify(line: readonly Point[]): Point[] {
  const [first, last] = [line[0], line.at(-1)]
  if (!first || !last || line.length < 3) return [...line]
  let [farthest, at] = [0, 0]
  for (const [index, point] of line.entries()) {
    const away = distance(point, first, last)
    if (away > farthest) [farthest, at] = [away, index]
  }
  if (farthest <= tolerance) return [first, last]
  return [...simplify(line.slice(0, at + 1)).slice(0, -1), ...simplify(line.slice(at))]
}

/** How far a point lies from a stretch; from a border that ends where it began, from that end. */
function distance([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - fromX, toY - fromY]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / length
  const near = Math.min(1, Math.max(0, along))
  return Math.hypot(x - fromX - near * dx, y - fromY - near * dy)
}

/** Borders one after another; a negative number (`~index`) is one walked backwards. */
function ringOf(arcs: readonly number[], borders: readonly Point[][]): Point[] {
  const ring = arcs.flatMap((arc) => {
    const border = arc < 0 ? (borders[~arc] ?? []).toReversed() : (borders[arc] ?? [])
    return border.slice(0, -1)
  })
  return ring.filter(([x, y], index) => x !== ring[index - 1]?.[0] || y !== ring[index - 1]?.[1])
}

/** Steps are whole tenths, so that no rounding adds up along the way. */
function pathOf(ring: readonly Point[]): string {
  const steps = ring.map(([x, y], index) => {
    const before = ring[index - 1]
    return before ? `l${tenths(x - before[0])} ${tenths(y - before[1])}` : `M${tenths(x)} ${tenths(y)}`
  })
  return `${steps.join('').replaceAll(' -', '-')}z`
}

function tenths(value: number): string {
  return String(value / 10)
}
