/**
 * Writes forms as files, to try the archive with: `node bench/ocr/samples.ts FOLDER [count] [seed] [words]`. The people on
 * them do not exist. Beside each picture stands what it says and, when asked, the words a machine reads on it.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openReader } from '#platform/ocr'
import { preparePicture } from '#platform/pictures'
import { damage, damages } from './degrade.ts'
import { drawForm } from './forms.ts'
import { makeDossiers } from './people.ts'

const [folder, count, seed] = [process.argv[2], Number(process.argv[3] ?? 4), Number(process.argv[4] ?? 19)]
if (folder === undefined) throw new Error('node bench/ocr/samples.ts FOLDER [count] [seed] [words]')
const reader = process.argv[5] === 'words' ? openReader() : undefined
mkdirSync(folder, { recursive: true })
const dossiers = makeDossiers(seed)
for (let number = 1; number <= count; number++) {
  const dossier = dossiers.next().value
  const how = damages[number % damages.length] ?? { name: 'clean', dpi: 200 }
  const file = await damage(drawForm(dossier, how.dpi).canvas.toBuffer('image/png'), how, seed + number)
  const name = `${String(number).padStart(3, '0')}-${dossier.kind}`
  writeFileSync(join(folder, `${name}.jpg`), file)
  const words = reader && (await reader.read((await preparePicture(file)).reading)).words
  const rows = words?.map(({ text, confidence, letters, line, box: { left, top, right, bottom } }) =>
    JSON.stringify([text, confidence, letters, line, left, top, right, bottom]),
  )
  const said = JSON.stringify({ damage: how.name, ...dossier }).slice(0, -1)
  writeFileSync(join(folder, `${name}.json`), `${said}${rows ? `,"words":[\n${rows.join(',\n')}\n]` : ''}}\n`)
}
await reader?.close()
