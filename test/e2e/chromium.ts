import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How Playwright launches the browser. */
export interface ChromiumLaunch {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

const settings = [
  '--no-sandbox',
  '--headless=shell',
  '--no-zygote',
  '--disable-gpu',
  '--font-render-hinting=none',
]

/**
 * The Chromium that comes with npm, unpacked once into `cache` with its own libraries and fonts, so that a machine needs
 * nothing else. CHROMIUM_PATH names another browser.
 */
export async function prepareChromium(cache: string): Promise<ChromiumLaunch> {
  const own = process.env.CHROMIUM_PATH
  if (own) return { executablePath: own, args: ['--no-sandbox'], env: { ...environment() } }
  const parcel = fileURLToPath(new URL('..', import.meta.resolve('@sparticuz/chromium')))
  const { version } = JSON.parse(readFileSync(join(parcel, 'package.json'), 'utf8')) as { version: string }
  const home = join(cache, `chromium-${version}`)
  if (!existsSync(home)) await unpack(parcel, home)
  return {
    executablePath: join(home, 'chromium'),
    args: settings,
    env: {
      ...environment(),
      FONTCONFIG_PATH: join(home, 'fonts'),
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    },
  }
}

/** Into a folder beside, renamed when whole: two runs at once do not disturb each other. */
async function unpack(parcel: string, home: string): Promise<void> {
  const unfinished = `${home}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const before = process.env.TMPDIR
  // The package unpacks into the temporary folder, whichever that is.
  process.env.TMPDIR = unfinished
  try {
    const { inflate } = await import('@sparticuz/chromium')
    for (const name of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'])
      await inflate(join(parcel, 'bin', name))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  writeFileSync(join(unfinished, 'fonts', 'fonts.conf'), fontSettings(home))
  try {
    renameSync(unfinished, home)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}

/** Without a usable configuration Chromium shows no font at all, not even one that came with the page. */
function fontSettings(home: string): string {
  return [
    '<?xml version="1.0" ?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${home}/fonts</dir>`,
    `  <cachedir>${home}/fonts-cache/</cachedir>`,
    '  <config></config>',
    '</fontconfig>',
    '',
  ].join('\n')
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
