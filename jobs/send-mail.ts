import { now } from '#platform/clock'
import type { Config } from '#platform/config'
import { sendLetters } from '#platform/mail-sending'
import type { Background } from './background.ts'

const everyMs = 20_000

/**
 * Sends the letters that wait, three times a minute, until what is returned is called; that waits for the letter under
 * way. Without SMTP_URL none is sent.
 */
export function sendMailRegularly(
  { database, log }: Pick<Background, 'database' | 'log'>,
  { smtpUrl, mailFrom: from, baseUrl }: Pick<Config, 'smtpUrl' | 'mailFrom' | 'baseUrl'>,
): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  const send = () =>
    sendLetters(database, { smtpUrl, from, baseUrl, now, signal }).then(
      (run) => {
        if (run.sent + run.failed + run.givenUp > 0) log.info(run, 'sending letters')
      },
      (error) => log.warn({ error: String(error) }, 'sending letters'),
    )
  let underWay: Promise<void> | undefined
  const next = () => {
    underWay ??= send().finally(() => {
      underWay = undefined
    })
  }
  next()
  const timer = setInterval(next, everyMs)
  return async () => {
    clearInterval(timer)
    stopping.abort()
    await underWay
  }
}
