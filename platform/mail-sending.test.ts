import type { Socket } from 'node:net'
import { sql } from 'kysely'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '#test/database'
import { type Actor, withActor } from './database.ts'
import { enqueueMail } from './mail.ts'
import { type SendingOptions, sendLetters } from './mail-sending.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
// Ahead of the clock by which the database says when a letter was written, however slow the machine.
const start = new Date(Date.now() + 10 * 60_000)
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

/** A mail server of this test, and every letter it took. */
interface Postbox {
  url: string
  letters: string[]
  /** Cuts every connection, as a power cut at the other end does. */
  hangUp(): void
  close(): Promise<void>
}

const open: Postbox[] = []

async function openPostbox(options: SMTPServerOptions = {}, credentials = ''): Promise<Postbox> {
  const letters: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        letters.push(Buffer.concat(pieces).toString())
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const postbox = {
    url: `smtp://${credentials}127.0.0.1:${port}`,
    letters,
    hangUp() {
      for (const socket of sockets) socket.destroy()
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
  open.push(postbox)
  return postbox
}

const settings = (smtpUrl: string | undefined, at = start): SendingOptions => ({
  smtpUrl,
  from: 'ansinh@example.vn',
  baseUrl: 'https://ansinh.example.vn',
  now: () => at,
})

const write = (to: string, subject = 'Tin về góp ý của ông/bà', key = to) =>
  withActor(database, machine, (transaction) =>
    enqueueMail(transaction, {
      to,
      subject,
      text: 'Kính gửi ông/bà,\n.\nCó tin mới.',
      about: { kind: 'feedback', id: '1' },
      idempotencyKey: key,
    }),
  )

const outbox = () =>
  withActor(database, machine, async (transaction) => {
    const { rows } = await sql<{ recipient: string; state: string; tries: number; reason: string | null }>`
      select recipient, state, tries, reason_vi as reason from platform.outgoing_mail order by id`.execute(
      transaction,
    )
    return rows
  })

beforeEach(() =>
  withActor(database, machine, async (transaction) => {
    await sql`delete from platform.outgoing_mail`.execute(transaction)
  }),
)
afterEach(async () => {
  for (const postbox of open.splice(0)) await postbox.close()
})

describe('the outbox', () => {
  it('is sent to a mail server, each letter once, in words that arrive as they were written', async () => {
    const postbox = await openPostbox()
    await write('linh@example.com')
    await write('hoa@example.com')
    expect(await sendLetters(database, settings(postbox.url))).toEqual({ sent: 2, failed: 0, givenUp: 0 })
    expect(await sendLetters(database, settings(postbox.url))).toEqual({ sent: 0, failed: 0, givenUp: 0 })
    expect(postbox.letters).toHaveLength(2)
    const [letter = ''] = postbox.letters
    expect(letter).toMatch(/^From: An Sinh <ansinh@example\.vn>\r$/m)
    expect(letter).toMatch(/^To: linh@example\.com\r$/m)
    expect(letter).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(letter).toMatch(/^Message-ID: <[0-9a-f]{32}@example\.vn>\r$/m)
    const coded = letter.slice(letter.indexOf('\r\n\r\n') + 4).replaceAll('=\r\n', '')
    const bytes = coded.replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number(`0x${hex}`)))
    const text = Buffer.from(bytes, 'latin1').toString()
    expect(text.replaceAll('\r\n', '\n')).toContain(
      'Kính gửi ông/bà,\n.\nCó tin mới.\n\nAn Sinh: https://ansinh.example.vn',
    )
  })

  it('is emptied once by any number of processes at once', async () => {
    const postbox = await openPostbox()
    for (let number = 0; number < 12; number++) await write(`nguoi${number}@example.com`)
    const runs = await Promise.all([1, 2, 3].map(() => sendLetters(database, settings(postbox.url))))
    expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(12)
    expect(new Set(postbox.letters.map((letter) => /^To: (\S+)/m.exec(letter)?.[1])).size).toBe(12)
  })

  it('waits while there is no mail server to send by, and is given up when it is old news', async () => {
    await write('linh@example.com')
    expect(await sendLetters(database, settings(undefined))).toEqual({ sent: 0, failed: 0, givenUp: 0 })
    expect(await outbox()).toMatchObject([{ state: 'waiting', tries: 0 }])
    expect(await sendLetters(database, settings(undefined, later(3 * 1_440 + 5)))).toMatchObject({
      givenUp: 1,
    })
    expect(await outbox()).toMatchObject([{ state: 'givenUp', reason: expect.stringContaining('3 ngày') }])
    await sendLetters(database, settings(undefined, later(91 * 1_440)))
    expect(await outbox()).toEqual([])
  })
})

