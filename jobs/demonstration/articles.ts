import { addDays, day } from '#calendar'
import type { Handler } from '#feedback'
import { today } from '#platform/clock'
import { type Database, type Transaction, withActor } from '#platform/database'
import {
  approveManuscript,
  beginCorrection,
  beginManuscript,
  beginTranslation,
  type Content,
  findManuscript,
  refuseManuscript,
  saveManuscript,
  submitManuscript,
  withdrawArticle,
} from '#publishing'
import type { DemonstrationOfficers } from './officers.ts'
import { type DemonstrationText, demonstrationTexts } from './texts.ts'

/** One text in the hands of its writer and of the second person. */
interface InHand {
  database: Database
  text: DemonstrationText
  writer: Handler
  reviewer: Handler
  /** A key for each act, the same whenever this is asked, so that nothing is done twice. */
  keyOf: (act: string) => string
  now: Date
}

/**
 * Takes the texts of the demonstration through the hands of two officers, as far as each goes: shown, corrected,
 * translated, withdrawn, waiting for its hour or its reader, sent back, begun.
 */
export async function loadTexts(options: {
  database: Database
  officers: DemonstrationOfficers
  now: Date
}): Promise<void> {
  const { database, officers, now } = options
  const texts = demonstrationTexts(day(today(now)))
  for (const [index, text] of texts.entries()) {
    const writer = officers[text.writer]
    const inHand: InHand = {
      ...{ database, text, writer, reviewer: text.writer === 'desk' ? officers.health : officers.desk },
      keyOf: (act) => `demonstration-${index}-${act}`,
      // A second apart, so that lists of the newest have an order.
      now: new Date(now.getTime() - (texts.length - index) * 1_000),
    }
    await bringFar(inHand, await begin(inHand))
  }
}

async function bringFar(inHand: InHand, id: number): Promise<void> {
  const { text, reviewer, keyOf, now } = inHand
  const { stands, english, correction, because = '' } = text
  if (stands === 'draft') return
  const publishAt = stands === 'scheduled' ? tomorrowMorning(now) : undefined
  await handIn(inHand, id, { publishAt })
  if (stands === 'inReview') return
  if (stands === 'returned') {
    const asked = { id, actor: reviewer, key: keyOf('refuse'), reason: because }
    return done(await asReviewer(inHand, (transaction) => refuseManuscript(transaction, asked)))
  }
  await approve(inHand, id, { publishAt })
  if (english) await translate(inHand, id, english)
  if (correction) await correct(inHand, id, correction)
  if (because) {
    const asked = { id, actor: reviewer, key: keyOf('withdraw'), reason: because, now }
    done(await asReviewer(inHand, (transaction) => withdrawArticle(transaction, asked)))
  }
}

function begin({ database, text, writer, keyOf }: InHand): Promise<number> {
  const { kind, title, words } = text
  return withActor(database, writer, async (transaction) => {
    const id = await beginManuscript(transaction, { actor: writer, kind, title, key: keyOf('begin') })
    await save(transaction, id, words)
    return id
  })
}

async function translate(inHand: InHand, id: number, words: Partial<Content>): Promise<void> {
  const { database, writer, keyOf } = inHand
  const inEnglish = { ...inHand, keyOf: (act: string) => keyOf(`en-${act}`) }
  const englishId = await withActor(database, writer, async (transaction) => {
    const begun = await beginTranslation(transaction, { id, key: keyOf('en-begin') })
    if (begun === undefined) throw new Error(`The text ${id} cannot be translated`)
    await save(transaction, begun, words)
    return begun
  })
  await handIn(inEnglish, englishId)
  await approve(inEnglish, englishId)
}

async function correct(
  inHand: InHand,
  id: number,
  { words, sentence }: NonNullable<DemonstrationText['correction']>,
): Promise<void> {
  const { database, writer, keyOf } = inHand
  await withActor(database, writer, async (transaction) => {
    done(await beginCorrection(transaction, { id, key: keyOf('correct') }))
    await save(transaction, id, words)
  })
  const again = { ...inHand, keyOf: (act: string) => keyOf(`corrected-${act}`) }
  await handIn(again, id, { correction: sentence })
  await approve(again, id)
}

async function save(transaction: Transaction, id: number, words: Partial<Content>): Promise<void> {
  const manuscript = await findManuscript(transaction, id)
  if (!manuscript) throw new Error(`The text ${id} is gone`)
  const { content, version } = manuscript
  done(await saveManuscript(transaction, { id, version, content: { ...content, ...words } }))
}

async function handIn(
  { database, writer, keyOf }: InHand,
  id: number,
  more: { publishAt?: Date | undefined; correction?: string } = {},
): Promise<void> {
  await withActor(database, writer, async (transaction) => {
    const { version = 0 } = (await findManuscript(transaction, id)) ?? {}
    done(await submitManuscript(transaction, { id, version, key: keyOf('hand-in'), ...more }))
  })
}

async function approve(
  inHand: InHand,
  id: number,
  more: { publishAt?: Date | undefined } = {},
): Promise<void> {
  const { reviewer: actor, keyOf, now } = inHand
  const asked = { id, actor, key: keyOf('approve'), now, ...more }
  done(await asReviewer(inHand, (transaction) => approveManuscript(transaction, asked)))
}

function asReviewer<Result>(
  { database, reviewer }: InHand,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return withActor(database, reviewer, work)
}

function tomorrowMorning(now: Date): Date {
  return new Date(`${addDays(day(today(now)), 1)}T08:00:00+07:00`)
}

/** A text of the demonstration that is refused is a mistake of its words: stop. */
function done(outcome: { ok: boolean }): void {
  if (!outcome.ok) throw new Error(`A text of the demonstration was refused: ${JSON.stringify(outcome)}`)
}
