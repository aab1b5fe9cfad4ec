import { agencies, areaNames, isAgencyCode, isArea } from '#law/authorities'
import type { Units } from '#registry'
import type { Lang } from '#web/ui/index.ts'

/** An authority by name; one of the communes with the commune's. */
export function authorityName(
  { agency, unitUid }: { agency: string; unitUid: string | null },
  { units, lang }: { units: Units; lang: Lang },
): string {
  const name = isAgencyCode(agency) ? agencies[agency].name[lang] : agency
  const commune = unitUid === null ? undefined : units.byUid.get(unitUid)?.name
  return commune ? `${name} (${commune})` : name
}

export function areaName(area: string | null, lang: Lang): string | undefined {
  return area !== null && isArea(area) ? areaNames[area][lang] : undefined
}
