/** A file of errors, waiting to be fetched by who uploaded the list. */
interface ErrorFile {
  officerId: string
  fileName: string
  bytes: Uint8Array<ArrayBuffer>
}

const kept = new Map<number, ErrorFile>()
/** The oldest gives way: whoever comes later uploads the list again, which changes nothing. */
const filesMax = 40

/** Keeps the file of errors of a list in memory only: it names people, and its list is read again in seconds. */
export function keepErrorFile(fileId: number, file: ErrorFile): void {
  kept.delete(fileId)
  kept.set(fileId, file)
  const [oldest] = kept.keys()
  if (kept.size > filesMax && oldest !== undefined) kept.delete(oldest)
}

/** The file of errors of a list, for the officer who uploaded it. */
export function findErrorFile(fileId: number, officerId: string): ErrorFile | undefined {
  const file = kept.get(fileId)
  return file?.officerId === officerId ? file : undefined
}
