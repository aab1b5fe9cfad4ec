import { countPublicAnswers, listPublicAnswers, type PublicAnswer, publicFigures, struckOut } from '#feedback'
import { isArea } from '#law/authorities'
import { readUnits, type Units } from '#registry'
import type { Services } from '#web/context.ts'
import { pageAsked } from '#web/portal/articles/listing.server.ts'
import { formatDay, type Lang, langOf } from '#web/ui/index.ts'
import { areaName, authorityName } from './naming.server.ts'

const answersPerPage = 20
const excerptLetters = 280
const searchLetters = 100

/** One page of the published answers that an address asks for, and how the authorities answer. */
export async function readAnswers({ database: { query } }: Services, url: URL) {
  const lang = langOf(url.pathname)
  const text = (url.searchParams.get('q') ?? '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, searchLetters)
  const asked = url.searchParams.get('linh-vuc') ?? ''
  const area = isArea(asked) ? asked : undefined
  const filter = { text, area }
  const count = await countPublicAnswers(query, filter)
  const { page, pageCount, limit, offset } = pageAsked(url, { count, perPage: answersPerPage })
  const [answers, figures, units] = await Promise.all([
    listPublicAnswers(query, { ...filter, limit, offset }),
    publicFigures(query),
    readUnits(query),
  ])
  return {
    text,
    area,
    count,
    page,
    pageCount,
    answers: answers.map((answer) => answerView(answer, { units, lang })),
    figures: figures.map(({ agency, unitUid, ...numbers }) => ({
      ...numbers,
      key: `${agency} ${unitUid}`,
      name: authorityName({ agency, unitUid }, { units, lang }),
    })),
  }
}

/** An answer with its names and days written out, and the beginning of its text for lists. */
export function answerView(answer: PublicAnswer, { units, lang }: { units: Units; lang: Lang }) {
  const { id, title, content, receivedOn, answeredOn } = answer
  return {
    id,
    title,
    content,
    answer: answer.answer,
    excerpt: beginning(answer.answer),
    hasStrikes: [title, content, answer.answer].some((text) => text.includes(struckOut)),
    area: areaName(answer.area, lang),
    authority: authorityName(answer, { units, lang }),
    receivedOn: formatDay(receivedOn),
    answeredOn: formatDay(answeredOn),
    /** For machines. */
    days: { receivedOn, answeredOn },
  }
}

export type AnswerView = ReturnType<typeof answerView>

/** Whole words, and a sign where there is more. */
function beginning(text: string): string {
  const letters = [...text]
  if (letters.length <= excerptLetters) return text
  return `${letters
    .slice(0, excerptLetters)
    .join('')
    .replace(/\s+\S*$/, '')}…`
}
