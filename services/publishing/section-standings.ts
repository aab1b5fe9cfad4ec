import { type Kysely, sql } from 'kysely'
import { addMonths, type LocalDate, lastDayOf, monthOf } from '#calendar'
import { recordChange } from '#platform/audit'
import { today } from '#platform/clock'
import type { Transaction } from '#platform/database'
import {
  type PortalSection,
  type PortalSectionKey,
  portalSectionKeys,
  portalSections,
} from './portal-sections.ts'
import { readContents } from './reading.ts'
import type { ManuscriptState, PublishingTables } from './tables.ts'

/** What Decree 224/2026 has a province say on its portal: the sections, and procedures, which have a list of their own. */
export type MandatoryKey = PortalSectionKey | 'procedures'

/** A part of the portal that must be there: where it is, what it fills, whose it is, how often it is read again. */
export interface MandatorySection extends Omit<PortalSection, 'slug'> {
  path: string
  /** What it shows from the law and the register before anybody writes. */
  isComputed: boolean
}

const computed: readonly MandatoryKey[] = ['organisation', 'map', 'procedures']

export const mandatorySections: Readonly<Record<MandatoryKey, MandatorySection>> = {
  ...(Object.fromEntries(
    portalSectionKeys.map((key) => {
      const { slug, ...section } = portalSections[key]
      return [key, { ...section, path: `/gioi-thieu/${slug}`, isComputed: computed.includes(key) }]
    }),
  ) as Record<PortalSectionKey, MandatorySection>),
  procedures: {
    path: '/thu-tuc',
    name: { vi: 'Thủ tục hành chính', en: 'Procedures' },
    means: {
      vi: 'Thủ tục, thời hạn, giấy tờ, nơi nộp; đối chiếu với Cổng Dịch vụ công quốc gia.',
      en: 'Procedures, time limits, papers and where to go, held against the national portal.',
    },
    duty: 'procedures',
    owner: 'provinceOffice',
    readAgainMonths: 3,
    isComputed: true,
  },
}

const mandatoryKeys = Object.keys(mandatorySections) as readonly MandatoryKey[]

/** How a section stands on a day. */
export interface SectionStanding {
  key: MandatoryKey
  /** Nothing written; nothing written but filled from law and register; not read through in its time; in order. */
  state: 'missing' | 'computedOnly' | 'old' | 'current'
  articles: number
  changedAt: Date | undefined
  /** When it was last read through and found right. */
  checked: { at: Date; by: string } | undefined
  /** By when it is read through again: the end of that month; undefined before anything stands in it. */
  dueOn: LocalDate | undefined
  /** Texts for it that readers do not see yet. */
  drafts: { id: number; title: string; state: ManuscriptState }[]
}

/** Every mandatory section with what is there on `on`, in the order of the menu. */
export async function listSectionStandings(
  transaction: Transaction,
  on: LocalDate,
): Promise<SectionStanding[]> {
  const [contents, checks, drafts] = await Promise.all([
    readContents(transaction),
    listChecks(transaction),
    listDrafts(transaction),
  ])
  return mandatoryKeys.map((key) => {
    const extent = key === 'procedures' ? contents.kinds.procedure : contents.sections[key]
    const checked = checks.find(({ section }) => section === key)
    const { isComputed, readAgainMonths } = mandatorySections[key]
    const since = [extent?.changedAt, checked?.at].flatMap((each) => each ?? []).map((at) => today(at))
    const last = since.toSorted().at(-1)
    const dueOn = last && lastDayOf(addMonths(monthOf(last), readAgainMonths))
    const isThere = extent !== undefined
    return {
      key,
      state: isThere ? (dueOn && dueOn < on ? 'old' : 'current') : isComputed ? 'computedOnly' : 'missing',
      articles: extent?.count ?? 0,
      changedAt: extent?.changedAt,
      checked: checked && { at: checked.at, by: checked.by },
      dueOn: isThere ? dueOn : undefined,
      drafts: drafts.filter(({ section }) => section === key).map(({ section: _, ...draft }) => draft),
    }
  })
}

/** When each section was last read through and found right, for readers: the day, not by whom. */
export async function readSectionDays(
  connection: Kysely<unknown>,
): Promise<Partial<Record<MandatoryKey, LocalDate>>> {
  const checks = await listChecks(connection)
  return Object.fromEntries(checks.map(({ section, at }) => [section, today(at)]))
}

async function listChecks(connection: Kysely<unknown>) {
  return connection
    .withTables<PublishingTables>()
    .selectFrom('publishing.section_check')
    .distinctOn('section')
    .select(['section', 'checked_at as at', 'by'])
    .orderBy('section')
    .orderBy('checked_at', 'desc')
    .execute()
}

/** What is looked through on one page, and no more. */
const draftsMax = 200

async function listDrafts(transaction: Transaction) {
  const rows = await transaction
    .withTables<PublishingTables>()
    .selectFrom('publishing.manuscript')
    .select(['id', 'kind', 'state'])
    .select(sql<string>`content ->> 'title'`.as('title'))
    .select(sql<string | null>`content ->> 'section'`.as('section'))
    .where('state', '<>', 'published')
    .where('unit_uid', 'is', null)
    .orderBy('edited_at', 'desc')
    .limit(draftsMax)
    .execute()
  return rows.map(({ kind, section, ...draft }) => ({
    ...draft,
    section: kind === 'procedure' ? 'procedures' : section,
  }))
}

/** Remembers that the actor read a section through and found it right; the same key again does so once. */
export async function confirmSection(
  transaction: Transaction,
  { section, key }: { section: MandatoryKey; key: string },
): Promise<void> {
  const added = await transaction
    .withTables<PublishingTables>()
    .insertInto('publishing.section_check')
    .values({ key, section })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  if (added)
    await recordChange(transaction, 'publishing.confirmSection', { kind: 'portalSection', id: section })
}
