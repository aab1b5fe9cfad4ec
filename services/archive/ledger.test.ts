import { describe, expect, it } from 'vitest'
import {
  as,
  hoa,
  lan,
  minh,
  neighbour,
  newScan,
  openArchive,
  ours,
  province,
  sign,
} from '#test/reading-scans'
import {
  findBook,
  listLedger,
  NameTaken,
  readBook,
  recordBook,
  recordCollection,
  recordGaps,
  sumProgress,
  takeBackGaps,
} from './ledger.ts'
import { correctBook, listBatchProgress, listLoose } from './ledger-corrections.ts'
import { writeNumbers } from './numbers.ts'
import { reopenScan } from './reopening.ts'
import { countBeyond, findScan, placeScan, setAside } from './scans.ts'

await openArchive()

let collections = 0

describe('the ledger of paper', () => {
  const make = async () => {
    const name = `Sổ ${collections++}`
    const collectionId = await as(lan, (transaction) =>
      recordCollection(transaction, { name, unitUid: ours }),
    )
    const book = { collectionId, name: 'Quyển 1', counts: 'page' as const, numberFrom: 1, numberTo: 10 }
    return { name, collectionId, bookId: await as(lan, (transaction) => recordBook(transaction, book)) }
  }
  const progress = (bookId: number) => as(lan, (transaction) => findBook(transaction, bookId))

  it('counts each step, a PDF of three pages as three, and never counts a number twice', async () => {
    const { bookId } = await make()
    const first = await newScan(lan, { bookId, firstNumber: 1, pages: 3 })
    await newScan(lan, { bookId, firstNumber: 3 })
    const done = await newScan(lan, { bookId, firstNumber: 5 })
    await sign(lan, first, hoa)
    await sign(lan, done, hoa)
    await sign(minh, done, hoa)
    expect(await progress(bookId)).toMatchObject({
      expected: 10,
      captured: 4,
      readOnce: 4,
      readTwice: 1,
      checked: 1,
    })
    const { twice, uncaptured } = await as(lan, (transaction) =>
      readBook(transaction, { id: bookId, numberFrom: 1, numberTo: 10 }),
    )
    expect([twice, uncaptured]).toEqual([[3], [4, 6, 7, 8, 9, 10]])
    expect(writeNumbers(uncaptured)).toBe('4, 6–10')
  })

  it('tells what is missing from what is known to be gone, until it is captured after all', async () => {
    const { bookId } = await make()
    const gone = { numbers: [7, 8, 99], reason: 'damaged' as const, note: 'Ướt do lũ' }
    await as(lan, (transaction) => recordGaps(transaction, bookId, gone))
    expect(await progress(bookId)).toMatchObject({ gone: 2 })
    await newScan(lan, { bookId, firstNumber: 7 })
    expect(await progress(bookId)).toMatchObject({ gone: 1, captured: 1 })
    const { gaps, uncaptured } = await as(lan, (transaction) =>
      readBook(transaction, { id: bookId, numberFrom: 1, numberTo: 10 }),
    )
    expect(gaps).toEqual([{ number: 8, reason: 'damaged', note: 'Ướt do lũ' }])
    expect(uncaptured).not.toContain(8)
  })

  it('takes a loose scan into a book of the same unit, and a blank page as checked', async () => {
    const { bookId } = await make()
    const scanId = await newScan(lan)
    expect(await as(lan, (transaction) => placeScan(transaction, scanId, { bookId, number: 2 }))).toBe(true)
    expect(await as(lan, (transaction) => placeScan(transaction, scanId, { bookId, number: 11 }))).toBe(false)
    await as(lan, (transaction) => setAside(transaction, scanId, 'Trang trắng'))
    expect(await progress(bookId)).toMatchObject({ captured: 1, checked: 1 })
    const foreign = await newScan(neighbour)
    expect(await as(province, (transaction) => placeScan(transaction, foreign, { bookId, number: 3 }))).toBe(
      false,
    )
  })

  it('adds up by collection, and a name is taken once', async () => {
    const { collectionId, bookId, name } = await make()
    const more = { collectionId, name: 'Quyển 2', counts: 'dossier' as const, numberFrom: 11, numberTo: 15 }
    await as(lan, (transaction) => recordBook(transaction, more))
    await newScan(lan, { bookId, firstNumber: 1 })
    const ledger = await as(lan, (transaction) => listLedger(transaction))
    const books = ledger.find(({ id }) => id === collectionId)?.books ?? []
    expect(sumProgress(books)).toMatchObject({ expected: 15, captured: 1 })
    await expect(as(lan, (transaction) => recordBook(transaction, more))).rejects.toThrow(NameTaken)
    await expect(
      as(minh, (transaction) => recordCollection(transaction, { name, unitUid: ours })),
    ).rejects.toThrow(NameTaken)
  })
})

