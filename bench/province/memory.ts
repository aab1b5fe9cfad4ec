import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The most memory seen so far, in bytes. */
export interface Peak {
  node: number
  /** Each process's share of what they hold together; 0 where the system does not tell. */
  postgres: number
}

/** Looks every half second at how much memory this process and its PostgreSQL hold. */
export function watchMemory(home: string): { peak(): Peak; stop(): void } {
  let server = 0
  const timer = setInterval(() => {
    server = Math.max(server, memoryOfServer(home))
  }, 500)
  timer.unref()
  return {
    peak: () => ({ node: process.resourceUsage().maxRSS * 1_024, postgres: server }),
    stop: () => clearInterval(timer),
  }
}

/** The proportional memory of the server and its children, as Linux tells it. */
function memoryOfServer(home: string): number {
  try {
    const [first = ''] = readFileSync(join(home, 'pg', 'postmaster.pid'), 'utf8').split('\n')
    const children = readdirSync('/proc').filter(
      (pid) => /^\d+$/.test(pid) && (pid === first || parentOf(pid) === first),
    )
    return children.reduce((sum, pid) => sum + shareOf(pid), 0)
  } catch {
    return 0
  }
}

function parentOf(pid: string): string | undefined {
  try {
    return /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}

function shareOf(pid: string): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return 1_024 * Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0)
  } catch {
    return 0
  }
}
