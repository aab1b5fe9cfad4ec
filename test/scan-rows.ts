import {
  addScan,
  enterScan,
  keepMachineReading,
  recordBatch,
  recordBook,
  recordCollection,
  recordGaps,
  reopenScan,
  signReading,
  voteOn,
} from '#archive'
import { proposeAward } from '#awards'
import { type LocalDate, monthOf } from '#calendar'
import { type Actor, type Database, type Transaction, withActor } from '#platform/database'
import type { Sha256 } from '#platform/files'

/**
 * A row in every table of the archive for a commune: a book with a gap, and a scan that two officers read
 * differently, a third settled and opened again, and somebody entered; and an award that is proposed from it.
 */
export async function plantScan(
  database: Database,
  unitUid: string,
  { today, number }: { today: LocalDate; number: number },
): Promise<void> {
  const by = (id: string): Actor => ({
    kind: 'officer',
    id,
    name: id,
    role: 'communeOfficer',
    unitUid,
    areas: ['*'],
  })
  const shown = `${number}`.repeat(64).slice(0, 64) as Sha256
  const scanId = await withActor(database, by('receiver'), async (transaction) => {
    const collectionId = await recordCollection(transaction, { name: 'Sổ trợ cấp', unitUid })
    const range = { counts: 'page' as const, numberFrom: 1, numberTo: 9 }
    const bookId = await recordBook(transaction, { collectionId, name: 'Quyển 1', ...range })
    await recordGaps(transaction, bookId, { numbers: [9], reason: 'missing' })
    const batchId = await recordBatch(transaction, { unitUid, bookId, firstNumber: 1 })
    const batch = { id: batchId, unitUid, bookId }
    const file = { sha256: shown, bytes: 1, isRepeated: false }
    const added = await addScan(transaction, batch, {
      file,
      type: 'image/png',
      fileName: 'a.png',
      ordinal: 1,
    })
    const page = {
      number: 1,
      shown,
      width: 1,
      height: 1,
      source: 'none' as const,
      words: [],
      proposals: [],
      seconds: 0,
    }
    await keepMachineReading(transaction, added.scanId, { ok: true, form: undefined, pages: [page] })
    return added.scanId
  })
  await readTwiceAndEnter(database, { scanId, by, today })
}

/** Two officers read differently, a third settles it, opens it again, and enters it once both have read anew. */
async function readTwiceAndEnter(
  database: Database,
  { scanId, by, today }: { scanId: number; by: (id: string) => Actor; today: LocalDate },
): Promise<void> {
  const values = { name: 'Vi Thị Hoa' }
  const third = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    withActor(database, by('reader-3'), work)
  for (const round of [1, 2]) {
    for (const [reader, name] of [
      ['reader-1', values.name],
      ['reader-2', 'Vì Thị Hoa'],
    ] as const)
      await withActor(database, by(reader), (transaction) =>
        signReading(transaction, scanId, { values: { name }, today }),
      )
    await third((transaction) => voteOn(transaction, scanId, { values, today }))
    if (round === 1) await third((transaction) => reopenScan(transaction, scanId, { reason: 'Đọc nhầm' }))
  }
  await third(async (transaction) => {
    const entered = await enterScan(transaction, scanId, { personId: 'new', fields: [], today })
    if (!entered.ok) throw new Error(entered.because)
    const award = {
      benefit: 'socialAllowance',
      category: 'K6',
      amountDong: 1_000,
      coefficientTenths: undefined,
    }
    const paper = {
      decisionNumber: undefined,
      signedOn: undefined,
      payee: undefined,
      origin: `scan:${scanId}`,
    }
    const months = { fromMonth: monthOf(today), toMonth: undefined }
    await proposeAward(transaction, { personId: entered.personId, ...award, ...paper, ...months })
  })
}
