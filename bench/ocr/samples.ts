import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openReader } from '#platform/ocr'
import { preparePicture } from '#platform/pictures'
import { damage, damages } from './degrade.ts'
import { drawForm } from './forms.ts'
import { makeDossiers } from './people.ts'

/**
 * Writes `count` forms into a folder, each under the next condition, and beside each what it says and the words a machine
 * reads on it.
 */
export async function writeSamples(
  folder: string,
  { count, seed }: { count: number; seed: number },
): Promise<void> {
  const reader = openReader()
  mkdirSync(folder, { recursive: true })
  const dossiers = makeDossiers(seed)
  for (let number = 1; number <= count; number++) {
    const dossier = dossiers.next().value
    const how = damages[number % damages.length] ?? { name: 'clean', dpi: 200 }
    const file = await damage(drawForm(dossier, how.dpi).canvas.toBuffer('image/png'), how, seed + number)
    const name = `${String(number).padStart(3, '0')}-${dossier.kind}`
    writeFileSync(join(folder, `${name}.jpg`), file)
    const { words } = await reader.read((await preparePicture(file)).reading)
    const rows = words.map(({ text, confidence, letters, line, box: { left, top, right, bottom } }) =>
      JSON.stringify([text, confidence, letters, line, left, top, right, bottom]),
    )
    const said = JSON.stringify({ damage: how.name, ...dossier }).slice(0, -1)
    writeFileSync(join(folder, `${name}.json`), `${said},"words":[\n${rows.join(',\n')}\n]}\n`)
  }
  await reader.close()
}
