import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import type { ListReading, ListRow } from './list-rows.ts'
import { readAhead, stageList, takeWaiting } from './staging.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }

const rowOf = (row: number): ListRow => ({
  row,
  name: `Vi Thị ${row}`,
  sex: undefined,
  birth: undefined,
  id: undefined,
  idKind: undefined,
  unitAsWritten: [],
  village: undefined,
  household: undefined,
  relation: undefined,
  facts: {},
  award: undefined,
  note: undefined,
  standing: 'good',
  rowHash: String(row),
})

const reading: ListReading = {
  layout: 'flat',
  kind: undefined,
  month: undefined,
  unitAsWritten: undefined,
  firstDataRow: 2,
  rows: [2, 3, 4, 5].map(rowOf),
  notPeople: [],
  problems: [],
  columns: [],
  columnsNotRead: [],
  sheetsNotRead: [],
  sheetsRead: [],
  monthFrom: undefined,
  hidden: { rows: 0, columns: [] },
  headings: undefined,
  firstRows: [],
  shown: [],
  signature: undefined,
  isMapped: false,
  corrects: undefined,
}

it('rows read ahead are taken as they stand when it is their turn, whatever was said of them since', async () => {
  const file = await withActor(database, machine, (transaction) =>
    stageList(transaction, { hash: 'ahead', name: 'danh-sach.xlsx', unitUid: undefined, reading }),
  )
  const ahead = await withActor(database, machine, (transaction) =>
    readAhead(transaction, file.id, { after: 2, limit: 2 }),
  )
  expect([...ahead.keys()]).toEqual([3, 4])
  await withActor(database, machine, async (transaction) => {
    await sql`update intake.row set state = 'identical' where file_id = ${file.id} and number = 2`.execute(
      transaction,
    )
    await sql`update intake.row set decision = '{"is":"new"}', reading = (reading::jsonb || '{"name":"Vi Thị Én"}')::json
      where file_id = ${file.id} and number = 4`.execute(transaction)
  })
  const taken = await withActor(database, machine, (transaction) =>
    takeWaiting(transaction, file.id, 10, ahead),
  )
  expect(taken.map(({ number, reading: { name }, decision }) => [number, name, decision])).toEqual([
    [3, 'Vi Thị 3', undefined],
    [4, 'Vi Thị Én', { is: 'new' }],
    [5, 'Vi Thị 5', undefined],
  ])
})
