import type { AttachmentTraces } from './attachment-remarks.tsx'

/** What the server says to a file: what it is called now, or why it was not taken. */
export type SentFile =
  | ({ ok: true; id: string; fileName?: string; bytes?: number } & Partial<AttachmentTraces>)
  | { ok: false; because: string }

/** Sends one file; `failed` when there was no answer. */
export async function sendFile(path: string, file: File): Promise<SentFile> {
  const body = new FormData()
  body.set('file', file)
  try {
    const response = await fetch(path, { method: 'POST', body, redirect: 'manual' })
    if (response.status === 413) return { ok: false, because: 'tooLarge' }
    return response.ok || response.status === 422
      ? ((await response.json()) as SentFile)
      : { ok: false, because: 'failed' }
  } catch {
    return { ok: false, because: 'failed' }
  }
}
