import {
  addScan,
  enterScan,
  keepMachineReading,
  recordBatch,
  recordBook,
  recordCollection,
  recordGaps,
  signReading,
  voteOn,
} from '#archive'
import type { LocalDate } from '#calendar'
import { type Actor, type Database, withActor } from '#platform/database'
import type { Sha256 } from '#platform/files'

/**
 * A row in every table of the archive for a commune: a book with a gap, and a scan that two officers read
 * differently, a third settled and somebody entered.
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
  const values = { name: 'Vi Thị Hoa' }
  for (const [reader, name] of [
    ['reader-1', values.name],
    ['reader-2', 'Vì Thị Hoa'],
  ] as const)
    await withActor(database, by(reader), (transaction) =>
      signReading(transaction, scanId, { values: { name }, today }),
    )
  await withActor(database, by('reader-3'), async (transaction) => {
    await voteOn(transaction, scanId, { values, today })
    await enterScan(transaction, scanId, { personId: 'new', fields: [], today })
  })
}
