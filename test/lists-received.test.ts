import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { openAccounts, type Served, type Visitor } from './served.ts'
import { accounts, ask, count, fileIdOf, lan, listOf, serverOf, uploadPath } from './served-lists.ts'

// Without the work that reads lists: what is measured is taking them in.
const { database, served } = await serverOf('web')

const megabyte = 1024 * 1024
const limit = 128 * megabyte

describe('a list that is uploaded', () => {
  let visitor: Visitor
  beforeAll(async () => {
    await openAccounts(database, accounts)
    await served.start()
    visitor = await served.signIn(lan)
  })

  const ofSize = (bytes: number) => {
    const content = Buffer.alloc(bytes, 'Vi Văn An,1/1/1950,Nam\n')
    content.write(`${listOf(100)}\n`)
    return content
  }
  const leftovers = () => readdirSync(served.temporary).filter((name) => name.startsWith('an-sinh-'))

  it('as large as one may be is taken in whole, in little memory', async () => {
    await visitor.upload(uploadPath, 'nho.csv', listOf(10))
    served.peakMegabytes()
    const before = served.peakMegabytes()
    const fileId = fileIdOf(await visitor.upload(uploadPath, 'lon.csv', ofSize(limit)))
    const grown = served.peakMegabytes() - before
    const [kept] = await ask(
      database,
      `select (select size_bytes from intake.file where id = ${fileId}) as said,
        (select sum(octet_length(bytes)) from intake.original where file_id = ${fileId}) as kept`,
    )
    expect(kept).toEqual({ said: limit, kept: limit })
    expect(grown).toBeLessThan(200)
    expect(leftovers()).toEqual([])
  })

  it.each([
    ['a byte more', limit + 1],
    ['twice that', 2 * limit],
  ])(
    'of %s is refused with the limit and what to do, in little memory, and leaves nothing',
    async (_, bytes) => {
      served.peakMegabytes()
      const [files, before] = [await count(database, 'intake.file'), served.peakMegabytes()]
      const answer = await visitor.upload(uploadPath, 'lon.csv', ofSize(bytes))
      expect(answer.status).toBe(413)
      expect(answer.text).toMatch(/lớn hơn 128 MB.*tách danh sách thành nhiều tệp/)
      const grown = served.peakMegabytes() - before
      expect(grown).toBeLessThan(200)
      expect(await count(database, 'intake.file')).toBe(files)
      expect(leftovers()).toEqual([])
      const english = await visitor.upload(`/en${uploadPath}`, 'lon.csv', ofSize(bytes))
      expect(english.text).toMatch(/larger than 128 MB.*split the list/)
    },
  )

  it('slowly, and is cut in the middle, leaves nothing behind', async () => {
    const files = await count(database, 'intake.file')
    await cutUpload(visitor, served, 6 * megabyte)
    await expect.poll(leftovers, { timeout: 10_000 }).toEqual([])
    expect(await count(database, 'intake.file')).toBe(files)
    expect(await count(database, 'intake.original where file_id not in (select id from intake.file)')).toBe(0)
  })

  it('whose server is killed meanwhile leaves nothing in the register, and the next upload removes the rest', async () => {
    const files = await count(database, 'intake.file')
    await cutUpload(visitor, served, 6 * megabyte, () => served.kill('SIGKILL'))
    expect(leftovers().length).toBe(1)
    await served.start()
    expect(await count(database, 'intake.file')).toBe(files)
    fileIdOf(await visitor.upload(uploadPath, 'nho.csv', listOf(10)))
    expect(leftovers()).toEqual([])
  })
})

/** Sends a part of a form of twenty megabytes, as a slow line does, and breaks off: by itself, or by what `end` does. */
async function cutUpload(
  { cookie }: Visitor,
  served: Served,
  bytes: number,
  end?: () => Promise<void>,
): Promise<void> {
  const boundary = 'ranh-gioi'
  const sent = request(served.url(uploadPath), {
    method: 'POST',
    headers: {
      cookie,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': 20 * megabyte,
    },
  })
  const gone = new Promise<void>((resolve) => sent.on('error', () => resolve()))
  sent.write(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="cham.csv"\r\n\r\n`)
  for (let at = 0; at < bytes; at += megabyte) {
    sent.write(Buffer.alloc(megabyte, 'x'))
    await sleep(20)
  }
  await expect
    .poll(() => readdirSync(served.temporary).filter((name) => name.startsWith('an-sinh-')).length)
    .toBe(1)
  if (end) await end()
  else sent.destroy()
  await gone
}
