import { beforeAll, expect, it } from 'vitest'
import { day } from '#calendar'
import { isTurnTaken, keepFile, noteJob, readListFile } from '#intake'
import { type Actor, withActor } from '#platform/database'
import { beginJob, finishJob, recordJob } from '#platform/jobs'
import { countPersons, recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { importInTurn } from './import-list.ts'
import { readUnitsTable } from './units-table.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const today = day('2026-11-23')
const as = <Result>(work: Parameters<typeof withActor<Result>>[2]) => withActor(database, machine, work)

beforeAll(() => as(async (transaction) => recordUnits(transaction, await readUnitsTable())))

async function list(name: string) {
  const rows = [
    'DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 9/2026',
    'Họ và tên,Ngày sinh,Xã',
    `${name},1950,Phường Vinh Phú`,
  ]
  const bytes = new TextEncoder().encode(rows.join('\n'))
  const fileName = `${name}.csv`
  return { fileName, ...(await readListFile(bytes, fileName, { today })) }
}

it('has the turn of its list while it writes, and no longer', async () => {
  const brought = await list('Vi Thị Hoa')
  const taken: boolean[] = []
  const { fileId } = await importInTurn(database, machine, brought, {
    today,
    onProgress: async () => {
      const { id } = await as((transaction) =>
        keepFile(transaction, { hash: brought.fileHash, name: '', unitUid: undefined }),
      )
      taken.push(await as((transaction) => isTurnTaken(transaction, id)))
    },
  })
  expect(taken).toEqual([true])
  expect(await as((transaction) => isTurnTaken(transaction, fileId))).toBe(false)
})

it('writes nothing while the queue works on the list for an officer, says so, and does once that has ended', async () => {
  const brought = await list('Lô Văn Sáu')
  const about = { hash: brought.fileHash, name: 'của cán bộ.csv', unitUid: undefined }
  const job = await as(async (transaction) => {
    const { id: fileId } = await keepFile(transaction, about)
    const { id } = await recordJob(transaction, { name: 'read', key: undefined, startedBy: 'lan' })
    await noteJob(transaction, fileId, id)
    const begun = { id, worker: 7 }
    await beginJob(transaction, begun, 'read')
    return begun
  })
  const before = await as((transaction) => countPersons(transaction))
  await expect(importInTurn(database, machine, brought, { today })).rejects.toThrow(/chờ xong rồi chạy lại/)
  expect(await as((transaction) => countPersons(transaction))).toBe(before)
  await as((transaction) => finishJob(transaction, job, {}))
  expect((await importInTurn(database, machine, brought, { today })).counts.new).toBe(1)
})
