import type { NoticePart } from '#notices'
import type { Reader } from './ocr.ts'

/** A written document as it came: its paragraphs and tables in reading order, and how they were read. */
export interface WrittenDocument {
  parts: NoticePart[]
  /** `scan`: read from pictures by the machine, for at least one page. */
  source: 'text' | 'docx' | 'pdf' | 'scan'
  pages?: number
  /** How sure the machine is of what it read from pictures, 0–100. */
  confidence?: number
}

export interface DocumentReadingOptions {
  onProgress?: (progress: { done: number; total: number }) => void | Promise<void>
  /** Stops between two pages, with the signal's own reason. */
  signal?: AbortSignal
  /** A reader of pictures that is open already; otherwise one is opened when a page needs it, and closed. */
  reader?: Reader
}
