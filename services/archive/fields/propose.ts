import { contentsOf, doubtsAbout, foldText, type IdDoubt, parseBirth, parseCitizenId } from '#identity'
import type { Box, ReadWord } from '#platform/ocr'
import { benefits, type FieldName, type FormKind, fieldsOf } from './field-names.ts'
import { type FoundLabel, findLabels, formOf, type Labelled } from './labels.ts'
import { boxAround, linesOf, type ReadLine, wordsIn } from './lines.ts'
import { readValue, type ValueContext } from './values.ts'

/** A value a machine proposes, for people to read again. */
export interface Proposal {
  field: FieldName
  value: string
  /** 0–100: that of the least sure word, lowered by what speaks against it. */
  confidence: number
  doubts: IdDoubt[]
  /** Where it stands on the page. */
  box: Box
}

export interface PageProposals {
  form: FormKind | undefined
  proposals: Proposal[]
}

/**
 * Whether a proposal is shown at all: below this the field is left empty, so that an officer types what is there rather
 * than believe what is not. Names and places have no shape to be checked by, and must be read more surely.
 */
export function isSure({ field, confidence }: Pick<Proposal, 'field' | 'confidence'>): boolean {
  return confidence >= (shaped.includes(field) ? 75 : 90)
}

/** What an ordinary reading may still be wrong in: a value that speaks against another is never proposed. */
const doubtedMax = 60

/**
 * The form of a page and what its fields seem to say. A label may have a letter misread; a value that cannot be one (a
 * day that does not exist, eleven digits) is not proposed at all. A page of an unknown form proposes nothing; `as` says
 * which form it is where people know better than its heading.
 */
export function proposeFields(
  words: readonly ReadWord[],
  context: ValueContext,
  as?: FormKind | undefined,
): PageProposals {
  const lines = linesOf(words)
  const form = as ?? formOf(lines)
  if (!form) return { form, proposals: [] }
  const found = [...labelled(lines, context), ...unlabelled(lines, form, context)]
  const wanted = fieldsOf(form)
  const first = new Map<FieldName, Proposal>()
  for (const proposal of found)
    if (wanted.includes(proposal.field) && !first.has(proposal.field)) first.set(proposal.field, proposal)
  return { form, proposals: compared([...first.values()], context) }
}

const plainFields: Partial<Record<Labelled, readonly FieldName[]>> = {
  name: ['name'],
  birth: ['birth'],
  sex: ['sex'],
  idNumber: ['citizenId', 'oldId'],
  ethnicity: ['ethnicity'],
  phone: ['phone'],
  guardian: ['guardian'],
  disabilityKind: ['disabilityKind'],
  disabilityDegree: ['disabilityDegree'],
  decisionNumber: ['decisionNumber'],
  amountDong: ['amountDong'],
  coefficient: ['coefficient'],
  fromMonth: ['fromMonth'],
  payee: ['payee'],
  head: ['head'],
  relation: ['relation'],
}

function labelled(lines: readonly ReadLine[], context: ValueContext): Proposal[] {
  const labels = findLabels(lines)
  return labels.flatMap((label) => {
    const place = partAfter(lines, labels, label)
    if (!place) return []
    if (label.what === 'address') return readAddress(place, context)
    return (plainFields[label.what] ?? []).flatMap((field) => proposalFrom(field, place, context) ?? [])
  })
}

/** A part of a line's text. */
interface Part {
  line: ReadLine
  from: number
  to: number
}

/** The text after a label; where nothing stands there, the next line, if it has no label of its own. */
function partAfter(
  lines: readonly ReadLine[],
  labels: readonly FoundLabel[],
  label: FoundLabel,
): Part | undefined {
  const line = lines[label.line]
  if (line && /[\p{L}\d]/u.test(line.text.slice(label.valueAt, label.valueEnd)))
    return { line, from: label.valueAt, to: label.valueEnd }
  const next = lines[label.line + 1]
  if (!next || label.valueEnd !== line?.text.length) return undefined
  if (labels.some((each) => each.line === label.line + 1)) return undefined
  return { line: next, from: 0, to: next.text.length }
}

function proposalFrom(field: FieldName, part: Part, context: ValueContext): Proposal | undefined {
  const { line, to } = part
  // From the first letter on: a colon belongs to the label's word, which says nothing of the value.
  const from = part.from + Math.max(0, line.text.slice(part.from, to).search(/[\p{L}\d]/u))
  const value = readValue(field, line.text.slice(from, to), context)
  const words = wordsIn(line, from, to).filter(({ text }) => /[\p{L}\d]/u.test(text))
  const box = boxAround(words)
  if (value === undefined || !box) return undefined
  return { field, value, confidence: sureness(field, words), doubts: [], box }
}

/** Fields whose value has a shape that a misread letter would break. */
const shaped: readonly FieldName[] = [
  'birth',
  'signedOn',
  'sex',
  'citizenId',
  'oldId',
  'phone',
  'amountDong',
  'decisionNumber',
  'disabilityKind',
  'disabilityDegree',
  'coefficient',
  'fromMonth',
  'relation',
]

/**
 * The least sure word decides. Where the value's shape was checked, its least sure letter may speak for it instead: a
 * word's own figure falls to a third for a dot that stands at its end.
 */
function sureness(field: FieldName, words: readonly ReadWord[]): number {
  const ofWords = Math.min(...words.map(({ confidence }) => confidence))
  if (!shaped.includes(field)) return ofWords
  const ofLetters = Math.min(...words.map(({ letters }) => letters))
  return Math.max(ofWords, Math.min(90, (ofLetters - 90) * 10))
}

