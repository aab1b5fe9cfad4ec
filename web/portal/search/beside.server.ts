import type { Kysely } from 'kysely'
import { monthOf } from '#calendar'
import { listPublicAnswers } from '#feedback'
import { foldText } from '#identity'
import { programFor } from '#law/social-assistance'
import { today } from '#platform/clock'
import {
  keptByEdition,
  type PortalContents,
  portalSectionKeys,
  portalSections,
  readContents,
  searchWords,
} from '#publishing'
import { destinations } from '#web/portal/destinations.ts'
import { words as portalWords } from '#web/portal/words.ts'
import type { Lang } from '#web/ui/language.ts'
import { words } from './words.ts'

/** What a search leads to beside texts: pages of the portal, and answers that were published. */
export interface Beside {
  pages: { path: string; name: string }[]
  answers: { id: number; title: string }[]
}

const pagesMax = 4
const answersMax = 5
/** Answers that are looked through: the newest. */
const answersRead = 2_000

/** Pages whose name or matter has every word of a question, and the newest answers that have; words as a search has them. */
export async function searchBeside(
  connection: Kysely<unknown>,
  asked: { text: string; language: Lang },
): Promise<Beside> {
  const folded = searchWords(asked.text)
  if (folded.length === 0) return { pages: [], answers: [] }
  const [there, published] = await Promise.all([
    pagesIn(connection, asked.language),
    foldedAnswers(connection),
  ])
  const pages = there
    .filter(({ matter }) => folded.every((word) => matter.includes(` ${word}`)))
    .slice(0, pagesMax)
  const answers = published
    .filter(({ matter }) => folded.every((word) => matter.includes(` ${word}`)))
    .slice(0, answersMax)
  return {
    pages: pages.map(({ path, name }) => ({ path, name })),
    answers: answers.map(({ id, title }) => ({ id, title })),
  }
}

const pagesIn = keptByEdition(async (connection, language: Lang) =>
  pagesOf(language, await readContents(connection)),
)
const foldedAnswers = keptByEdition(async (connection) =>
  (await listPublicAnswers(connection, { limit: answersRead, offset: 0 })).map(
    ({ id, title, content, answer }) => ({ id, title, matter: matterOf(title, content, answer) }),
  ),
)

/** Words that begin anywhere in some texts are found by a space before them. */
function matterOf(...texts: readonly string[]): string {
  return ` ${foldText(texts.join(' '))
    .split(/[^a-z0-9]+/)
    .join(' ')}`
}

/** The pages there are, each with the words it is found by in either language. */
function pagesOf(language: Lang, contents: PortalContents) {
  const ways = destinations.filter(({ isThere }) => isThere?.(contents) ?? true)
  const sections = portalSectionKeys.filter((key) => contents.sections[key] || standingSections.has(key))
  return [
    ...ways.map(({ path, name }) => ({
      path,
      name: portalWords[language][name],
      matter: matterOfWay(path, name),
    })),
    ...sections.map((key) => {
      const { slug, name, means } = portalSections[key]
      return {
        path: `/gioi-thieu/${slug}`,
        name: name[language],
        matter: matterOf(name.vi, name.en, means.vi, means.en),
      }
    }),
  ]
}

/** What the law and the register say by themselves: there without an article. */
const standingSections: ReadonlySet<string> = new Set(['organisation', 'map'])

function matterOfWay(path: string, name: keyof typeof portalWords.vi): string {
  const place = path as keyof typeof words.vi.also
  const also = [words.vi.also[place] ?? '', words.en.also[place] ?? '']
  const benefits = path === '/toi-duoc-huong-gi' ? namesOfBenefits() : []
  return matterOf(portalWords.vi[name], portalWords.en[name], ...also, ...benefits)
}

/** The benefits that the calculator works out, in both languages. */
function namesOfBenefits(): string[] {
  const on = today()
  const { benefits } = programFor({ month: monthOf(on), knownOn: on, recipient: false })
  return benefits.flatMap(({ text }) => [text.vi, text.en])
}
