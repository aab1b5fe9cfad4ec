import type { AuditRoot } from '#platform/audit-root'

/** The line that computes a root in a shell: its fields, each on a line of its own, through SHA-256. */
export function hashCommand({ day, seal, lines, hash, previousRoot }: Omit<AuditRoot, 'root'>): string {
  return `printf '%s\\n' ${day} ${seal} ${lines} ${hash} ${previousRoot} | sha256sum`
}
