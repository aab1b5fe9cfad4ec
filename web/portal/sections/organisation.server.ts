import type { LocalDate } from '#calendar'
import { areaNames, areas, type CompetentAuthority, competentAuthority } from '#law/authorities'
import type { Lang } from '#web/ui/language.ts'

/** Who is competent for an area on a day, in words. */
export interface AreaLine {
  area: string
  province: AgencyLine | undefined
  commune: AgencyLine | undefined
}

interface AgencyLine {
  name: string
  does: string | undefined
  basis: readonly string[]
  isSure: boolean
}

/** The authorities of the province and of a commune for every area of social protection, as the law has them. */
export function readOrganisation(on: LocalDate, lang: Lang): { on: LocalDate; lines: AreaLine[] } {
  const lines = areas.map((area) => ({
    area: areaNames[area][lang],
    province: lineOf(competentAuthority({ area, level: 'province', on }), lang),
    commune: lineOf(competentAuthority({ area, level: 'commune', on }), lang),
  }))
  return { on, lines: lines.filter(({ province, commune }) => province ?? commune) }
}

function lineOf(authority: CompetentAuthority | undefined, lang: Lang): AgencyLine | undefined {
  if (!authority) return undefined
  const { name, does, legalBasis, certainty } = authority
  return { name: name[lang], does: does?.[lang], basis: legalBasis, isSure: certainty === 'gazette' }
}
