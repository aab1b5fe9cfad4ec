import type { AwardChange, Rehearsal } from '#awards'
import { type LocalDate, monthOf } from '#calendar'
import { type CitizenId, doubtsAbout, doubtsAboutOldId, type OldId, readBirth } from '#identity'
import type { Transaction } from '#platform/database'
import { type Act, type BaseValues, namesOfPersons, type Person, type Units } from '#registry'
import { monthText } from '#web/staff/people/texts.ts'
import { benefitTexts } from '#web/staff/today/load.server.ts'
import { formatCount, formatMoney, type Lang } from '#web/ui/index.ts'
import { actWords } from './act-words.ts'
import { difference, type LineNames, linesOf, personsIn } from './base-lines.ts'
import { keyText } from './value-text.ts'

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
  /** Whether grounds of benefits are named to this officer. */
  hasGrounds: boolean
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
  return {
    ...difference(before, after, lineNames(act, { units, lang, persons })),
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
  return linesOf(base, lineNames(act, { units, lang, persons }))
}

function lineNames(
  act: Act,
  { units, lang, persons }: Pick<ActWording, 'units' | 'lang'> & { persons: ReadonlyMap<number, string> },
): LineNames {
  return {
    lang,
    persons,
    unitName: (uid) => units.byUid.get(uid)?.name ?? uid,
    key: keyOf(act),
    into: act.kind === 'merge' ? act.into : undefined,
  }
}

/** The fact, or what of the person's own record, that an act is about. */
function keyOf(act: Act): string | undefined {
  if ('key' in act) return act.key
  return act.kind === 'correctPerson' ? Object.keys(act.change)[0] : undefined
}

/** What follows for one award. */
export function awardLines(change: AwardChange, { units, lang, today, hasGrounds }: ActWording): string[] {
  const t = actWords[lang]
  const benefit = benefitTexts(monthOf(today), today)[change.benefit]?.[lang] ?? change.benefit
  const name = hasGrounds ? `${benefit} (${change.category})` : benefit
  const month = (paid: string | undefined) => (paid ? monthText(paid) : '')
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
  const key = keyOf(act)
  return key ? `${t.kinds[act.kind]}: ${keyText(key, lang).toLowerCase()}` : t.kinds[act.kind]
}
