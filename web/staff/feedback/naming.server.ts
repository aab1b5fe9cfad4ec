import type { Message } from '#feedback'
import { agencies, areaNames, isAgencyCode, isArea } from '#law/authorities'
import { feedbackKindNames } from '#law/feedback'
import type { Units } from '#registry'
import { shortName } from '#web/staff/units.server.ts'
import type { Lang } from '#web/ui/index.ts'

/** A holder's name: the agency, and its commune where it is one of many. */
export function holderName(
  { agency, unitUid }: Pick<Message, 'agency' | 'unitUid'>,
  { units, lang }: { units: Units; lang: Lang },
): string {
  const name = isAgencyCode(agency) ? agencies[agency].name[lang] : agency
  return unitUid === null ? name : `${name} (${shortName(units, unitUid)})`
}

export function areaName(area: string | null, lang: Lang): string | undefined {
  return area !== null && isArea(area) ? areaNames[area][lang] : undefined
}

export function kindName(kind: Message['kind'], lang: Lang): string | undefined {
  return kind === null ? undefined : feedbackKindNames[kind][lang]
}
