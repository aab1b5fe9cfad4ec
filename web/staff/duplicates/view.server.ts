import { bandOf } from '#deduplication'
import type { PersonField, Units } from '#registry'
import { birthText } from '#web/staff/people/texts.ts'
import { words as peopleWords } from '#web/staff/people/words.ts'
import { formatDay, formatDayOf, formatMoney, type Lang } from '#web/ui/index.ts'
import { type Agreement, agreementOf } from './agreement.ts'
import { type PairFile, previews, type RecordSide } from './pair.server.ts'
import { recordLine } from './queue.server.ts'
import type { SourceKey, ValueSource } from './value-sources.server.ts'
import { words } from './words.ts'

/** One line of the comparison: a value for each record, in the order of the columns. */
export interface FieldLine {
  key: string
  name: string
  agreement: Agreement
  values: { text: string | undefined; isMistaken: boolean; source: string | undefined }[]
  /** What the person would show, by the record chosen to speak. */
  preview: Record<number, { text: string; from: number } | undefined> | undefined
}

const fields: readonly PersonField[] = ['name', 'birth', 'sex', 'citizenId', 'oldId', 'place', 'deathOn']

interface Wording {
  units: Units
  lang: Lang
  benefits: BenefitTexts
  sourceOf: ValueSource
}

type BenefitTexts = Readonly<Record<string, { vi: string; en: string }>>

/** A pair in words, for the page. */
export function pairView(file: PairFile, wording: Wording) {
  const { units, lang } = wording
  const { pair, sides, linked, explanation, numbers, speaker, others, links, neighbours } = file
  const t = words[lang]
  const [a, b] = sides.map(({ person }) => recordLine(person, units)) as [
    ReturnType<typeof recordLine>,
    ReturnType<typeof recordLine>,
  ]
  return {
    id: pair.id,
    state: pair.state,
    weight: pair.weight,
    probability: pair.probability,
    band: bandOf(pair.weight),
    bothPaid: pair.bothPaid,
    twoNumbers: pair.twoNumbers,
    cameBack: pair.cameBack,
    decision: pair.decision && {
      by: pair.decision.name ?? t.someone,
      at: pair.decision.at,
      because: pair.decision.because,
    },
    modelVersion: pair.modelVersion,
    a,
    b,
    records: sides.map(({ person }) => ({
      id: person.id,
      isLinked: linked.includes(person.id),
      isOfPair: person.id === pair.recordA || person.id === pair.recordB,
    })),
    lines: [...fieldLines(file, wording), ...otherLines(sides, wording)],
    steps: explanation?.evidence.map(
      ({ comparison, label, levelLabel, weight, termWeight, cumulative, level }) => ({
        comparison,
        name: label[lang],
        found: comparison === 'prior' ? t.start : levelLabel[lang],
        isCompared: level !== null || comparison === 'prior',
        weight,
        termWeight,
        cumulative,
      }),
    ),
    numbers,
    speaker,
    others: others.map((other) => ({
      id: other.id,
      weight: other.weight,
      band: bandOf(other.weight),
      recordA: other.recordA,
      recordB: other.recordB,
    })),
    history: links.map(({ id, recordA, recordB, linkedBy, linkedAt, because, unlinked }) => ({
      id,
      recordA,
      recordB,
      linkedAt,
      by: because.by ?? t.someone,
      unlinked: unlinked && {
        at: unlinked.at,
        by: (unlinked.by === linkedBy && because.by) || t.someone,
        because: unlinked.because,
      },
    })),
    neighbours,
  }
}

export type PairView = ReturnType<typeof pairView>

function fieldLines(file: PairFile, { units, lang, sourceOf }: Wording): FieldLine[] {
  const t = words[lang]
  const gathered = previews(file)
  const text = (field: PersonField, value: string) => valueText(field, value, { units, lang })
  const any = [...gathered.values()][0]
  return fields
    .map((field): FieldLine => {
      const values = file.sides.map(({ person }) => {
        const word = any?.fields[field].values.find(({ recordId }) => recordId === person.id)
        const own = word?.value ?? ownValue(person, field)
        return {
          text: own && text(field, own),
          isMistaken: word?.isMistaken ?? false,
          source: own && sourceOf(person.id, field),
        }
      })
      const preview = Object.fromEntries(
        [...gathered].map(([speaker, person]) => {
          const word = person.fields[field].speaks
          return [speaker, word && { text: text(field, word.value), from: word.recordId }]
        }),
      )
      return { key: field, name: t.fields[field], agreement: agreementOf(values), values, preview }
    })
    .filter(({ values, key }) => key === 'name' || values.some((value) => value.text !== undefined))
}

/** For records that only stand beside the two. */
function ownValue(person: RecordSide['person'], field: PersonField): string | undefined {
  if (field === 'birth') return person.birth && `${person.birth.from}|${person.birth.to}`
  if (field === 'place') return person.unitUid && `${person.village ?? ''}|${person.unitUid}`
  return person[field]
}

function valueText(field: PersonField, value: string, { units, lang }: { units: Units; lang: Lang }): string {
  const [first = '', second = ''] = value.split('|')
  if (field === 'birth') return birthText({ from: first, to: second }) ?? value
  if (field === 'place') return [first, units.byUid.get(second)?.name ?? second].filter(Boolean).join(', ')
  if (field === 'deathOn') return formatDay(value)
  return field === 'sex' ? (words[lang].sexes[value] ?? value) : value
}

function otherLines(sides: readonly RecordSide[], { lang, benefits, sourceOf }: Wording): FieldLine[] {
  const t = words[lang]
  const line = (
    key: SourceKey,
    name: string,
    textOf: (side: RecordSide) => string | undefined,
  ): FieldLine => {
    const values = sides.map((side) => {
      const text = textOf(side)
      const source = key === 'source' ? undefined : text && sourceOf(side.person.id, key)
      return { text, isMistaken: false, source }
    })
    return {
      key,
      name,
      agreement: key === 'source' ? 'nothing' : agreementOf(values),
      values,
      preview: undefined,
    }
  }
  return [
    line(
      'receives',
      t.receives,
      ({ awards }) =>
        awards
          .map(({ benefit, category, amountDong }) =>
            [
              `${benefits[benefit]?.[lang] ?? benefit}${category === undefined ? '' : ` (${category})`}`,
              formatMoney(amountDong, lang),
            ].join(', '),
          )
          .join('; ') || t.receivesNothing,
    ),
    line(
      'household',
      t.household,
      ({ members, person }) =>
        members
          .filter(({ personId }) => personId !== person.id)
          .map(({ name, relation }) => `${name} (${peopleWords[lang].relations[relation] ?? relation})`)
          .join(', ') || undefined,
    ),
    line(
      'source',
      t.source,
      ({ person }) => `${sourceOf(person.id, 'source')}, ${formatDayOf(person.recordedAt)}`,
    ),
  ]
}