describe('a mail server that', () => {
  it('cannot be reached leaves letters as they are, says why, and is asked again', async () => {
    const gone = await openPostbox()
    await gone.close()
    open.splice(0)
    await write('linh@example.com')
    await expect(sendLetters(database, settings(gone.url))).rejects.toThrow()
    expect(await outbox()).toMatchObject([
      { state: 'waiting', tries: 0, reason: expect.stringContaining('Chưa nối được') },
    ])
    const postbox = await openPostbox()
    expect(await sendLetters(database, settings(postbox.url))).toMatchObject({ sent: 1 })
  })

  it('knows no such mailbox ends that letter alone', async () => {
    const postbox = await openPostbox({
      onRcptTo({ address }, _, done) {
        if (!address.startsWith('ai-do')) return done()
        done(Object.assign(new Error('No such user here'), { responseCode: 550 }))
      },
    })
    await write('ai-do@example.com')
    await write('linh@example.com')
    expect(await sendLetters(database, settings(postbox.url))).toEqual({ sent: 1, failed: 0, givenUp: 1 })
    expect(await outbox()).toMatchObject([
      { state: 'givenUp', reason: expect.stringContaining('No such user here') },
      { state: 'sent', reason: null },
    ])
  })

  it('asks to come back later is tried after a minute, then five, and not for ever', async () => {
    const postbox = await openPostbox({
      onRcptTo(_address, _, done) {
        done(Object.assign(new Error('Greylisted'), { responseCode: 451 }))
      },
    })
    await write('linh@example.com')
    const tried = async (minutes: number) =>
      (await sendLetters(database, settings(postbox.url, later(minutes)))).failed
    expect([await tried(0), await tried(0.5), await tried(1), await tried(3), await tried(6)]).toEqual([
      1, 0, 1, 0, 1,
    ])
    for (const minutes of [21, 81, 321]) await tried(minutes)
    expect(await sendLetters(database, settings(postbox.url, later(1_041)))).toMatchObject({ givenUp: 1 })
    expect(await outbox()).toMatchObject([{ state: 'givenUp', tries: 7 }])
  })

  it('hangs up with the text in its hands is not given the letter a second time', async () => {
    let seen = 0
    const cutting: Postbox = await openPostbox({
      onData(stream) {
        seen += 1
        stream.resume()
        stream.on('end', () => cutting.hangUp())
      },
    })
    await write('linh@example.com')
    expect(await sendLetters(database, settings(cutting.url))).toEqual({ sent: 0, failed: 0, givenUp: 1 })
    const postbox = await openPostbox()
    await sendLetters(database, settings(postbox.url, later(60)))
    expect([seen, postbox.letters.length]).toEqual([1, 0])
    expect(await outbox()).toMatchObject([
      { state: 'givenUp', reason: expect.stringContaining('không biết thư đã đến chưa') },
    ])
  })

  it('asks for a password gets it, and a wrong one sends nothing and loses nothing', async () => {
    const options: SMTPServerOptions = {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _, done) {
        if (username === 'an sinh' && password === 'bí/mật') done(null, { user: 'an sinh' })
        else done(new Error('Wrong password'))
      },
    }
    const right = await openPostbox(options, `an%20sinh:${encodeURIComponent('bí/mật')}@`)
    await write('linh@example.com')
    await expect(sendLetters(database, settings(right.url.replace(/:[^:@]*@/, ':sai@')))).rejects.toThrow()
    expect(await outbox()).toMatchObject([{ state: 'waiting', tries: 0 }])
    expect(await sendLetters(database, settings(right.url))).toMatchObject({ sent: 1 })
  })
})

it('a process killed while it handed a letter over leaves it given up, not sent again', async () => {
  const postbox = await openPostbox()
  await write('linh@example.com')
  await withActor(database, machine, (transaction) =>
    sql`update platform.outgoing_mail set state = 'sending', tries = 1, next_try_at = ${later(15)}`.execute(
      transaction,
    ),
  )
  expect(await sendLetters(database, settings(postbox.url, later(10)))).toMatchObject({ sent: 0, givenUp: 0 })
  expect(await sendLetters(database, settings(postbox.url, later(16)))).toMatchObject({ sent: 0, givenUp: 1 })
  expect(postbox.letters).toEqual([])
})

it('words of a sender that try to be headers arrive as words', async () => {
  const postbox = await openPostbox()
  await write('linh@example.com', 'Tin\r\nBcc: ai@example.com\r\n\r\nXin chao')
  await sendLetters(database, settings(postbox.url))
  expect(postbox.letters).toHaveLength(1)
  expect(postbox.letters[0]).toMatch(/^Subject: Tin Bcc: ai@example\.com Xin chao\r$/m)
  expect(postbox.letters[0]).not.toMatch(/^Bcc:/m)
})
