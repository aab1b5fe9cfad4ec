import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { expect, it, vi } from 'vitest'
import { withActor } from '#platform/database'
import { createLog } from '#platform/log'
import { enqueueMail } from '#platform/mail'
import { freshDatabase } from '#test/database'
import { sendMailRegularly } from './send-mail.ts'

const database = await freshDatabase()
const machine = { kind: 'system', job: 'test' } as const

it('letters leave soon after the start, and stopping leaves none half sent', async () => {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  const port = typeof address === 'object' ? address?.port : 0
  await withActor(database, machine, (transaction) =>
    enqueueMail(transaction, {
      to: 'linh@example.com',
      subject: 'Tin',
      text: 'Có tin mới.',
      about: { kind: 'feedback', id: '1' },
      idempotencyKey: '1',
    }),
  )
  const states = () =>
    withActor(database, machine, async (transaction) => {
      const { rows } = await sql<{ state: string }>`select state from platform.outgoing_mail`.execute(
        transaction,
      )
      return rows.map(({ state }) => state)
    })
  const mail = { mailFrom: 'ansinh@example.vn', baseUrl: 'https://ansinh.example.vn' }
  const log = createLog('silent')
  const stopWithout = sendMailRegularly({ database, log }, { ...mail, smtpUrl: undefined })
  await stopWithout()
  expect(await states()).toEqual(['waiting'])
  const stop = sendMailRegularly({ database, log }, { ...mail, smtpUrl: `smtp://127.0.0.1:${port}` })
  await vi.waitFor(async () => expect(await states()).toEqual(['sent']), { timeout: 10_000 })
  await stop()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})
