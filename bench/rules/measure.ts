import { cpus } from 'node:os'

export interface Timing {
  /** Of the fastest pass. */
  wallMs: number
  /** Processor time of the pass that took least of it, over all threads of this process. */
  cpuMs: number
}

/** Where the figures that follow were measured. */
export function printMachine(): void {
  const processors = cpus()
  console.log(`${processors[0]?.model.trim()}, ${processors.length} cores, Node ${process.version}`)
}

/** Runs something `warmUps` times, then `passes` times on the clock. */
export async function measure(
  work: () => void | Promise<void>,
  { passes, warmUps }: { passes: number; warmUps: number },
): Promise<Timing> {
  for (let pass = 0; pass < warmUps; pass++) await work()
  const timing = { wallMs: Number.POSITIVE_INFINITY, cpuMs: Number.POSITIVE_INFINITY }
  for (let pass = 0; pass < passes; pass++) {
    const processor = process.cpuUsage()
    const start = performance.now()
    await work()
    const wall = performance.now() - start
    const { user, system } = process.cpuUsage(processor)
    timing.wallMs = Math.min(timing.wallMs, wall)
    timing.cpuMs = Math.min(timing.cpuMs, (user + system) / 1000)
  }
  return timing
}

export function inMs({ wallMs, cpuMs }: Timing): string {
  return `${wallMs.toFixed(1).padStart(8)} ms  ${cpuMs.toFixed(1).padStart(8)} ms of processor`
}

/** Prints a goal and whether it was met; a ratio or an equality that was missed fails the benchmark. */
export function hold(goal: string, met: boolean, binding = true): void {
  console.log(`${met ? 'met   ' : 'MISSED'} ${goal}`)
  if (met || !binding) return
  console.error(`Missed: ${goal}`)
  process.exitCode = 1
}
