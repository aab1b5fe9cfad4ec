import { readFile } from 'node:fs/promises'
import {
  type AuditRoot,
  listAuditRoots,
  parseAuditRoots,
  type RootVerification,
  verifyAgainstRoots,
} from '#platform/audit-root'
import type { Command, CommandArguments, CommandIo } from '#platform/command'
import { readConfig } from '#platform/config'
import { openSystem } from '#platform/system'
import { verifyTexts } from './verify-audit/texts.ts'

/** `ansinh verify-audit`: the audit log computed anew and laid against roots that somebody kept. */
export const command: Command = {
  name: 'verify-audit',
  summary: {
    vi: 'Kiểm nhật ký: tính lại mọi con dấu và so với các gốc đã công bố mà ai đó giữ bản sao',
    en: 'Compute every seal of the audit log anew and compare it with published roots kept elsewhere',
  },
  usage: 'verify-audit [--roots FILE|URL]',
  options: { roots: { type: 'string' } },
  positionals: '',
  run,
}

async function run({ values }: CommandArguments, io: CommandIo): Promise<number> {
  const texts = verifyTexts[values.lang === 'en' ? 'en' : 'vi']
  const from = values.roots === undefined ? undefined : String(values.roots)
  const kept = from === undefined ? undefined : await readRoots(from)
  if (kept === 'unreadable') return refuse(io, texts.unreadable(String(from)))
  const system = await openSystem(readConfig(process.env))
  try {
    const roots = kept ?? (await listAuditRoots(system.database.query))
    const verification = await verifyAgainstRoots(system.database, roots)
    if (values.json) io.out(JSON.stringify({ roots: from ?? 'database', ...verification }))
    else for (const line of linesOf(verification, { texts, isOwn: kept === undefined })) io.out(line)
    return verification.ok ? 0 : 1
  } finally {
    await system.close()
  }
}

function refuse(io: CommandIo, sentence: string): number {
  io.err(sentence)
  return 2
}

/** Roots from a file or an address, as /minh-bach/nhat-ky.json gives them. */
async function readRoots(from: string): Promise<AuditRoot[] | 'unreadable'> {
  try {
    const text = /^https?:\/\//i.test(from) ? await download(from) : await readFile(from, 'utf8')
    return parseAuditRoots(text) ?? 'unreadable'
  } catch {
    return 'unreadable'
  }
}

const answerWithinMs = 30_000

async function download(address: string): Promise<string> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(answerWithinMs) })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer.text()
}

function linesOf(
  verification: RootVerification,
  { texts, isOwn }: { texts: (typeof verifyTexts)['vi']; isOwn: boolean },
): string[] {
  const lines = verification.ok
    ? [texts.ok(verification)]
    : [texts.differs(verification.day, verification.seal), texts.because[verification.because]]
  return isOwn ? [...lines, texts.ownRoots] : lines
}
