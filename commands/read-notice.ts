import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { stateCalendar } from '#law/holidays'
import { readNotice } from '#notices'
import type { Command, CommandArguments, CommandIo } from '#platform/command'
import { readWrittenDocument, type WrittenDocument } from '#platform/written-documents'
import { readingAsJson } from './read-notice/json.ts'
import { printReading } from './read-notice/printing.ts'
import { type ReadNoticeTexts, readNoticeTexts } from './read-notice/texts.ts'

/** `ansinh read-notice`: what a notice, a plan or a decision commands, each with the words it came from. */
export const command: Command = {
  name: 'read-notice',
  summary: {
    vi: 'Đọc thông báo, kế hoạch, quyết định thành các nhiệm vụ, kèm nguyên văn của từng việc',
    en: 'Read a notice, plan or decision into draft tasks, each with the words it came from',
  },
  usage: 'read-notice FILE.txt|.docx|.pdf|.png [--json]',
  options: {},
  positionals: 'FILE',
  run,
}

/** Below this the machine misread so much of the paper that a person should compare it. */
const sureMin = 85

async function run({ values, positionals }: CommandArguments, io: CommandIo): Promise<number> {
  const language = values.lang === 'en' ? 'en' : 'vi'
  const texts = readNoticeTexts[language]
  const [path] = positionals
  if (path === undefined || positionals.length > 1) {
    io.err(texts.oneFile)
    return 2
  }
  if (path === '-' && io.stdinIsTerminal) {
    io.err(texts.nothingComes)
    return 2
  }
  const bytes = await bytesOf(path)
  if (!bytes) {
    io.err(texts.noFile(path))
    return 1
  }
  const document = await readWrittenDocument(bytes, path === '-' ? texts.typed : basename(path), {
    // A page of a scan takes seconds; of anything else it is done before it is said.
    onProgress: ({ done, total }) => {
      if (total > 1 && done % pagesSaid === 0) io.err(texts.progress(done, total))
    },
  })
  const reading = readNotice(document, { calendar: stateCalendar })
  warnOfScan(document, texts, io)
  if (values.json) io.out(readingAsJson(reading))
  else printReading(reading, { language, texts }, io)
  return 0
}

const pagesSaid = 5

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  return path === '-' ? buffer(process.stdin) : readFile(path).catch(() => undefined)
}

function warnOfScan({ source, confidence }: WrittenDocument, texts: ReadNoticeTexts, io: CommandIo): void {
  if (source === 'scan') io.err(texts.scanned(confidence ?? 0, (confidence ?? 0) < sureMin))
}
