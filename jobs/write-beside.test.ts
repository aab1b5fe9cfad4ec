import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { day } from '#calendar'
import { readListFile } from '#intake'
import { type Actor, type Database, openDatabase, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { createRandom, type Random } from './demonstration/random.ts'
import { importStaged, stage } from './import-list.ts'
import { loadUnits } from './units-table.ts'

const machine: Actor = { kind: 'system', job: 'test' }
const today = day('2026-11-23')
const header =
  'Họ và tên,Ngày sinh,Giới tính,Số định danh,Xã,Khối,Mã hộ,Mức độ khuyết tật,Nhóm đối tượng,Số tiền'
const givenNames = 'An Bình Châu Dũng Hòa Lan Mai Sơn Tú Yến'.split(' ')

/** Few enough people that the rows of several chunks are about the same ones, each told of in part. */
function listOf(random: Random, rows: number): string {
  const lines = Array.from({ length: rows }, () => {
    const who = random.between(0, 2_999)
    const name = [who, Math.floor(who / 10), Math.floor(who / 100)]
      .map((part) => givenNames[part % 10])
      .join(' ')
    const year = 1930 + (who % 50)
    const birth = random.pick([`${1 + (who % 28)}/${1 + (who % 12)}/${year}`, String(year), ''])
    const number = random.happens(0.6) ? `0400${String(year).slice(2)}${String(who).padStart(6, '0')}` : ''
    const sex = random.pick(['Nam', ''])
    const village = random.happens(0.7) ? `Khối ${who % 7}` : ''
    const household = random.happens(0.5) ? `H${who % 400}` : ''
    const degree = random.pick(['nặng', 'nhẹ', ''])
    const award = random.happens(0.4) ? 'K6,750000' : ','
    return `Lê ${name},${birth},${sex},${number},Phường Vinh Phú,${village},${household},${degree},${award}`
  })
  return [header, ...lines].join('\n')
}

async function write(database: Database, lists: readonly string[]) {
  await loadUnits(database)
  const counts = []
  for (const [index, text] of lists.entries()) {
    const fileName = `danh-sach-${index}.csv`
    const { fileHash, reading } = await readListFile(Buffer.from(text), fileName, { today })
    const { id } = await stage(database, machine, { fileName, fileHash, reading })
    counts.push((await importStaged(database, machine, id, { today })).counts)
  }
  return counts
}

/** What stands in the register, without the numbers that records were given. */
async function standing(database: Database): Promise<Record<string, string[]>> {
  const of = async (question: string) =>
    withActor(database, machine, async (transaction) =>
      (await sql<{ line: string }>`${sql.raw(question)}`.execute(transaction)).rows.map(({ line }) => line),
    )
  const who = 'p.origin'
  return {
    people:
      await of(`select concat_ws('|', name, birth_written, sex, citizen_id, village, origin, amended_origin) as line
      from registry.person order by 1`),
    facts: await of(`select concat_ws('|', ${who}, f.key, f.value, f.valid, f.origin) as line
      from registry.fact f join registry.person p on p.id = f.person_id order by 1`),
    households:
      await of(`select string_agg(concat_ws('|', ${who}, m.relation, m.valid, m.origin), ',' order by ${who}) as line
      from registry.membership m join registry.person p on p.id = m.person_id group by m.household_id order by 1`),
    awards: await of(`select concat_ws('|', ${who}, a.category, a.amount_dong, a.valid, a.origin) as line
      from awards.award a join registry.person p on p.id = a.person_id order by 1`),
    rows: await of(`select concat_ws('|', r.file_id, r.number, r.state, ${who}) as line
      from intake.row r left join registry.person p on p.id = r.person_id order by r.file_id, r.number`),
  }
}

it('two chunks at a time write what one at a time writes, whoever their rows are about', {
  timeout: 120_000,
}, async () => {
  const random = createRandom(7)
  const lists = [listOf(random, 4_500), listOf(random, 6_500)]
  const [beside, alone] = [await freshDatabase(), await freshDatabase()]
  const narrow = openDatabase(alone.url, { max: 2 })
  try {
    const counts = await write(beside, lists)
    expect(counts[1]?.changed).toBeGreaterThan(100)
    expect(await write(narrow, lists)).toEqual(counts)
  } finally {
    await narrow.close()
  }
  expect(await standing(beside)).toEqual(await standing(alone))
})
