import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@napi-rs/canvas'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addScan, isSure, listPages, listScans, recordBatch, turnPage } from '#archive'
import { day } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import { openFiles, type StoredFile } from '#platform/files'
import { openReader, ReadingTookTooLong } from '#platform/ocr'
import { preparePicture, type ScanType } from '#platform/pictures'
import { freshDatabase } from '#test/database'
import { failureIn, readBatch } from './read-scans.ts'

const database = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'an-sinh-scans-'))
const files = openFiles(folder)
const reader = openReader()
const today = day('2026-11-23')
const actor: Actor = {
  kind: 'officer',
  id: 'tinh',
  name: 'Minh',
  role: 'provinceOfficer',
  unitUid: 'province',
  areas: ['*'],
}
let card: Buffer

beforeAll(async () => {
  card = await readFile(new URL('../test/examples/scans/can-cuoc.png', import.meta.url))
})
afterAll(async () => {
  await reader.close()
  rmSync(folder, { recursive: true, force: true })
})

async function bring(...contents: { bytes: Uint8Array; type: ScanType }[]): Promise<number> {
  const kept: { file: StoredFile; type: ScanType }[] = []
  for (const { bytes, type } of contents)
    kept.push({ file: await files.keep([bytes], { bytesMax: 30_000_000 }), type })
  return withActor(database, actor, async (transaction) => {
    const place = { unitUid: undefined, bookId: undefined, firstNumber: undefined }
    const id = await recordBatch(transaction, place)
    for (const [ordinal, { file, type }] of kept.entries())
      await addScan(transaction, { id, ...place }, { file, type, fileName: `${ordinal}`, ordinal })
    return id
  })
}

const listed = (batchId: number) =>
  withActor(database, actor, (transaction) => listScans(transaction, { batchId, limit: 50 }))
const pagesOf = (scanId: number) =>
  withActor(database, actor, (transaction) => listPages(transaction, scanId))

/** A PDF with its own text, in letters every machine has. */
function pdfWithText(): Uint8Array {
  const document = new PDFDocument()
  const context = document.beginPage(595, 842)
  context.font = '14px sans-serif'
  const lines = [
    'GIAY XAC NHAN KHUYET TAT',
    'Ngay thang nam sinh: 12/03/1944',
    'So CCCD: 040144001234',
    'Gioi tinh: Nu',
  ]
  for (const [at, line] of lines.entries()) context.fillText(line, 60, 80 + at * 24)
  document.endPage()
  return document.close()
}

