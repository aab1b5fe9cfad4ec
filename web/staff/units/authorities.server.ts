import type { LocalDate } from '#calendar'
import { standsOn, versionOn, versionsOn } from '#identity'
import { areaNames, areas, authorityOfCase, type CompetentAuthority, type Level } from '#law/authorities'
import { certaintyTexts } from '#law/wording'
import type { Units } from '#registry'
import type { Lang } from '#web/ui/index.ts'

export interface AuthorityLine {
  name: string
  /** What it does, and which office. */
  detail: string | undefined
  legalBasis: readonly string[]
  certainty: string
  /** Who carries on by now a case begun on the day, where that is another agency. */
  nowWith: string | undefined
}

export interface AreaLine {
  area: string
  authorities: Partial<Record<ShownLevel, AuthorityLine>>
}

const shownLevels = ['province', 'district', 'commune'] as const satisfies readonly Level[]
export type ShownLevel = (typeof shownLevels)[number]

/** Who is competent for each area on a day, in the units that held the ground of `uid` then. */
export function authoritiesOn(
  units: Units,
  { on, today, uid, lang }: { on: LocalDate; today: LocalDate; uid: string | undefined; lang: Lang },
): { levels: ShownLevel[]; areas: AreaLine[] } {
  const [begun, now] = [unitNames(units, uid, on), unitNames(units, uid, today)]
  const lines = areas.map((area) => ({
    area: areaNames[area][lang],
    authorities: Object.fromEntries(
      shownLevels.flatMap((level) => {
        const levelNow = level === 'district' ? 'commune' : level
        const names = { begun: begun[level], today: now[levelNow] }
        const told = authorityOfCase({ area, level, begunOn: on, today, unitNames: names })
        if (!told.begunWith) return []
        const nowWith = told.isTransferred ? told.nowWith?.name[lang] : undefined
        return [[level, { ...lineOf(told.begunWith, lang), nowWith }]]
      }),
    ),
  }))
  const levels = shownLevels.filter((level) => lines.some(({ authorities }) => level in authorities))
  return { levels, areas: lines }
}

/** The one commune and district in which the unit's ground lay on the day; nothing where there were several. */
function unitNames(
  units: Units,
  uid: string | undefined,
  on: LocalDate,
): Partial<Record<ShownLevel, string | undefined>> {
  const unit = uid === undefined ? undefined : units.byUid.get(uid)
  const held = unit ? versionsOn(units, unit, on) : []
  const [only] = held.length === 1 ? held : []
  if (!only) return {}
  if (only.level === 'district') return { district: only.name }
  const parent = only.parentCode === undefined ? undefined : versionOn(units, only.parentCode, on)
  const district = parent?.level === 'district' && standsOn(parent, on) ? parent.name : undefined
  return only.level === 'commune' ? { commune: only.name, district } : {}
}

function lineOf(
  { name, does, office, legalBasis, certainty }: CompetentAuthority,
  lang: Lang,
): Omit<AuthorityLine, 'nowWith'> {
  const detail = [does?.[lang], office?.[lang]].filter(Boolean).join('; ')
  return {
    name: name[lang],
    detail: detail || undefined,
    legalBasis,
    certainty: certaintyTexts[certainty][lang],
  }
}

/** Areas that stand under the same authorities, told once. */
export interface AreaGroup extends Pick<AreaLine, 'authorities'> {
  areas: string[]
}

/**
 * The table as it is read: areas with the same authorities in one line, and the certainty of most authorities said
 * once, as `usual`; a line with another certainty keeps its own.
 */
export function shortened(areas: readonly AreaLine[]): { groups: AreaGroup[]; usual: string | undefined } {
  const usual = mostFrequent(
    areas.flatMap(({ authorities }) => Object.values(authorities).map(({ certainty }) => certainty)),
  )
  const groups = new Map<string, AreaGroup>()
  for (const { area, authorities } of areas) {
    const key = JSON.stringify(authorities)
    const group = groups.get(key) ?? { areas: [], authorities }
    group.areas.push(area)
    groups.set(key, group)
  }
  return { groups: [...groups.values()], usual }
}

function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0]
}
