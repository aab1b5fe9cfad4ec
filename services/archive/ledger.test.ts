import { describe, expect, it } from 'vitest'
import { as, hoa, lan, minh, neighbour, newScan, ours, province, sign } from '#test/reading-scans'
import {
  findBook,
  listLedger,
  NameTaken,
  readBook,
  recordBook,
  recordCollection,
  recordGaps,
  sumProgress,
} from './ledger.ts'
import { writeNumbers } from './numbers.ts'
import { placeScan, setAside } from './scans.ts'

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