describe('reading a batch', () => {
  it('reads a card by machine on this computer, proposes what it says, and tells how far it is', async () => {
    const batchId = await bring({ bytes: card, type: 'image/png' })
    const told: string[] = []
    const onProgress = ({ message }: { message: string }) => void told.push(message)
    expect(await readBatch(database, actor, batchId, { files, reader, today, onProgress })).toEqual({
      batchId,
      read: 1,
      failed: 0,
    })
    expect(told).toEqual(['Đã đọc 1 trên 1 tệp'])
    const [scan] = await listed(batchId)
    expect(scan).toMatchObject({ state: 'unread', form: 'identityCard', pages: 1 })
    const [page] = await pagesOf(scan?.id ?? 0)
    expect(page?.source).toBe('ocr')
    const sure = page?.proposals.filter(isSure).map(({ field, value }) => [field, value])
    expect(Object.fromEntries(sure ?? [])).toMatchObject({ citizenId: '040144001234', birth: '12/03/1944' })
    const shown = await files.read(page?.shown ?? ('' as never))
    expect(shown.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  })

  it('takes a PDF’s own text as certain, and says what is wrong with files that cannot be opened', async () => {
    const batchId = await bring(
      { bytes: pdfWithText(), type: 'application/pdf' },
      { bytes: Buffer.from('%PDF-1.4 torn'), type: 'application/pdf' },
      { bytes: card.subarray(0, 2_000), type: 'image/png' },
    )
    expect(await readBatch(database, actor, batchId, { files, reader, today })).toMatchObject({
      read: 1,
      failed: 2,
    })
    const [text, torn, cut] = await listed(batchId)
    const [page] = await pagesOf(text?.id ?? 0)
    expect(page).toMatchObject({ source: 'text', seconds: 0 })
    expect(page?.proposals.map(({ field, value }) => [field, value])).toEqual([
      ['birth', '12/03/1944'],
      ['citizenId', '040144001234'],
      ['sex', 'Nữ'],
    ])
    expect([torn?.state, cut?.state]).toEqual(['failed', 'failed'])
    expect(torn?.because).toMatch(/hỏng.*quét lại/)
  })

  it('tells a page without a word from one it could not open, and reads a page again as it was turned', async () => {
    const blank = await sharp({ create: { width: 900, height: 1_200, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const lying = await sharp(card).rotate(180).png().toBuffer()
    const batchId = await bring({ bytes: blank, type: 'image/png' }, { bytes: lying, type: 'image/png' })
    const tools = { files, reader, today }
    expect(await readBatch(database, actor, batchId, tools)).toMatchObject({ read: 2, failed: 0 })
    const [empty, upside] = await listed(batchId)
    expect(empty).toMatchObject({ state: 'unread', form: undefined })
    expect((await pagesOf(empty?.id ?? 0))[0]?.words).toEqual([])
    const numberOf = async () =>
      (await pagesOf(upside?.id ?? 0))[0]?.proposals.find(({ field }) => field === 'citizenId')?.value
    expect(await numberOf()).toBeUndefined()
    const turned = await withActor(database, actor, (transaction) =>
      turnPage(transaction, upside?.id ?? 0, { page: 1, quarters: 2 }),
    )
    expect(turned).toEqual({ ok: true })
    expect(await readBatch(database, actor, batchId, tools)).toMatchObject({ read: 1, failed: 0 })
    expect((await listed(batchId))[1]).toMatchObject({ state: 'unread', form: 'identityCard' })
    expect(await numberOf()).toBe('040144001234')
  })

  it('says in the language of the page why a file was not opened', () => {
    const said = 'PDF có mật khẩu: mở khóa rồi tải lên lại'
    expect(failureIn(said, 'vi')).toBe(said)
    expect(failureIn(said, 'en')).toMatch(/password.*unlock/)
    expect(failureIn('Trang trắng', 'en')).toBe('Trang trắng')
  })

  it('goes on where it stopped, and reading again repeats nothing', async () => {
    const pdf = (mark: string) => Buffer.concat([pdfWithText(), Buffer.from(`\n% ${mark}`)])
    const batchId = await bring(
      { bytes: pdf('1'), type: 'application/pdf' },
      { bytes: pdf('2'), type: 'application/pdf' },
    )
    const before = (await listed(batchId)).length
    const stopping = new AbortController()
    await expect(
      readBatch(database, actor, batchId, {
        files,
        reader,
        today,
        signal: stopping.signal,
        onProgress: () => stopping.abort(),
      }),
    ).rejects.toThrow()
    const waiting = (await listed(batchId)).filter(({ state }) => state === 'waiting').length
    expect(waiting).toBe(before - 1)
    expect(await readBatch(database, actor, batchId, { files, reader, today })).toMatchObject({
      read: waiting,
    })
    expect(await readBatch(database, actor, batchId, { files, reader, today })).toMatchObject({
      read: 0,
      failed: 0,
    })
  })

  it('gives up a page that takes too long and reads the next with a fresh thread', async () => {
    const hurried = openReader({ secondsMax: 0.01 })
    const { reading } = await preparePicture(card)
    await expect(hurried.read(reading)).rejects.toThrow(ReadingTookTooLong)
    await expect(hurried.read(reading)).rejects.toThrow('Máy đọc quá')
    await hurried.close()
  })
})
