import { RouterContextProvider } from 'react-router'
import { describe, expect, it } from 'vitest'
import { findScan, recordBook, recordCollection } from '#archive'
import type { Actor } from '#platform/database'
import type { Officer } from '#platform/sessions'
import { readSheets } from '#platform/sheets'
import {
  as,
  database,
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
import { requestContext, type Services, servicesContext } from '#web/context.ts'
import { loader as openBook } from './book.tsx'
import { loader as exportBatches } from './export-batches.ts'
import { loader as exportLedger } from './export-ledger.ts'
import { loader as exportScans } from './export-scans.ts'
import { loader as openQueue } from './queue.tsx'

await openArchive()

type Asked = Parameters<typeof exportScans>[0] &
  Parameters<typeof openQueue>[0] &
  Parameters<typeof openBook>[0]

/** What a loader is given when this officer asks for this address. */
function asked(actor: Actor, path: string, params: Record<string, string> = {}): Asked {
  if (actor.kind !== 'officer') throw new Error('An officer sits at a desk')
  const { id, name, unitUid } = actor
  const role = unitUid === 'province' ? 'provinceOfficer' : 'communeOfficer'
  const officer: Officer = { id, username: id, name, role, unitUid, areas: ['*'] }
  const context = new RouterContextProvider()
  context.set(servicesContext, { database } as Services)
  context.set(requestContext, { id: '', address: '', nonce: '', findOfficer: async () => officer })
  const url = new URL(path, 'http://localhost')
  return { context, url, request: new Request(url), params } as unknown as Asked
}

async function rowsIn(answer: Promise<Response>, path: string): Promise<unknown[][]> {
  const bytes = new Uint8Array(await (await answer).arrayBuffer())
  const [sheet] = await readSheets(bytes, path.includes('.csv') ? 'a.csv' : 'a.xlsx')
  return sheet?.rows.slice(1).map((row) => [...row]) ?? []
}

const exported = (actor: Actor, path: string) => rowsIn(exportScans(asked(actor, path)), path)

const bookId = await as(lan, async (transaction) => {
  const collectionId = await recordCollection(transaction, { name: 'Sổ trợ cấp', unitUid: ours })
  const numbers = { numberFrom: 1, numberTo: 1_000 }
  return recordBook(transaction, { collectionId, name: 'Quyển 1', counts: 'page', ...numbers })
})
for (let number = 1; number <= 510; number += 1) await newScan(lan, { bookId, firstNumber: number })

describe('the scans of a list as a file', () => {
  it('are all of the step, in order, past what the page shows and says that it shows', async () => {
    const page = await openQueue(asked(lan, '/can-bo/kho-ho-so/can-doc?loc=unread'))
    expect([page.scans.length, page.count]).toEqual([200, 510])
    for (const ending of ['xlsx', 'csv']) {
      const rows = await exported(lan, `/can-bo/kho-ho-so/ho-so.${ending}?loc=unread`)
      expect(new Set(rows.map(([id]) => id)).size).toBe(510)
      expect(rows.slice(0, 200).map(([id]) => Number(id))).toEqual(page.scans.map(({ id }) => id))
      expect(rows[509]?.slice(1, 5)).toEqual([
        'anh.jpg',
        'Giấy xác nhận khuyết tật',
        'Quyển 1, 510',
        'Chờ đọc lần 1',
      ])
    }
  })

  it('of a book are those its page counts, by step', async () => {
    const scanId = await newScan(lan, { bookId, firstNumber: 600 })
    await sign(lan, scanId, hoa)
    const params = { bookId: String(bookId) }
    const page = await openBook(asked(lan, `/can-bo/kho-ho-so/quyen/${bookId}?loc=readOnce`, params))
    expect(page).toMatchObject({ count: 1, scans: [{ id: scanId, place: 'Quyển 1, 600' }] })
    const path = `/can-bo/kho-ho-so/ho-so.csv?quyen=${bookId}`
    expect((await exported(lan, `${path}&loc=readOnce`)).map(([id]) => id)).toEqual([String(scanId)])
    expect(await exported(lan, path)).toHaveLength(511)
    const batchId = (await as(lan, (transaction) => findScan(transaction, scanId)))?.batchId
    expect(await exported(lan, `/can-bo/kho-ho-so/ho-so.csv?lo=${batchId}`)).toHaveLength(1)
  })

  it('leave out those the officer read first, where another must read', async () => {
    const second = '/can-bo/kho-ho-so/ho-so.csv?loc=readOnce'
    expect(await exported(lan, second)).toEqual([])
    expect(await exported(minh, second)).toHaveLength(1)
  })

  it('are not told to another commune, nor is its book there', async () => {
    expect(await exported(neighbour, '/can-bo/kho-ho-so/ho-so.csv?loc=unread')).toEqual([])
    const refused = exported(neighbour, `/can-bo/kho-ho-so/ho-so.csv?quyen=${bookId}`)
    await expect(refused).rejects.toMatchObject({ status: 404 })
    expect(await exported(province, '/can-bo/kho-ho-so/ho-so.csv?loc=unread')).toHaveLength(510)
  })
})

describe('the ledger as a file', () => {
  const of = (actor: Actor) => {
    const path = '/can-bo/kho-ho-so.xlsx'
    return rowsIn(exportLedger(asked(actor, path)), path)
  }

  it('has each book with how far it is, of the own commune alone', async () => {
    const [row, ...others] = await of(lan)
    expect(others).toEqual([])
    expect(row?.slice(1)).toEqual([
      ...['Sổ trợ cấp', 'Quyển 1', 'trang', 1, 1_000],
      ...[1_000, 511, 1, 0, 0, 0, 0, 1_000],
    ])
    expect(await of(neighbour)).toEqual([])
    expect(await of(province)).toHaveLength(1)
  })
})

describe('the batches as a file', () => {
  const of = (actor: Actor) => {
    const path = '/can-bo/kho-ho-so/lo.csv'
    return rowsIn(exportBatches(asked(actor, path)), path)
  }

  it('are all of them, past many pages, the newest first, of the own commune alone', async () => {
    const rows = await of(lan)
    expect(rows).toHaveLength(511)
    expect(rows[0]?.slice(1)).toEqual(['Nghi Lộc', 'Quyển 1', ...['1', '1', '0', '1', '0', '0', '0']])
    expect(await of(neighbour)).toEqual([])
    expect(await of(province)).toHaveLength(511)
  })
})
