import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainFileName, receiveFile } from './multipart.ts'

/** The same body in pieces of any size, as a wire delivers it. */
function inPieces(form: FormData, sizes: readonly number[]): Promise<Request> {
  const whole = new Request('http://localhost/', { method: 'POST', body: form })
  const type = whole.headers.get('content-type') ?? ''
  return whole.arrayBuffer().then((bytes) => {
    let at = 0
    let turn = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= bytes.byteLength) return controller.close()
        const size = sizes[turn++ % sizes.length] ?? 1
        controller.enqueue(new Uint8Array(bytes.slice(at, at + size)))
        at += size
      },
    })
    const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': type } } as RequestInit
    return new Request('http://localhost/', init)
  })
}

async function bytesOf(request: Request): Promise<[string | undefined, Buffer]> {
  const file = await receiveFile(request)
  return [file?.fileName, Buffer.concat(await Array.fromAsync(file?.bytes ?? []))]
}

describe('a file in a form', () => {
  it('comes as it was sent, however the wire cuts it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 500 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 }),
        async (bytes, sizes) => {
          const form = new FormData()
          form.set('note', 'một ghi chú\r\n--')
          form.set('file', new File([new Uint8Array(bytes)], 'danh sách.csv'))
          form.set('after', 'x')
          expect(await bytesOf(await inPieces(form, sizes))).toEqual(['danh sách.csv', Buffer.from(bytes)])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is not there when nobody chose one, and when the body is no form', async () => {
    const form = new FormData()
    form.set('file', new File([], ''))
    expect(await receiveFile(await inPieces(form, [50]))).toBeUndefined()
    expect(await receiveFile(new Request('http://localhost/', { method: 'POST', body: 'x' }))).toBeUndefined()
  })

  it('that breaks off is an error, never a shorter file', async () => {
    const form = new FormData()
    form.set('file', new File(['x'.repeat(5_000)], 'a.csv'))
    const whole = await inPieces(form, [600])
    const cut = (await whole.clone().arrayBuffer()).slice(0, 2_000)
    const request = new Request('http://localhost/', { method: 'POST', body: cut, headers: whole.headers })
    await expect(bytesOf(request)).rejects.toThrow('broke off')
  })
})

describe('the name of a file', () => {
  it.each([
    ['../../etc/danh sách.csv', 'danh sách.csv'],
    ['C:\\Users\\lan\\ds.xlsx', 'ds.xlsx'],
    ['a\0b\r\nX: y.csv', 'abX: y.csv'],
    ['hoso\u202Efdp.exe', 'hosofdp.exe'],
    ['a\ud800.csv', 'a.csv'],
  ])('%j is written %j', (said, name) => {
    expect(plainFileName(said)).toBe(name)
  })

  it('is as long as a line, keeps its ending and is never half a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (said) => {
        const name = plainFileName(`${said}.xlsx`)
        expect(name.endsWith('.xlsx')).toBe(true)
        expect(name.length).toBeLessThanOrEqual(150)
        expect(name.isWellFormed()).toBe(true)
        expect(name).not.toMatch(/[\0\r\n]/)
      }),
    )
    expect(plainFileName(`${'a'.repeat(9_000)}.csv`)).toHaveLength(150)
  })
})
