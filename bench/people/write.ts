import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readProvince } from './communes.ts'
import { type ErrorCounts, personRecords } from './records.ts'

export interface WrittenPeople {
  /** The records, without the truth. */
  people: string
  /** record_id, person_id: which records are one person. */
  truth: string
  /** unit_uid, commune: today's commune of every unit. */
  communes: string
  records: number
  errors: ErrorCounts
  /** SHA-256 of the records. */
  sha256: string
}

const header =
  'record_id,name,sex,birth_year,birth_month,birth_day,citizen_id,old_id,unit_uid,village,household_id,phone,list_id\n'

/** Writes people.csv, truth.csv and communes.csv into a folder, a megabyte at a time. */
export async function writePeople(options: {
  folder: string
  records: number
  seed?: number
}): Promise<WrittenPeople> {
  const { folder, records, seed = 1 } = options
  mkdirSync(folder, { recursive: true })
  const errors: ErrorCounts = new Map()
  const people = fileOf(join(folder, 'people.csv'))
  const truth = fileOf(join(folder, 'truth.csv'))
  let [rows, persons] = [header, 'record_id,person_id\n']
  let count = 0
  for (const each of personRecords({ records, seed, errors })) {
    const birth = `${each.birthYear},${each.birthMonth},${each.birthDay}`
    rows += `${each.recordId},${each.name},${each.sex},${birth},${each.citizenId},${each.oldId},${each.unitUid},`
    rows += `${each.village},${each.householdId},${each.phone},${each.listId}\n`
    persons += `${each.recordId},${each.personId}\n`
    count++
    if (rows.length < 1 << 20) continue
    await people.write(rows)
    await truth.write(persons)
    rows = persons = ''
  }
  await people.write(rows)
  await truth.write(persons)
  const communes = fileOf(join(folder, 'communes.csv'))
  const { successors } = readProvince()
  await communes.write(
    `unit_uid,commune\n${successors.map((each) => `${each.unitUid},${each.commune}\n`).join('')}`,
  )
  const [sha256] = await Promise.all([people.end(), truth.end(), communes.end()])
  return { people: people.path, truth: truth.path, communes: communes.path, records: count, errors, sha256 }
}

interface HashedFile {
  path: string
  write: (text: string) => Promise<void>
  end: () => Promise<string>
}

function fileOf(path: string): HashedFile {
  const stream: WriteStream = createWriteStream(path)
  const hash: Hash = createHash('sha256')
  return {
    path,
    async write(text) {
      hash.update(text)
      if (!stream.write(text)) await once(stream, 'drain')
    },
    async end() {
      stream.end()
      await once(stream, 'finish')
      return hash.digest('hex')
    },
  }
}

/** `node bench/people/write.ts --records 1000000 --seed 1 --to FOLDER` writes them and prints their recipe. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      to: { type: 'string', default: 'invented-people' },
    },
  })
  const start = performance.now()
  const written = await writePeople({
    folder: values.to,
    records: Number(values.records),
    seed: Number(values.seed),
  })
  console.log(`${written.records} records in ${Math.round(performance.now() - start)} ms: ${written.people}`)
  console.log(`sha256 ${written.sha256}`)
  console.log('errors put into the duplicates:')
  for (const [error, count] of [...written.errors].sort(([, a], [, b]) => b - a))
    console.log(`  ${error}: ${count}`)
}

if (import.meta.main) await main()
