import type { LocalDate } from '#calendar'
import { procedureRuleOn, procedures } from '#law/social-assistance'
import type { Transaction } from '#platform/database'
import { citationText, type Text } from '#rules'
import { type BundledArticle, publishArticle } from './articles.ts'
import { type Block, paragraph } from './blocks/index.ts'
import type { ArticleLanguage } from './tables.ts'

type LawProcedure = (typeof procedures)[number]

const said = {
  vi: {
    days: (count: number) => `${count} ngày làm việc kể từ khi nhận đủ hồ sơ`,
    where: 'Nộp ở đâu',
    show: 'Chỉ cần xuất trình',
    lookup: 'Không phải nộp',
    note: 'Ghi chú về thời hạn',
    unsureLaw: 'chờ đối chiếu với văn bản gốc',
    unsureCode: 'Mã thủ tục còn chờ đối chiếu với cơ sở dữ liệu quốc gia về thủ tục hành chính.',
  },
  en: {
    days: (count: number) => `${count} working days from a complete dossier`,
    where: 'Where to hand it in',
    show: 'Only to be shown',
    lookup: 'Not to be handed in',
    note: 'About the time limit',
    unsureLaw: 'the text itself is still to be checked',
    unsureCode: 'The code is still to be checked against the national database of procedures.',
  },
}

/** The address of each procedure; one that is new in the law stands under its code. */
const slugs: Readonly<Record<string, string>> = {
  monthlyAllowance: 'tro-cap-xa-hoi-hang-thang',
  socialPension: 'tro-cap-huu-tri-xa-hoi',
  careSupport: 'ho-tro-cham-soc-nuoi-duong',
  centreAdmission: 'tiep-nhan-vao-co-so-tro-giup-xa-hoi',
  funeralSupport: 'ho-tro-mai-tang',
  pensionFuneral: 'mai-tang-nguoi-huong-huu-tri-xa-hoi',
  emergencyAid: 'tro-giup-khan-cap',
  disabilityCertificate: 'xac-dinh-muc-do-khuyet-tat',
}

/** Puts the procedures of the law on the portal; doing it twice changes nothing. */
export async function seedProcedures(transaction: Transaction, on: LocalDate): Promise<void> {
  for (const each of proceduresOfLaw(on)) await publishArticle(transaction, each)
}

/**
 * The procedures of social assistance as the law of this system has them on a day, for a portal on which nobody has
 * written yet: name, who decides, in how many days, papers, article. Fees and results are not in the law that was read
 * and are left out. Once an officer corrects one, theirs stays.
 */
export function proceduresOfLaw(on: LocalDate): BundledArticle[] {
  return procedures.flatMap((procedure) => [
    ...articleOf(procedure, on, 'vi'),
    ...articleOf(procedure, on, 'en'),
  ])
}

function articleOf(procedure: LawProcedure, on: LocalDate, language: ArticleLanguage): BundledArticle[] {
  const rule = procedureRuleOn(procedure, on)
  if (!rule) return []
  const { code, codeCertainty, text, where } = procedure
  const t = said[language]
  const of = (how: 'submit' | 'show' | 'lookup') =>
    rule.papers.filter((paper) => paper.how === how).map((paper) => paper.text[language])
  const body: Block[] = [
    ...section(t.where, [where[language]]),
    ...section(t.show, of('show')),
    ...section(t.lookup, of('lookup')),
    ...(rule.cite.note ? section(t.note, [rule.cite.note[language]]) : []),
    ...(codeCertainty === 'memory' ? [paragraph(t.unsureCode)] : []),
  ]
  return [
    {
      slug: `thu-tuc-${slugs[procedure.id] ?? code.replace('.', '-')}`,
      language,
      kind: 'procedure',
      title: text[language],
      lead: `${sentence(rule.decidedBy, language)}, ${t.days(rule.workingDays)}.`,
      body,
      byline: '',
      banner: 'none',
      tags: [],
      documentNumber: undefined,
      documentOn: undefined,
      documentYearInferred: false,
      publishedAt: new Date(`${rule.from}T00:00:00+07:00`),
      details: {
        kind: 'procedure',
        code,
        agency: sentence(rule.decidedBy, language),
        timeLimit: t.days(rule.workingDays),
        papers: of('submit'),
        fee: '',
        result: '',
        law: `${citationText(rule.cite)}${rule.cite.certainty === 'gazette' ? '' : ` (${t.unsureLaw})`}`,
        nationalPortal: '',
      },
    },
  ]
}

/** A heading and its lines; nothing where nothing is known. */
function section(heading: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return []
  return [{ kind: 'heading', level: 2, runs: [{ text: heading }] }, ...lines.map(paragraph)]
}

function sentence(text: Text, language: ArticleLanguage): string {
  const words = text[language]
  return words.charAt(0).toUpperCase() + words.slice(1)
}
