import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A PostgreSQL that runs, as its postmaster.pid tells it. */
export interface Running {
  pid: number
  socketFolder: string
  ready: boolean
}

/** Whether a process with this id still works; another user's counts, one that only waits to be buried does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The PostgreSQL that runs on this data, or undefined. */
export function findRunning(dataFolder: string): Running | undefined {
  const file = pidFileOf(dataFolder)
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!(pid > 0) || !isAlive(pid) || !isPostgresOn(pid, dataFolder)) return undefined
  return { pid, socketFolder: lines[4]?.trim() ?? '', ready: lines[7]?.trim() === 'ready' }
}

/**
 * Removes the pid file that a killed PostgreSQL left: when another program has that number by now, PostgreSQL itself
 * would refuse to start.
 */
export function clearStalePid(dataFolder: string): void {
  if (!findRunning(dataFolder)) rmSync(pidFileOf(dataFolder), { force: true })
}

function pidFileOf(dataFolder: string): string {
  return join(dataFolder, 'postmaster.pid')
}

/** Numbers of processes are used again: is it really PostgreSQL, and on our data? */
function isPostgresOn(pid: number, dataFolder: string): boolean {
  try {
    const argv =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
            .trim()
            .split(' ')
    return /postgres$/.test(argv[0] ?? '') && argv.includes(dataFolder)
  } catch {
    return false
  }
}

/** Ends PostgreSQL in order: open transactions are rolled back and memory is written out; by force after 15 s. */
export async function stopRunning(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  if (await isGoneWithin(pid, 15_000)) return
  process.kill(pid, 'SIGQUIT')
  await isGoneWithin(pid, 5_000)
}

async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 20) {
    if (!isAlive(pid)) return true
    await sleep(20)
  }
  return !isAlive(pid)
}
