import type { Config } from '#platform/config'
import { type Files, filesFolder, openFiles } from '#platform/files'
import type { Desk } from '#web/staff/access.ts'

/** Where the pictures are kept, for this machine's settings. */
export function filesOf({ config }: { config: Config }): Files {
  return openFiles(filesFolder(config))
}

/** A count that somebody typed, or undefined when it is none: `abc` and `-1` are not taken for 0. */
export function countIn(text: unknown): number | undefined {
  return typeof text === 'string' && /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : undefined
}

/** What was typed into a field, in one spelling of Unicode and without spaces around; empty when it was not sent. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.normalize('NFC').trim() : ''
}

/** The officer's own unit; undefined for the province's. */
export function unitOf({ officer }: Pick<Desk, 'officer'>): string | undefined {
  return officer.unitUid === 'province' ? undefined : officer.unitUid
}

/** Leaders look and change nothing. */
export function refuseLeaders({ officer }: Pick<Desk, 'officer'>): void {
  if (officer.role === 'leader') throw new Response(null, { status: 403 })
}
