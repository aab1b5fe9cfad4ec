import type { AttachmentTraces } from './attachment-remarks.tsx'

/** What the server says to a file: what it is called now, or why it was not taken. */
export type SentFile =
  | ({ ok: true; id: string; fileName?: string; bytes?: number } & Partial<AttachmentTraces>)
  | { ok: false; because: string }

/** Sends one file; `failed` when there was no answer. */
export function sendFile(path: string, file: File): Promise<SentFile> {
  const body = new FormData()
  body.set('file', file)
  return send(path, body)
}

/** Has a picture that was sent before cut to be shown over a text. */
export function cutPicture(path: string, pictureId: string, at: number): Promise<SentFile> {
  const body = new FormData()
  body.set('cutOf', pictureId)
  body.set('cutAt', String(at))
  return send(path, body)
}

async function send(path: string, body: FormData): Promise<SentFile> {
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
