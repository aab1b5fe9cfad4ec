import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

/** A letter as it leaves. */
interface OutgoingLetter {
  from: string
  to: string
  subject: string
  text: string
  /** The same letter has the same number wherever it is tried from, so that a mailbox can tell it came twice. */
  idempotencyKey: string
}

/** What a mail server said of a letter; `unknown` when it had the text and was never heard of again. */
export type Delivery =
  | { is: 'accepted' }
  | { is: 'refused'; forGood: boolean; said: string }
  | { is: 'unknown'; said: string }

/** A mail server one is connected to. */
export interface MailServer {
  /** False once the connection broke: whatever is handed over then is refused. */
  isOpen(): boolean
  deliver(letter: OutgoingLetter): Promise<Delivery>
  close(): void
}

const quietMs = 60_000
const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * Connects to `smtp://user:password@host:port` or `smtps://…` and logs in; throws when that fails, before any letter is
 * touched. A password travels only over TLS, except to a server on this very machine.
 */
export async function connectToMailServer(smtpUrl: string): Promise<MailServer> {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl)
  const secure = protocol === 'smtps:'
  const connection = new SMTPConnection({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && username !== '' && !loopback.includes(hostname),
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: quietMs,
  })
  const speak = conversation(connection)
  try {
    await speak.step((done) => connection.connect(done))
    if (username !== '') {
      const credentials = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
      await speak.step((done) => connection.login({ credentials }, done))
    }
  } catch (error) {
    connection.close()
    throw error
  }
  return {
    isOpen: speak.isOpen,
    async deliver(letter) {
      const delivery = await deliver(letter, (envelope, message) =>
        speak.step((done) => connection.send(envelope, message, done)),
      )
      // A server that refused one letter is told that the next begins anew.
      if (delivery.is === 'refused' && speak.isOpen())
        await speak.step((done) => connection.reset(done)).catch(() => connection.close())
      return delivery
    },
    close: () => connection.quit(),
  }
}

/** Steps of a conversation that also end when the connection does. */
function conversation(connection: SMTPConnection) {
  let broken: Error | undefined
  const waiting = new Set<(error: Error) => void>()
  const end = (error: Error) => {
    broken ??= error
    for (const reject of waiting) reject(broken)
  }
  connection.on('error', end)
  connection.on('end', () => end(new Error('The mail server closed the connection')))
  return {
    isOpen: () => broken === undefined,
    step: (begin: (done: (error?: Error | null) => void) => void) =>
      new Promise<void>((resolve, reject) => {
        if (broken) return reject(broken)
        waiting.add(reject)
        begin((error) => {
          waiting.delete(reject)
          if (error) reject(error)
          else resolve()
        })
      }),
  }
}

async function deliver(
  letter: OutgoingLetter,
  send: (envelope: { from: string; to: string }, message: Readable) => Promise<void>,
): Promise<Delivery> {
  const message = await compose(letter)
  let isHandedOver = false
  // Read for the first time when the server has said that it takes the text.
  const body = Readable.from(
    (function* () {
      isHandedOver = true
      yield message
    })(),
  )
  try {
    await send({ from: letter.from, to: letter.to }, body)
    return { is: 'accepted' }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
    if (code >= 400) return { is: 'refused', forGood: code >= 500, said }
    return isHandedOver ? { is: 'unknown', said } : { is: 'refused', forGood: false, said }
  }
}

/** Plain text in UTF-8; machines that answer letters by themselves are told not to (RFC 3834). */
function compose({ from, to, subject, text, idempotencyKey }: OutgoingLetter): Promise<Buffer> {
  const number = createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 32)
  return new MailComposer({
    from: { name: 'An Sinh', address: from },
    to: { name: '', address: to },
    subject,
    text,
    textEncoding: 'quoted-printable',
    messageId: `<${number}@${from.split('@').at(-1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}
