import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { describe, expect, it } from 'vitest'
import { hearOutRefused, keepStaffAnswersPrivate, refuseNul, refuseOtherOrigins } from './refusals.ts'

const app = new Hono()
app.use(keepStaffAnswersPrivate(), refuseNul(), refuseOtherOrigins())
app.get('*', (c) => c.text('shown'))
app.post('*', async (c) => c.text(String((await c.req.raw.formData()).get('name'))))

/** A form as a browser sends it. */
const send = (path: string, body: string, headers: Record<string, string> = {}) =>
  app.request(`http://an-sinh.test${path}`, {
    method: 'POST',
    body,
    headers: { host: 'an-sinh.test', 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })

describe('a character that no text of the register can hold', () => {
  it('in an address is refused with a sentence', async () => {
    for (const path of ['/can-bo/nguoi?xa=%00', '/bai-viet/a%00', '/en/can-bo/trung?xa=1%00b'])
      expect((await app.request(`http://an-sinh.test${path}`)).status, path).toBe(400)
    expect((await app.request('http://an-sinh.test/can-bo/nguoi?xa=%2500')).status).toBe(200)
  })

  it('in a form is refused with a sentence, and the form is otherwise read as it came', async () => {
    const refused = await send('/can-bo/kho-ho-so', 'name=a%00b')
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('không lưu được')])
    const taken = await send('/can-bo/kho-ho-so', 'name=S%E1%BB%95+2009')
    expect([taken.status, await taken.text()]).toEqual([200, 'Sổ 2009'])
  })
})

describe('a form of the workspace', () => {
  it.each(['https://evil.example', 'null', 'http://an-sinh.test.evil.example', 'http://an-sinh.test:81', ''])(
    'sent from "%s" is refused, whether a page stands behind it or not',
    async (origin) => {
      const spelled = ['/CAN-BO/tim', '/En/Can-Bo/tim', '//can-bo/tim', '/%63an-bo/tim']
      for (const path of ['/can-bo/tim', '/en/can-bo/dang-xuat', '/can-bo/tim.data', ...spelled])
        expect((await send(path, 'name=a', { origin })).status).toBe(400)
    },
  )

  it('sent from its own page is taken', async () => {
    expect((await send('/can-bo/tim', 'name=a', { origin: 'http://an-sinh.test' })).status).toBe(200)
    expect((await send('/can-bo/tim', 'name=a', { origin: 'https://an-sinh.test' })).status).toBe(200)
    const behindProxy = { host: 'localhost:4000', 'x-forwarded-host': 'an-sinh.test' }
    const asked = await send('/can-bo/tim', 'name=a', { origin: 'https://an-sinh.test', ...behindProxy })
    expect(asked.status).toBe(200)
  })
})

describe('an answer of the workspace', () => {
  it('that says nothing of caches is kept by none, refusals too', async () => {
    for (const path of ['/can-bo/nguoi.data', '/en/can-bo', '/can-bo?x=%00', '/Can-bo/cong', '/EN//can-bo'])
      expect((await app.request(`http://an-sinh.test${path}`)).headers.get('cache-control')).toBe(
        'private, no-store',
      )
    expect((await app.request('http://an-sinh.test/sen.svg')).headers.get('cache-control')).toBeNull()
  })
})

describe('a body that is refused', () => {
  const limited = new Hono()
  limited.use(hearOutRefused(), bodyLimit({ maxSize: 8, onError: (c) => c.text('too long', 413) }))
  limited.post('*', async (c) => c.text(await c.req.text()))

  /** So many megabytes, counted as they are asked for. */
  const sending = (pieces: number) => {
    const asked = { pieces: 0 }
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (asked.pieces++ < pieces) controller.enqueue(new Uint8Array(1024 * 1024))
        else controller.close()
      },
    })
    const headers = { 'content-length': String(pieces * 1024 * 1024) }
    return {
      asked,
      answer: limited.request('/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit),
    }
  }

  it('is read to its end, so that the answer is not lost with the connection', async () => {
    const { asked, answer } = sending(20)
    expect([(await answer).status, await (await answer).text()]).toEqual([413, 'too long'])
    expect(asked.pieces).toBe(21)
  })

  it('is not listened to for ever', async () => {
    const { asked, answer } = sending(1_000)
    expect((await answer).status).toBe(413)
    expect(asked.pieces).toBeLessThan(70)
  })
})
