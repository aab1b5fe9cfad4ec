import {
  copyOf,
  type Handler,
  type MessageFile,
  mergeStrikes,
  type Strike,
  type Strikes,
  strikesFor,
  suggestedStrikes,
} from '#feedback'
import { formatInstant } from '#web/ui/index.ts'

const fields = ['title', 'content', 'answer'] as const

/** A passage that may be struck out, as a line with a box to tick. */
export interface StrikeLine {
  /** `content:12:20:name`, as the form sends it. */
  key: string
  field: keyof Strikes
  passage: string
  why: Strike['why']
}

/** The texts with the strikes a form chose, and what it asked for that stands nowhere. */
export interface StrikeChoice {
  strikes: Strikes
  missing: string[]
}

/** The three texts beside each other and the passages struck out of them. */
export function publicationView(
  { message, publication }: MessageFile,
  by: Handler,
  nameOf: (actor: string) => string,
) {
  const stands = publication?.state === 'proposed' || publication?.state === 'published'
  const strikes = publication && stands ? publication.strikes : suggestedStrikes(message)
  const canBe = message.mayPublish && message.path === 'open' && message.leadingId === null
  return {
    isAgreed: canBe,
    isAnswered: message.approvedBy !== null,
    original: { title: message.title, content: message.content, answer: message.answer ?? '' },
    copy: publication && stands ? publication : copyOf(message, strikes),
    lines: linesOf(message, strikes),
    id: publication?.id ?? 0,
    state: publication?.state,
    proposedBy: publication && nameOf(publication.proposedBy),
    isMine: publication?.proposedBy === `officer:${by.id}`,
    publishedAt: publication?.publishedAt ? formatInstant(publication.publishedAt) : undefined,
    withdrawnAt: publication?.withdrawnAt ? formatInstant(publication.withdrawnAt) : undefined,
    withdrawnBecause: publication?.withdrawnBecause ?? undefined,
  }
}

type Texts = { title: string; content: string; answer: string | null }

function linesOf(texts: Texts, strikes: Strikes): StrikeLine[] {
  return fields.flatMap((field) =>
    strikes[field].map(({ from, to, why }) => ({
      key: `${field}:${from}:${to}:${why}`,
      field,
      passage: (texts[field] ?? '').slice(from, to),
      why,
    })),
  )
}

const keyPattern = /^(title|content|answer):(\d{1,5}):(\d{1,5}):([a-zA-Z]{4,8})$/
const reasons = [
  'name',
  'phone',
  'email',
  'idNumber',
  'address',
  'account',
  'plate',
  'age',
  'officer',
] as const

/** What a form chose: the ticked passages, and those copied line by line into `more`. */
export function chosenStrikes(texts: Texts, ticked: readonly string[], more: string): StrikeChoice {
  const strikes: Strikes = { title: [], content: [], answer: [] }
  for (const key of ticked) {
    const match = keyPattern.exec(key)
    const field = fields.find((each) => each === match?.[1])
    const why = reasons.find((each) => each === match?.[4])
    if (!field || !why) continue
    const [from, to] = [Number(match?.[2]), Number(match?.[3])]
    if (from < to && to <= (texts[field] ?? '').length) strikes[field].push({ from, to, why })
  }
  const passages = more
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line.length >= 2)
    .slice(0, 50)
  const found = fields.map((field) => strikesFor(texts[field] ?? '', passages))
  for (const [index, field] of fields.entries())
    strikes[field] = mergeStrikes([...strikes[field], ...(found[index]?.strikes ?? [])])
  const missing = passages.filter((passage) => found.every((each) => each.missing.includes(passage)))
  return { strikes, missing }
}

/** The page after "see the copy again": the same choice, drawn. */
export function previewOf(texts: Texts, choice: StrikeChoice) {
  return { copy: copyOf(texts, choice.strikes), lines: linesOf(texts, choice.strikes) }
}