/** `Xóm 3, xã Nghi Kiều, huyện Nghi Lộc, tỉnh Nghệ An` is a village, a commune and a district. */
function readAddress({ line, from, to }: Part, context: ValueContext): Proposal[] {
  const text = line.text.slice(from, to)
  const commune = /(?:^|[\s,.;:])((?:x[ãa]|ph[ưu][ờo]ng|th[ịi] tr[ấa]n)\s+[^,;]+)/iu.exec(text)
  const district = /(?:^|[\s,.;:])((?:huy[ệe]n|th[ịi] x[ãa]|th[àa]nh ph[ốo])\s+[^,;]+)/iu.exec(text)
  const parts: [FieldName, number, number][] = []
  const communeAt = commune ? commune.index + commune[0].indexOf(commune[1] ?? '') : undefined
  if (commune && communeAt !== undefined) {
    parts.push(['commune', communeAt, communeAt + (commune[1]?.length ?? 0)])
    if (communeAt > 0) parts.unshift(['village', 0, communeAt])
  }
  if (district) {
    const at = district.index + district[0].indexOf(district[1] ?? '')
    parts.push(['district', at, at + (district[1]?.length ?? 0)])
  }
  return parts.flatMap(([field, start, end]) => {
    const proposal = proposalFrom(field, { line, from: from + start, to: from + end }, context)
    if (!proposal) return []
    return [{ ...proposal, value: proposal.value.replace(/^(xã|phường|huyện)\s+/iu, '') }]
  })
}

/** What stands on a form without a label of its own: the day beside a signature, a card's number, what a decision gives. */
function unlabelled(lines: readonly ReadLine[], form: FormKind, context: ValueContext): Proposal[] {
  return lines.flatMap((line) => {
    const whole = { line, from: 0, to: line.text.length }
    const isCited = /^(can cu|xet|theo) /.test(foldText(line.text))
    const found: (Proposal | undefined)[] = []
    if (form === 'identityCard') found.push(numberIn(line, context))
    if (!isCited && form === 'decision') {
      if (/\d\s*\/\s*(\d{4}\s*\/\s*)?Q[ĐÐD]/u.test(line.text)) {
        const end = /[\s,;]ng[àa]y\s/iu.exec(line.text)?.index ?? line.text.length
        found.push(proposalFrom('decisionNumber', { ...whole, to: end }, context))
      }
      found.push(benefitIn(line))
    }
    if (!isCited) found.push(signedIn(line, context))
    return found.filter((proposal) => proposal !== undefined)
  })
}

function numberIn(line: ReadLine, context: ValueContext): Proposal | undefined {
  const digits = /(?<!\d)\d{12}(?!\d)/.exec(line.text)
  if (!digits) return undefined
  return proposalFrom('citizenId', { line, from: digits.index, to: digits.index + 12 }, context)
}

/** `…, ngày 08 tháng 12 năm 2021` beside a signature; `số …/QĐ-UBND ngày 12/03/2024` in a heading. */
function signedIn(line: ReadLine, context: ValueContext): Proposal | undefined {
  const spoken = /ng[àa]y\s*\d{1,2}\s*th[áa]ng\s*\d{1,2}\s*n[ăa]m\s*\d{4}/iu.exec(line.text)
  const numbered = /Q[ĐÐD].*?(ng[àa]y\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4})/iu.exec(line.text)
  const text = spoken?.[0] ?? numbered?.[1]
  if (text === undefined) return undefined
  const from = line.text.indexOf(text)
  return proposalFrom('signedOn', { line, from, to: from + text.length }, context)
}

function benefitIn(line: ReadLine): Proposal | undefined {
  if (!/^ve viec /.test(foldText(line.text))) return undefined
  const folded = foldText(line.text)
  const value = benefits.find((benefit) => folded.includes(foldText(benefit)))
  const words = wordsIn(line, 0, line.text.length)
  const box = boxAround(words)
  if (!value || !box) return undefined
  return {
    field: 'benefit',
    value,
    confidence: Math.min(...words.map((word) => word.confidence)),
    doubts: [],
    box,
  }
}

/** Number, sex and year of birth hold each other up, or put each other in doubt. */
function compared(proposals: Proposal[], { today }: ValueContext): Proposal[] {
  const valueOfField = (field: FieldName) => proposals.find((each) => each.field === field)
  const number = valueOfField('citizenId')
  const id = number && parseCitizenId(number.value)
  if (!number || !id) return proposals
  const sex = valueOfField('sex')
  const birth = valueOfField('birth')
  const birthReading = birth && parseBirth(birth.value, { asOf: today })
  const doubts = doubtsAbout(id, {
    ...(sex ? { sex: sex.value === 'Nữ' ? 'female' : 'male' } : {}),
    ...(birthReading?.ok ? { birth: birthReading.birth } : {}),
  })
  const touched: Record<IdDoubt, readonly FieldName[]> = {
    unknownPlaceCode: ['citizenId'],
    sexMismatch: ['citizenId', 'sex'],
    birthYearMismatch: ['citizenId', 'birth'],
  }
  return proposals.map((proposal) => {
    const mine = doubts.filter((doubt) => touched[doubt].includes(proposal.field))
    if (mine.length > 0)
      return { ...proposal, doubts: mine, confidence: Math.min(proposal.confidence, doubtedMax) }
    // The number was read surely and says the same sex: one letter of print more or less changes nothing.
    const isConfirmed =
      proposal.field === 'sex' &&
      isSure(number) &&
      contentsOf(id).sex === (proposal.value === 'Nữ' ? 'female' : 'male')
    return isConfirmed ? { ...proposal, confidence: Math.max(proposal.confidence, 80) } : proposal
  })
}
