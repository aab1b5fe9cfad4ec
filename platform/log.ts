import pino from 'pino'

export type Log = pino.Logger

/**
 * One line of JSON an event, to stderr so that what commands print stays clean. Never a name, an identity number or a
 * password: log the identifier of the record.
 */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'info'): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}
