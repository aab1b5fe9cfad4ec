import { sealAudit } from '#platform/audit'
import type { Background } from './background.ts'

const everyMs = 60_000

/** Seals the audit log every minute, and once more when what is returned is called at the end. */
export function sealRegularly({ database, log }: Pick<Background, 'database' | 'log'>): () => Promise<void> {
  const seal = () =>
    sealAudit(database).then(
      () => {},
      (error) => log.warn({ error: String(error) }, 'sealing the audit log'),
    )
  const timer = setInterval(() => void seal(), everyMs)
  return async () => {
    clearInterval(timer)
    await seal()
  }
}
