/**
 * The reader of notices over its labelled documents, those it was written with and those it never saw, beside a peer in
 * the same run: every sentence with one of ten verbs of command is a task. Recall, precision, each field of what was
 * found, and the time for a page. Exits 1 when recall or precision falls below its target.
 * `node bench/notices.ts [FOLDER] [--misses]`: FOLDER holds other labelled documents; `--misses` names what was missed.
 */
import { availableParallelism, cpus } from 'node:os'
import { resolve } from 'node:path'
import { peerReading } from '#bench/notices/peer'
import { type NoticeScore, precisionOf, readNotice, recallOf, scoreReading, sumScores } from '#notices'
import { exampleFolders, listNoticeExamples, type NoticeExample } from '#test/notice-examples'

const targetShare = 0.85
/** An A4 page of a notice in the type of Decree 30/2020. */
const wordsOfPage = 400
const [folder] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const showsMisses = process.argv.includes('--misses')

const sets =
  folder === undefined
    ? [
        { title: 'open to the writers of the rules', examples: listNoticeExamples(exampleFolders.open) },
        { title: 'held out', examples: listNoticeExamples(exampleFolders.heldOut) },
      ]
    : [{ title: folder, examples: listNoticeExamples(resolve(folder)) }]

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads, Node ${process.version}`,
)
for (const { title, examples } of sets) {
  const total = measure(title, examples)
  if (Math.min(recallOf(total), precisionOf(total)) < targetShare || total.misquoted > 0) process.exitCode = 1
}

function measure(title: string, examples: readonly NoticeExample[]): NoticeScore {
  console.log(`\n${title}: ${examples.length} documents`)
  console.log(`${''.padEnd(40)} tasks drafts  recall precision   peer: recall precision`)
  const scored = examples.map(({ name, document, label }) => {
    const score = scoreReading(document, label, readNotice(document))
    const peer = scoreReading(document, label, peerReading(document))
    console.log(lineOf(name, score, peer))
    if (showsMisses) for (const line of missesOf(score)) console.log(line)
    return { score, peer }
  })
  const total = sumScores(scored.map(({ score }) => score))
  console.log(lineOf('together', total, sumScores(scored.map(({ peer }) => peer))))
  console.log(`fields  ${fieldsOf(total.fields)}`)
  console.log(`head    ${fieldsOf(total.head)}`)
  if (total.misquoted > 0) console.log(`${total.misquoted} drafts quote what is not there`)
  console.log(`time    ${pageMs(examples).toFixed(2)} ms a page of ${wordsOfPage} words`)
  return total
}

function lineOf(name: string, score: NoticeScore, peer: NoticeScore): string {
  const counts = [score.labelled, score.drafts].map((count) => String(count).padStart(6)).join('')
  const shares = [recallOf(score), precisionOf(score)].map((share) => share.toFixed(3).padStart(9)).join('')
  const ofPeer = [recallOf(peer), precisionOf(peer)].map((share) => share.toFixed(3).padStart(10)).join('')
  return `${name.padEnd(40)}${counts}${shares}      ${ofPeer}`
}

function fieldsOf(fields: NoticeScore['fields']): string {
  return Object.entries(fields)
    .filter(([, { asked }]) => asked > 0)
    .map(([name, { asked, right }]) => `${name} ${(right / asked).toFixed(2)} (${right}/${asked})`)
    .join('  ')
}

function missesOf({ missed, extra }: NoticeScore): string[] {
  return [
    ...missed.map(({ paragraph, quote, does }) => `    missed ${paragraph}: ${quote ?? does}`),
    ...extra.map(({ paragraph, quote }) => `    false  ${paragraph}: ${quote}`),
  ]
}

/** CPU time of the reader alone, over many rounds: one document takes less than a clock can tell. */
function pageMs(examples: readonly NoticeExample[]): number {
  const words = examples.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0)
  const rounds = Math.max(1, Math.ceil((50 * wordsOfPage) / words))
  const began = process.cpuUsage()
  for (let round = 0; round < rounds; round++) for (const { document } of examples) readNotice(document)
  const { user, system } = process.cpuUsage(began)
  return ((user + system) / 1_000 / rounds / words) * wordsOfPage
}
