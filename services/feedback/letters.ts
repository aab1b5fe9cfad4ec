import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import {
  countFailedLetters,
  findLetter,
  handleLetter,
  type LetterFate,
  type LetterHandling,
  listFailedLetters,
} from '#platform/mail-handling'
import { FeedbackNotFound, FeedbackRefused } from './refusals.ts'
import type { Handler } from './rights.ts'
import { within } from './texts-of-acts.ts'

/** Letters about open messages, and those about reserved ones, which only officers of their areas see. */
const letterKinds = {
  open: ['feedback'],
  reserved: ['feedback.denunciation', 'feedback.child'],
} as const

interface Asked {
  reserved: boolean
}

/** Letters to senders and followers that were not sent, the newest first, as far as the officer sees their messages. */
export function listUnsentLetters(
  transaction: Transaction,
  { reserved, limit, offset }: Asked & { limit: number; offset: number },
): Promise<LetterFate[]> {
  return listFailedLetters(transaction, { kinds: kindsOf({ reserved }), limit, offset })
}

export function countUnsentLetters(transaction: Transaction, asked: Asked): Promise<number> {
  return countFailedLetters(transaction, kindsOf(asked))
}

/**
 * Sends a letter about a message again, or records how its receiver was told without it. Throws FeedbackNotFound for a
 * letter the officer may not know of, FeedbackRefused for one that is on its way or over.
 */
export async function handleLetterAbout(
  transaction: Transaction,
  { id, by, now, ...handling }: LetterHandling & { id: number; by: Handler; now: Date },
): Promise<void> {
  const letter = Number.isSafeInteger(id) && id > 0 ? await findLetter(transaction, id) : undefined
  if (!letter?.about.kind.startsWith('feedback')) throw new FeedbackNotFound()
  if (by.role === 'leader') throw new FeedbackRefused(refusals.over)
  const done =
    handling.act === 'sendAgain'
      ? handling
      : { ...handling, note: within(handling.note, { from: 3, to: 300 }, refusals.note) }
  if (!(await handleLetter(transaction, { ...done, id, now }))) throw new FeedbackRefused(refusals.over)
  await recordChange(transaction, `${handling.act}Letter`, letter.about, { letter: id })
}

function kindsOf({ reserved }: Asked): readonly string[] {
  return reserved ? letterKinds.reserved : letterKinds.open
}

const refusals = {
  note: {
    vi: 'Xin ghi đã báo cho người nhận bằng cách nào, từ 3 đến 300 ký tự',
    en: 'Please say how the receiver was told, in 3 to 300 characters',
  },
  over: {
    vi: 'Thư này đang được gửi, đã gửi, hoặc đã có người xử lý: tải lại trang để xem',
    en: 'This letter is being sent, was sent, or somebody has dealt with it: reload the page',
  },
}
