/**
 * How well printed forms are read: `node bench/ocr/reading.ts [pages a condition] [seed]`. Forms of synthetic people are
 * drawn, damaged as scanners and phones damage them, prepared and read as the archive does it. With a folder as a third
 * argument some of the forms are written there and nothing is measured.
 */
import { type FieldName, fieldsOf, isSure, proposeFields } from '#archive'
import { day } from '#calendar'
import { openReader, type ReadWord } from '#platform/ocr'
import { preparePicture } from '#platform/pictures'
import { type Damage, damage, damages } from './degrade.ts'
import { distance } from './distance.ts'
import { drawForm } from './forms.ts'
import { type Dossier, makeDossiers } from './people.ts'
import { writeSamples } from './samples.ts'

const [pages, seed] = [Number(process.argv[2] ?? 4), Number(process.argv[3] ?? 19)]
const context = { today: day('2026-11-23') }

/** What came of some pages under one condition. */
interface Tally {
  letters: number
  lettersWrong: number
  words: number
  wordsWrong: number
  fields: number
  /** The machine's best guess is not what the paper says, or there is none. */
  guessesWrong: number
  leftEmpty: number
  /** Proposed, as if sure, and wrong: what a tired officer may let pass. */
  wrong: string[]
  seconds: number
}

const reader = openReader()
let rssMax = 0

const folder = process.argv[4]
if (folder === undefined) await measure()
else await writeSamples(folder, { count: pages, seed })
await reader.close()

async function measure(): Promise<void> {
  console.log(`${pages} pages a condition, seed ${seed}; a field that was not read surely is left empty.\n`)
  console.log(
    'condition                      CER     WER   field errors   left empty   wrong, proposed   s/page',
  )
  const [clean, degraded]: [Tally[], Tally[]] = [[], []]
  for (const how of damages) {
    const tally = await readUnder(how)
    if (how.name.startsWith('clean')) clean.push(tally)
    else degraded.push(tally)
    show(how, tally)
  }
  const memory = Math.round(rssMax / 1_048_576)
  console.log(`\nMemory at most ${memory} MB (drawing and damaging the forms included).`)
  const wrong = (tallies: Tally[]) => rateOf(tallies, ({ wrong: each, fields }) => [each.length, fields])
  const letters = rateOf(clean, ({ lettersWrong, letters: all }) => [lettersWrong, all])
  hold('clean: characters wrong', letters, 0.01)
  hold('clean: fields proposed wrong', wrong(clean), 0.01)
  hold('degraded: fields proposed wrong', wrong(degraded), 0.05)
}

function show(how: Damage, tally: Tally): void {
  console.log(
    `${how.name.padEnd(26)} ${percent(tally.lettersWrong, tally.letters)} ${percent(tally.wordsWrong, tally.words)}` +
      `      ${percent(tally.guessesWrong, tally.fields)}      ${percent(tally.leftEmpty, tally.fields)}` +
      `          ${percent(tally.wrong.length, tally.fields)}     ${(tally.seconds / pages).toFixed(1).padStart(5)}`,
  )
  for (const each of tally.wrong) console.log(`    wrong: ${each}`)
}

function rateOf(tallies: readonly Tally[], parts: (tally: Tally) => [number, number]): number {
  let [part, whole] = [0, 0]
  for (const [some, all] of tallies.map(parts)) [part, whole] = [part + some, whole + all]
  return part / whole
}

function hold(what: string, is: number, atMost: number): void {
  const met = is <= atMost
  console.log(`${met ? 'met   ' : 'MISSED'} ${what} ${(is * 100).toFixed(2)} % (at most ${atMost * 100} %)`)
  if (!met) process.exitCode = 1
}

async function readUnder(how: Damage): Promise<Tally> {
  const tally: Tally = {
    letters: 0,
    lettersWrong: 0,
    words: 0,
    wordsWrong: 0,
    fields: 0,
    guessesWrong: 0,
    leftEmpty: 0,
    wrong: [],
    seconds: 0,
  }
  const dossiers = makeDossiers(seed)
  for (let page = 0; page < pages; page++) {
    const dossier = dossiers.next().value
    const { canvas, lines } = drawForm(dossier, how.dpi)
    const file = await damage(canvas.toBuffer('image/png'), how, seed + page)
    const began = performance.now()
    const { reading } = await preparePicture(file)
    const { words } = await reader.read(reading)
    tally.seconds += (performance.now() - began) / 1_000
    countLetters(tally, lines, words)
    countFields(tally, dossier, words)
    rssMax = Math.max(rssMax, process.memoryUsage.rss())
  }
  return tally
}

function countLetters(tally: Tally, lines: readonly string[], words: readonly ReadWord[]): void {
  const truth = lines.join(' ')
  // Specks that were read as letters, and are known not to be, are not shown to anybody.
  const text = words
    .filter(({ confidence }) => confidence >= 30)
    .map((word) => word.text)
    .join(' ')
  tally.letters += truth.length
  tally.lettersWrong += distance([...truth], [...text])
  tally.words += truth.split(' ').length
  tally.wordsWrong += distance(truth.split(' '), text.split(' '))
}

function countFields(tally: Tally, { kind, truth }: Dossier, words: readonly ReadWord[]): void {
  const { proposals } = proposeFields(words, context)
  for (const field of fieldsOf(kind)) {
    const proposal = proposals.find((each) => each.field === field)
    const expected = truth[field as FieldName]
    if (expected === undefined && proposal === undefined) continue
    tally.fields += 1
    if (proposal?.value !== expected) tally.guessesWrong += 1
    if (!proposal || !isSure(proposal)) tally.leftEmpty += 1
    else if (proposal.value !== expected)
      tally.wrong.push(`${field} "${expected ?? ''}" read as "${proposal.value}" (${proposal.confidence})`)
  }
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2).padStart(6)} %`
}