describe('corrections of the ledger', () => {
  const make = async (numberTo: number) => {
    const collectionId = await as(lan, (transaction) =>
      recordCollection(transaction, { name: `Sổ ${collections++}`, unitUid: ours }),
    )
    const book = { collectionId, name: 'Quyển 1', counts: 'page' as const, numberFrom: 1, numberTo }
    const id = await as(lan, (transaction) => recordBook(transaction, book))
    const more = { ...book, name: 'Quyển 2' }
    return { id, other: await as(lan, (transaction) => recordBook(transaction, more)) }
  }
  const progress = (bookId: number) => as(lan, (transaction) => findBook(transaction, bookId))
  const place = (scanId: number, at: Parameters<typeof placeScan>[2]) =>
    as(lan, (transaction) => placeScan(transaction, scanId, at))
  const correct = (id: number, to: Parameters<typeof correctBook>[2]) =>
    as(lan, (transaction) => correctBook(transaction, id, to))
  const loose = (id: number, numberTo: number) =>
    as(lan, (transaction) => listLoose(transaction, { id, numberTo }))

  it('never let a book capture more pages than it has: what does not fit waits, and is placed with a remark', async () => {
    const { id } = await make(4)
    const scanId = await newScan(lan, { bookId: id, firstNumber: 3, pages: 3 })
    expect(await progress(id)).toMatchObject({ expected: 4, captured: 0 })
    expect(await loose(id, 4)).toMatchObject([{ id: scanId, pages: 3, numberTo: undefined }])
    const at = { bookId: id, number: 3 }
    expect(await as(lan, (transaction) => countBeyond(transaction, scanId, at))).toBe(1)
    expect(await place(scanId, at)).toBe(false)
    expect(await place(scanId, { ...at, beyondBecause: '  ' })).toBe(false)
    expect(await place(scanId, { ...at, beyondBecause: 'Tờ rời kẹp cuối sổ' })).toBe(true)
    expect(await progress(id)).toMatchObject({ expected: 4, captured: 2 })
    expect(await loose(id, 4)).toMatchObject([{ numberTo: 5, beyondBecause: 'Tờ rời kẹp cuối sổ' }])
  })

  it('move a scan from book to book, and both are counted anew', async () => {
    const { id, other } = await make(9)
    const scanId = await newScan(lan, { bookId: id, firstNumber: 2, pages: 2 })
    await sign(lan, scanId, hoa)
    expect(await place(scanId, { bookId: other, number: 5 })).toBe(true)
    expect(await progress(id)).toMatchObject({ captured: 0, readOnce: 0 })
    expect(await progress(other)).toMatchObject({ captured: 2, readOnce: 2 })
  })

  it('of a book’s numbers are refused while a scan would stand outside, and count what is expected anew', async () => {
    const { id } = await make(9)
    await newScan(lan, { bookId: id, firstNumber: 5 })
    await as(lan, (transaction) => recordGaps(transaction, id, { numbers: [8, 9], reason: 'missing' }))
    const to = { name: 'Quyển 1', numberFrom: 1, numberTo: 4 }
    expect(await correct(id, to)).toEqual({ ok: false, because: 'scansOutside', fileNames: ['anh.jpg'] })
    expect(await correct(id, { ...to, numberTo: 8 })).toEqual({ ok: true })
    expect(await progress(id)).toMatchObject({ expected: 8, captured: 1, gone: 1 })
    await expect(correct(id, { ...to, name: 'Quyển 2', numberTo: 8 })).rejects.toThrow(NameTaken)
    expect(await correct(id, { name: 'Sổ A', numberFrom: 1, numberTo: 8 })).toEqual({ ok: true })
  })

  it('take back a number told to be gone, and a page that nobody could open captures nothing', async () => {
    const { id } = await make(9)
    await as(lan, (transaction) => recordGaps(transaction, id, { numbers: [8, 9], reason: 'missing' }))
    await as(lan, (transaction) => takeBackGaps(transaction, id, [9]))
    expect(await progress(id)).toMatchObject({ gone: 1 })
    const torn = await newScan(lan, { bookId: id, fails: true })
    expect(await place(torn, { bookId: id, number: 1 })).toBe(true)
    await as(lan, (transaction) => setAside(transaction, torn, 'Tệp hỏng'))
    expect(await progress(id)).toMatchObject({ captured: 0, checked: 0 })
  })

  it('say how far one batch is, after a scan is opened again too', async () => {
    const scanId = await newScan(lan, { pages: 3 })
    await sign(lan, scanId, hoa)
    await sign(minh, scanId, hoa)
    const scan = await as(lan, (transaction) => findScan(transaction, scanId))
    const batchId = scan?.batchId ?? 0
    const far = async () => (await as(lan, (transaction) => listBatchProgress(transaction, { batchId })))[0]
    expect(await far()).toMatchObject({
      files: 1,
      pages: 3,
      readOnce: 1,
      readTwice: 1,
      checked: 1,
      entered: 0,
    })
    await as(lan, (transaction) => reopenScan(transaction, scanId, { reason: 'Đọc nhầm' }))
    expect(await far()).toMatchObject({ files: 1, readOnce: 0, readTwice: 0, checked: 0 })
    expect(await as(neighbour, (transaction) => listBatchProgress(transaction, { batchId }))).toEqual([])
  })

  it('lead on from batch to older batch, each once', async () => {
    for (let count = 0; count < 5; count += 1) await newScan(lan)
    const all = await as(lan, (transaction) => listBatchProgress(transaction, { limit: 200 }))
    const led: number[] = []
    for (let before: number | undefined; ; before = led.at(-1)) {
      const page = await as(lan, (transaction) => listBatchProgress(transaction, { limit: 2, before }))
      led.push(...page.map(({ id }) => id))
      if (page.length < 2) break
    }
    expect(led).toEqual(all.map(({ id }) => id))
    expect(led).toEqual(led.toSorted((one, other) => other - one))
    expect(led.length).toBeGreaterThan(5)
  })
})
