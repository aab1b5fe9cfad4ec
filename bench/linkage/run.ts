import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { writePeople } from '#bench/people/write'
import { hold } from '#bench/rules/measure'
import { type LinkRun, linkRecords } from '#deduplication'
import { peopleSettings } from '#linkage'
import { openDuckdb } from '#platform/duckdb'
import { figuresOf, printFigures } from './figures.ts'
import { comparePeers } from './peers.ts'
import { readTruth } from './truth.ts'

/**
 * The linkage of invented people with the truth at hand: `node bench/linkage/run.ts [RECORDS] [SEED]`. Prints the
 * machine, every step, what was found and missed, the peers in the same run, and exits 1 when a goal is missed.
 */
const records = Number(process.argv[2] ?? 1_000_000)
const seed = Number(process.argv[3] ?? 1)
const goals = {
  wallMs: 12_000,
  rssMb: 3_000,
  joins: 5,
  recall: 0.96,
  precision: 0.985,
  blocking: 0.99,
  m: 0.02,
}

const home = mkdtempSync(join(tmpdir(), 'an-sinh-linkage-'))
try {
  await measure()
} finally {
  rmSync(home, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  console.log(
    `${cpus()[0]?.model.trim()}, ${availableParallelism()} threads, ${gigabytes} GB, Node ${process.version}`,
  )
  const data = await writePeople({ folder: home, records, seed })
  console.log(`${data.records} records, seed ${seed}, sha256 ${data.sha256}`)
  const { run, wallMs, cpuMs } = await timedRun(data)
  const rssMb = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`sum: ${wallMs} ms, ${cpuMs} ms of processor; highest memory ${rssMb} MB`)
  const truth = readTruth(data.truth)
  const peers = await comparePeers(data, truth)
  const figures = figuresOf(run, truth, peers.features)
  printFigures(run, figures, peers)
  const scale = Math.max(1, records / 1_000_000)
  hold(
    `${wallMs} ms for ${records} records: at most ${goals.wallMs * scale}`,
    wallMs <= goals.wallMs * scale,
    false,
  )
  hold(`${rssMb} MB: at most ${goals.rssMb}`, rssMb <= goals.rssMb)
  const joins = wallMs / peers.joinMs
  hold(
    `${joins.toFixed(1)} times a plain hash join of the same pairs: at most ${goals.joins}`,
    joins <= goals.joins,
  )
  const { recall, precision, blockingRecall, mDifference } = figures
  hold(
    `recall ${recall.toFixed(4)} at weight ${peopleSettings.linkWeight}: at least ${goals.recall}`,
    recall >= goals.recall,
  )
  hold(`precision ${precision.toFixed(4)} there: at least ${goals.precision}`, precision >= goals.precision)
  hold(
    `blocking recall ${blockingRecall.toFixed(4)}: at least ${goals.blocking}`,
    blockingRecall >= goals.blocking,
  )
  hold(`|m̂ − m| ${mDifference.toFixed(4)}: at most ${goals.m}`, mDifference <= goals.m)
  for (const { peer, recall: theirs } of peers.baselines)
    hold(`recall ${recall.toFixed(4)} above ${theirs.toFixed(4)} of "${peer}"`, recall > theirs)
}

/** The whole run, from the file to the clusters, with what every step took. */
async function timedRun(data: { people: string; communes: string }): Promise<{
  run: LinkRun
  wallMs: number
  cpuMs: number
}> {
  const duckdb = await openDuckdb({ threads: 2, memoryLimitMb: 2_048, temporaryDirectory: home })
  await duckdb.run(`create table commune as select * from read_csv('${data.communes}', all_varchar = true)`)
  const start = { wall: performance.now(), cpu: process.cpuUsage() }
  let step: { name: string; wall: number; cpu: NodeJS.CpuUsage } | undefined
  const finish = () => {
    if (!step) return
    const { user, system } = process.cpuUsage(step.cpu)
    const wall = Math.round(performance.now() - step.wall)
    console.log(
      `  ${step.name.padEnd(9)} ${String(wall).padStart(6)} ms ${String(Math.round((user + system) / 1000)).padStart(6)} ms of processor`,
    )
  }
  const run = await linkRecords(duckdb, {
    records: data.people,
    communes: 'commune',
    trainedAt: '2026-11-23T00:00:00Z',
    onProgress: ({ step: name }) => {
      finish()
      step = { name, wall: performance.now(), cpu: process.cpuUsage() }
    },
  })
  finish()
  const wallMs = Math.round(performance.now() - start.wall)
  const { user, system } = process.cpuUsage(start.cpu)
  duckdb.close()
  return { run, wallMs, cpuMs: Math.round((user + system) / 1000) }
}
