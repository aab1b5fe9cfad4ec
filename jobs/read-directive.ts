import { DirectiveRefusal, keepDraft } from '#directives'
import { stateCalendar } from '#law/holidays'
import { readNotice } from '#notices'
import { type Actor, type Database, withActor } from '#platform/database'
import type { Files, Sha256 } from '#platform/files'
import { readWrittenDocument, type WrittenDocument } from '#platform/written-documents'
import type { Background } from './background.ts'

/** The queue's name of the work that reads a directive from a file. */
export const directiveReading = 'readDirective'

/** A file that was kept, and the clerk who brought it. */
export interface DirectiveReadingAsked {
  sha256: Sha256
  name: string
  actor: Actor
  /** No file of this content was kept before it was brought. */
  isNew?: boolean
}

/** What reading leaves: a directive whose drafts nobody has decided, and how its text was read. */
export interface DirectiveRead extends Pick<WrittenDocument, 'source' | 'pages' | 'confidence'> {
  directiveId: number
  /** Directives of the same file, or with the same number and issuer. */
  alike: number[]
}

export interface DirectiveReadingOptions {
  /** By which the work is known again when it was killed: what it has kept is not kept twice. */
  key: string
  at: Date
  onProgress?: (progress: { done: number; total: number; message: string }) => Promise<void> | void
  signal?: AbortSignal
}

/**
 * Reads a kept file, page by page where it is a scan, and keeps the tasks it finds as drafts. Throws a `BilingualError`
 * that tells the clerk why a file cannot be read, or that it is classified; nothing is kept then.
 */
export async function readDirective(
  { database, files }: { database: Pick<Database, 'pool'>; files: Files },
  { sha256, name, actor, isNew = false }: DirectiveReadingAsked,
  { key, at, onProgress, signal }: DirectiveReadingOptions,
): Promise<DirectiveRead> {
  const { parts, source, pages, confidence } = await readWrittenDocument(await files.read(sha256), name, {
    onProgress: ({ done, total }) =>
      onProgress?.({ done, total, message: `Đã đọc ${done} trên ${total} trang` }),
    ...(signal && { signal }),
  })
  const reading = readNotice({ parts }, { calendar: stateCalendar })
  const { id, alike } = await withActor(database, actor, (transaction) =>
    keepDraft(transaction, {
      reading,
      source: { parts, name, sha256, readAs: source, ...(confidence !== undefined && { confidence }) },
      ...{ key, at },
    }),
  ).catch(async (error: unknown) => {
    // A state secret is not kept as a file either, unless somebody had brought that very file before.
    if (isNew && error instanceof DirectiveRefusal && error.code === 'stateSecret') await files.remove(sha256)
    throw error
  })
  return {
    directiveId: id,
    alike,
    source,
    ...(pages !== undefined && { pages }),
    ...(confidence !== undefined && { confidence }),
  }
}

/** Reads the files that clerks bring, one after the other. */
export async function workOnDirectives(
  { database, queue }: Pick<Background, 'database' | 'queue'>,
  files: Files,
  now: () => Date,
): Promise<void> {
  await queue.work<DirectiveReadingAsked>(directiveReading, (asked, { id, report, signal }) =>
    readDirective({ database, files }, asked, { key: `read ${id}`, at: now(), onProgress: report, signal }),
  )
}
