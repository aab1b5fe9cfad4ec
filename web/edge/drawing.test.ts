import { RouterContextProvider, type ServerBuild } from 'react-router'
import { describe, expect, it } from 'vitest'
import { drawPages, publicPart } from './drawing.ts'

/** A build whose addresses answer with the names of all routes that stand in the same manifest. */
function sample(): { build: ServerBuild; reads: () => number } {
  let reads = 0
  const route = (id: string, path: string | undefined, parentId?: string) => ({
    id,
    path,
    parentId,
    module: {
      get loader() {
        reads += 1
        return () => new Response(id)
      },
    },
  })
  const all = [
    route('root', ''),
    route('tim', 'en?/tim', 'root'),
    route('*', '*', 'root'),
    route('can-bo', 'en?/can-bo', 'root'),
    route('nguoi', 'nguoi', 'can-bo'),
    route('nguoi.csv', 'can-bo/nguoi.csv', 'root'),
    route('can-bo-xa', 'can-bo-xa', 'root'),
  ]
  const routes = Object.fromEntries(all.map((each) => [each.id, each]))
  const build = {
    routes,
    assets: { routes, entry: { module: '', imports: [] }, url: '', version: '' },
    entry: { module: { default: () => new Response('a page'), handleError: () => undefined } },
    ...{ basename: '/', publicPath: '/', assetsBuildDirectory: '', ssr: true, isSpaMode: false },
    ...{ future: {}, prerender: [], routeDiscovery: { mode: 'initial', manifestPath: '/__manifest' } },
  } as unknown as ServerBuild
  return { build, reads: () => reads }
}

const read = async (draw: ReturnType<typeof drawPages>, path: string) =>
  (await draw(new Request(`http://an-sinh.test${path}`), new RouterContextProvider())).text()

describe('the pages', () => {
  it('of the public are drawn by routes among which the workspace is not', () => {
    const { routes, assets } = publicPart(sample().build)
    expect(Object.keys(routes)).toEqual(['root', 'tim', '*', 'can-bo-xa'])
    expect(Object.keys(assets.routes)).toEqual(Object.keys(routes))
  })

  it('answer to the same addresses as by all routes together', async () => {
    const draw = drawPages(async () => sample().build, 'production')
    for (const [path, route] of [
      ['/tim?q=a', 'tim'],
      ['/en/tim', 'tim'],
      ['/khong-co', '*'],
      ['/can-bo/nguoi', 'nguoi'],
      ['/en/Can-Bo/nguoi', 'nguoi'],
      ['/can-bo/nguoi.csv', 'nguoi.csv'],
      ['/can-bo-xa', 'can-bo-xa'],
    ] as const)
      expect(await read(draw, path), path).toBe(route)
  })

  it('are laid out once, however many are drawn, so that a new version of the library that does otherwise shows', async () => {
    const { build, reads } = sample()
    let loaded = 0
    const draw = drawPages(async () => {
      loaded += 1
      return build
    }, 'production')
    await read(draw, '/tim')
    const before = reads()
    for (let times = 0; times < 20; times += 1) await read(draw, '/tim')
    expect(loaded).toBe(1)
    // Each drawing reads the loader it calls, and not those of the six other routes.
    expect(reads() - before).toBeLessThanOrEqual(2 * 20)
  })

  it('are read anew each time while they are being written', async () => {
    let loaded = 0
    const draw = drawPages(async () => {
      loaded += 1
      return sample().build
    }, 'development')
    await read(draw, '/tim')
    await read(draw, '/tim')
    expect(loaded).toBe(2)
  })
})
