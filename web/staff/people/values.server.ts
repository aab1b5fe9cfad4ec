import type { LocalDate } from '#calendar'
import type { ActKind, TimelineEntry, Units } from '#registry'
import { actPath, correctableKeys } from '#web/staff/changes/asked.ts'
import { keyText, spanText, textOfValue } from '#web/staff/changes/value-text.ts'
import { formatDay, formatInstant, type Lang } from '#web/ui/index.ts'
import { actThatEnded, actThatWrote, type DoneAct } from './acts-behind.ts'
import { maskedId } from './citizen-id.ts'
import { recordWords } from './record-words.ts'
import type { SourceText } from './sources.server.ts'
import { dayWithin, type EntryGroup, groupsOf } from './value-groups.ts'

/** One thing that is or was recorded, in words. */
export interface ValueLine {
  id: string
  value: string
  span: string | undefined
  source: string
  recordedAt: string
  /** When and by whom a correction took its place. */
  superseded: string | undefined
  /** Why the officer recorded it, and the request it came from. */
  reason: string | undefined
  requestId: number | undefined
  acts: ActLink[]
}

export interface ActLink {
  path: string
  text: string
}

/** One row of what is recorded: now, and before. */
export interface ValueGroup {
  id: string
  name: string
  now: ValueLine | undefined
  before: ValueLine[]
  /** What other records of the same person say. */
  beside: ValueLine[]
  /** What may be recorded where there is nothing. */
  acts: ActLink[]
}

/** What the lines are written with. */
export interface ValueWording {
  units: Units
  lang: Lang
  today: LocalDate
  sourceOf: SourceText
  nameOf: (actor: string) => string
  /** Show numbers in full. */
  revealed: boolean
  /** May propose and record. */
  mayAct: boolean
  /** What officers carried out that touched it. */
  done: readonly DoneAct[]
}

/** Everything recorded of a person, each with source, history and what may be done. */
export function valueGroups(
  personId: number,
  timeline: readonly TimelineEntry[],
  wording: ValueWording,
): ValueGroup[] {
  return groupsOf(timeline, wording.today).map((group) => ({
    id: `${group.kind}-${group.key}`,
    name: keyText(group.key, wording.lang),
    now: group.now && lineOf(group.now, { personId, group, wording }),
    before: group.before.map((entry) => lineOf(entry, { personId, group, wording })),
    beside: group.beside.map((entry) => besideLine(entry, { personId, group, wording })),
    acts: group.now || !wording.mayAct ? [] : actsWithout(personId, group, wording.lang),
  }))
}

interface LineContext {
  personId: number
  group: EntryGroup
  wording: ValueWording
}

function lineOf(entry: TimelineEntry, context: LineContext): ValueLine {
  const { group, wording } = context
  const { lang, sourceOf } = wording
  const why = actThatWrote(entry, wording.done)
  const hasSpan = group.kind !== 'person' || entry.from !== undefined || entry.to !== undefined
  return {
    id: `${entry.recordedAt.getTime()} ${entry.value} ${entry.from} ${entry.supersededAt?.getTime()}`,
    value: valueText(entry, wording),
    span: hasSpan ? spanText(entry.from, entry.to, lang) : undefined,
    source: sourceOf(entry.origin, entry.key),
    recordedAt: formatInstant(entry.recordedAt),
    superseded: supersededText(entry, context),
    reason: why?.reason,
    requestId: why?.requestId,
    acts: wording.mayAct && entry.supersededAt === undefined ? actsOn(entry, context) : [],
  }
}

/** Of another record: it is said which, and what is wrong in it is put right there. */
function besideLine(entry: TimelineEntry, context: LineContext): ValueLine {
  const line = lineOf(entry, context)
  const record = Number(entry.detail)
  const source = `${recordWords[context.wording.lang].onRecord(record)}: ${line.source}`
  return { ...line, id: `${record} ${line.id}`, source, acts: [] }
}

function valueText(entry: TimelineEntry, { units, lang, revealed }: ValueWording): string {
  if (entry.kind === 'residence')
    return [entry.detail, units.byUid.get(entry.value)?.name ?? entry.value].filter(Boolean).join(', ')
  if (entry.kind === 'membership')
    return `${recordWords[lang].household(Number(entry.detail))}, ${textOfValue('membership', entry.value, lang)}`
  if (entry.key === 'citizenId' || entry.key === 'oldId')
    return revealed ? entry.value : maskedId(entry.value)
  if (entry.key === 'birth' && entry.value.includes('…'))
    return entry.value.split('…').map(formatDay).join(' – ')
  return textOfValue(entry.key, entry.value, lang)
}

/** When it gave way, by whose act and why; without an act, by what took its place. */
function supersededText(entry: TimelineEntry, { group, wording }: LineContext): string | undefined {
  const { supersededAt } = entry
  if (supersededAt === undefined) return undefined
  const t = recordWords[wording.lang]
  const at = formatInstant(supersededAt)
  const act = actThatEnded(entry, wording.done)
  if (act) return `${t.corrected(wording.sourceOf(act.by), at)}, ${t.because(act.reason)}`
  const next = [group.now, ...group.before].find(
    (each) => each?.recordedAt.getTime() === supersededAt.getTime(),
  )
  return next && next !== entry ? t.corrected(wording.sourceOf(next.origin), at) : t.correctedAt(at)
}

function actsOn(entry: TimelineEntry, { personId, wording }: LineContext): ActLink[] {
  const t = recordWords[wording.lang]
  const { kind, key } = entry
  if (kind === 'fact' || kind === 'householdFact') {
    const owner = kind === 'fact' ? { personId } : { householdId: Number(entry.detail) }
    const on = dayWithin(entry, wording.today)
    const link = (act: ActKind, text: string) => ({ path: actPath({ kind: act, ...owner, key, on }), text })
    const acts = [link('correctFact', t.correct)]
    if (entry.to === undefined) acts.push(link('endFact', t.end), link('replaceFact', t.replace))
    return acts
  }
  if (kind === 'membership' && entry.value !== 'head') {
    const on = dayWithin(entry, wording.today)
    return [{ path: actPath({ kind: 'correctRelation', personId, on }), text: t.correctRelation }]
  }
  if (kind !== 'person' || entry.to !== undefined) return []
  const link = (act: ActKind, text: string) => ({ path: actPath({ kind: act, personId, key }), text })
  if (key === 'deathOn') return [{ path: actPath({ kind: 'undoDeath', personId }), text: t.correct }]
  if (!correctableKeys.some((each) => each === key)) return []
  return [
    link('correctPerson', t.correct),
    ...(['name', 'sex', 'citizenId', 'oldId'].includes(key) ? [link('replacePersonValue', t.replace)] : []),
    ...(['citizenId', 'oldId'].includes(key) ? [link('endPersonValue', t.end)] : []),
  ]
}

function actsWithout(personId: number, { kind, key, owner }: EntryGroup, lang: Lang): ActLink[] {
  const t = recordWords[lang]
  if (kind === 'person' && correctableKeys.some((each) => each === key))
    return [{ path: actPath({ kind: 'correctPerson', personId, key }), text: t.add }]
  if (kind === 'fact') return [{ path: actPath({ kind: 'replaceFact', personId, key }), text: t.add }]
  if (kind === 'householdFact' && owner)
    return [{ path: actPath({ kind: 'replaceFact', householdId: Number(owner), key }), text: t.add }]
  return []
}
