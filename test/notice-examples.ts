import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type NoticeDocument, type NoticeLabel, readPlainText } from '#notices'

export interface NoticeExample {
  name: string
  text: string
  document: NoticeDocument
  label: NoticeLabel
}

/** Where labelled documents lie: those that were open to the writers of the rules, and those that were not. */
export const exampleFolders = {
  open: fileURLToPath(new URL('../engines/notices/examples', import.meta.url)),
  heldOut: fileURLToPath(new URL('../engines/notices/examples/held-out', import.meta.url)),
} as const

/** The labelled documents of a folder by their names. */
export function listNoticeExamples(folder: string): NoticeExample[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => {
    const label: NoticeLabel = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    const text = readFileSync(join(folder, name.replace(/json$/, 'txt')), 'utf8')
    return { name: name.replace(/\.json$/, ''), text, document: readPlainText(text), label }
  })
}
