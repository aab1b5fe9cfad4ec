import type { AwardChange, Rehearsal } from '#awards'
import { type LocalDate, monthOf } from '#calendar'
import { type CitizenId, doubtsAbout, doubtsAboutOldId, type OldId, readBirth } from '#identity'
import type { Transaction } from '#platform/database'
import { type Act, type BaseValues, namesOfPersons, type Person, type Units } from '#registry'
import { benefitTexts } from '#web/staff/today/load.server.ts'
import { shortName } from '#web/staff/units.server.ts'
import { formatCount, formatDay, formatMoney, type Lang } from '#web/ui/index.ts'
import { actWords } from './act-words.ts'
import { difference, linesOf, personsIn } from './base-lines.ts'
import { keyText, spanText, textOfValue } from './value-text.ts'

/** What an act would change, in sentences. */
export interface ActView {
  before: string[]
  after: string[]
  /** What follows for benefits. */
  awards: string[]
  /** What is left open, or looks wrong: nothing of it forbids the act. */
  doubts: string[]
}

/** What sentences about acts are written with. */
export interface ActWording {
  units: Units
  lang: Lang
  today: LocalDate
}

/** A rehearsal in sentences. */
export async function viewOf(
  transaction: Transaction,
  act: Act,
  { before, after, outcome }: Rehearsal,
  { person, ...wording }: ActWording & { person: Person | undefined },
): Promise<ActView> {
  const { units, lang } = wording
  const persons = await namesOfPersons(transaction, [...personsIn(before), ...personsIn(after)])
  const names = {
    lang,
    persons,
    unitName: (uid: string) => units.byUid.get(uid)?.name ?? uid,
    key: 'key' in act ? act.key : undefined,
  }
  return {
    ...difference(before, after, names),
    awards: outcome.awards.flatMap((change) => awardLines(change, wording)),
    doubts: [
      // The number of a household that is founded is known only once it is.
      ...outcome.doubts.map((doubt) =>
        outcome.householdId !== undefined && doubt.householdId === outcome.householdId
          ? actWords[lang].foundedDoubt
          : doubt[lang],
      ),
      ...identityDoubts(act, person, wording).map((doubt) => actWords[lang].doubts[doubt] ?? doubt),
    ],
  }
}

/** What the register said or says of what an act touches. */
export async function baseText(
  transaction: Transaction,
  act: Act,
  base: BaseValues,
  { units, lang }: ActWording,
): Promise<string[]> {
  const persons = await namesOfPersons(transaction, personsIn(base))
  return linesOf(base, {
    lang,
    persons,
    unitName: (uid) => units.byUid.get(uid)?.name ?? uid,
    key: 'key' in act ? act.key : undefined,
  })
}

/** What follows for one award. */
export function awardLines(change: AwardChange, { units, lang, today }: ActWording): string[] {
  const t = actWords[lang]
  const benefit = benefitTexts(monthOf(today), today)[change.benefit]?.[lang] ?? change.benefit
  const name = `${benefit} (${change.category})`
  const month = (text: string | undefined) => (text ? `${text.slice(5)}/${text.slice(0, 4)}` : '')
  const undue = change.undueMonths
    ? [t.awardUndue(formatCount(change.undueMonths, lang), formatMoney(change.undueDong ?? 0, lang))]
    : []
  if (change.change === 'ended') return [t.awardEnded(name, month(change.lastMonth)), ...undue]
  if (change.change === 'withdrawn') return [t.awardWithdrawn(name), ...undue]
  const unit = (change.paidBy && units.byUid.get(change.paidBy)?.name) ?? t.thisUnit
  return [
    t.awardBegun(name, unit || t.thisUnit, month(change.fromMonth), formatMoney(change.amountDong, lang)),
  ]
}

/** Where numbers, sex and birth disagree once the act is done. */
function identityDoubts(act: Act, person: Person | undefined, { today }: ActWording): string[] {
  if (!person || (act.kind !== 'correctPerson' && act.kind !== 'replacePersonValue')) return []
  const change = act.kind === 'correctPerson' ? act.change : { [act.key]: act.value }
  const then = { ...person, ...change } as Record<'citizenId' | 'oldId', string | null | undefined> & {
    sex?: Person['sex'] | null
    birth?: Person['birth'] | null
  }
  const declared = { sex: then.sex ?? undefined, birth: then.birth ?? undefined }
  const birth = act.kind === 'correctPerson' && act.change.birth ? act.change.birth.written : undefined
  const reading = birth === undefined ? undefined : readBirth(birth, { asOf: today })
  return [
    ...(/^\d{12}$/.test(then.citizenId ?? '') ? doubtsAbout(then.citizenId as CitizenId, declared) : []),
    ...(/^\d{9}$/.test(then.oldId ?? '') ? doubtsAboutOldId(then.oldId as OldId, declared) : []),
    ...(reading?.ok ? reading.doubts : []),
  ]
}

/** The act by its kind and what it is about: `Ghi giá trị mới: Mức độ khuyết tật…`. */
export function titleOf(act: Act, lang: Lang): string {
  const t = actWords[lang]
  const key = 'key' in act ? act.key : act.kind === 'correctPerson' ? Object.keys(act.change)[0] : undefined
  return key ? `${t.kinds[act.kind]}: ${keyText(key, lang).toLowerCase()}` : t.kinds[act.kind]
}

/** What an act asks for, as somebody who decides reads it in one line. */
export function wishOf(act: Act, { units, lang }: Pick<ActWording, 'units' | 'lang'>): string {
  const t = actWords[lang]
  const since = (on: string) => `${t.since} ${formatDay(on)}`
  switch (act.kind) {
    case 'correctFact':
      return act.value === undefined ? t.takeAway : textOfValue(act.key, act.value, lang)
    case 'endFact':
    case 'endPersonValue':
      return `${t.lastDay}: ${formatDay(act.lastOn)}`
    case 'replaceFact':
      return `${textOfValue(act.key, act.value, lang)}, ${spanText(act.from, act.to, lang)}`
    case 'correctPerson':
      return Object.entries(act.change)
        .map(([key, value]) => personValueText(key, value, lang))
        .join(', ')
    case 'replacePersonValue':
      return `${textOfValue(act.key, act.value, lang)}, ${since(act.from)}`
    case 'undoDeath':
      return ''
    case 'move':
      return [
        act.to === 'away' ? t.away : shortName(units, act.to.unitUid),
        since(act.on),
        act.whole ? t.whole : '',
      ]
        .filter(Boolean)
        .join(', ')
    case 'return':
      return `${shortName(units, act.unitUid)}, ${since(act.on)}`
    case 'merge':
      return `${t.household(act.into)}, ${since(act.on)}`
    case 'correctRelation':
      return t.relations[act.relation] ?? act.relation
    case 'join':
      return `${t.household(act.householdId)}, ${t.relations[act.relation]}, ${since(act.on)}`
    case 'death':
      return formatDay(act.on)
    default:
      return since(act.on)
  }
}

function personValueText(key: string, value: unknown, lang: Lang): string {
  if (value === null) return actWords[lang].takeAway
  if (typeof value === 'object') return (value as { written: string }).written
  return textOfValue(key, String(value), lang)
}
