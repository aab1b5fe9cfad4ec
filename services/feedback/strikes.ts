/** Why a passage is proposed to be struck out; `officer` is one that somebody marked. */
export type StrikeReason =
  | 'name'
  | 'phone'
  | 'email'
  | 'idNumber'
  | 'address'
  | 'account'
  | 'plate'
  | 'age'
  | 'officer'

/** A passage to strike out, by where it begins and ends in the text, counted in UTF-16 units. */
export interface Strike {
  from: number
  to: number
  why: StrikeReason
}

/** What stands where something was struck out; always the same, so that its length tells nothing. */
export const struckOut = '[đã che]'

const capital = String.raw`\p{Lu}[\p{L}\p{M}]*`
const space = String.raw`[ \u00A0]+`
/** Small, with a capital, and in capitals: the names after them are told by their capitals, so case matters. */
const titles =
  'ông|bà|anh|chị|cô|chú|bác|dì|cậu|mợ|thím|em|cháu|cụ|con|mẹ|bố|cha|vợ|chồng|tên là|họ tên|người tên'
    .split('|')
    .flatMap((title) => [
      title,
      title.charAt(0).toLocaleUpperCase('vi') + title.slice(1),
      title.toLocaleUpperCase('vi'),
    ])
    .join('|')

/** Each way in which a person shows in a text; `group` is the part to strike when not the whole. */
const patterns: readonly { why: StrikeReason; of: RegExp; group?: true }[] = [
  { why: 'email', of: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  {
    why: 'account',
    of: /(?:số tài khoản|tài khoản|stk|số tk|tk)\D{0,20}?(\d[\d .-]{5,22}\d)/giu,
    group: true,
  },
  { why: 'phone', of: /(?<![\d.,])(?:\+?84|0)(?:[ .-]?\d){8,10}(?![\d])/gu },
  { why: 'idNumber', of: /(?<!\d)\d(?:[ .]?\d){11}(?!\d)|(?<!\d)\d(?:[ .]?\d){8}(?!\d)/gu },
  {
    why: 'plate',
    of: /(?<![\p{L}\d])\d{2}[ -]?[A-Z]{1,2}\d?[ -]?\d{3}[. ]?\d{2}(?!\d)|(?<![\p{L}\d])\d{2}[A-Z]\d?[ -]\d{4}(?!\d)/gu,
  },
  {
    why: 'address',
    of: /(?:số nhà|nhà số|ngõ|ngách|hẻm|kiệt|căn hộ|phòng số)\s+[\p{L}\d/.-]*\d[\p{L}\d/.-]*(?:\s*,?\s*(?:ngõ|ngách|hẻm|đường|phố)\s+[\p{L}\d/ .-]{1,40}?(?=[,.;\n)]|$))?/giu,
  },
  {
    why: 'address',
    of: new RegExp(
      String.raw`(?<![\p{L}])\d{1,4}[A-Za-z]?(?:/\d{1,4})*${space}(?:đường|phố)${space}${capital}(?:${space}${capital})*`,
      'gu',
    ),
  },
  // With the commune, which stays, a hamlet or an age may tell who somebody is.
  {
    why: 'address',
    of: /(?<![\p{L}])(?:xóm|thôn|khối(?: phố)?|bản|tổ dân phố|tổ|ấp|khu|làng|đội|cụm)[ \u00A0]+(?:số[ \u00A0]+)?\d{1,3}\p{L}?(?![\p{L}\d])/giu,
  },
  {
    why: 'address',
    of: new RegExp(
      String.raw`(?<![\p{L}])(?:[Xx]óm|[Tt]hôn|[Kk]hối(?: phố)?|bản|[Ll]àng|[Ấấ]p)${space}${capital}(?:${space}${capital}){0,3}`,
      'gu',
    ),
  },
  { why: 'age', of: /(?<![\p{L}\d])\d{1,3}(?:[ \u00A0]+tháng)?[ \u00A0]+tuổi(?![\p{L}])/giu },
  {
    why: 'age',
    of: /(?<![\p{L}])(?:sinh[ \u00A0]+(?:năm|ngày)|ngày sinh:?|năm sinh:?|sn)[ \u00A0]*\d{1,4}(?:[/.-]\d{1,2})?(?:[/.-]\d{4})?/giu,
  },
  {
    why: 'name',
    of: new RegExp(
      String.raw`(?<![\p{L}])(?:${titles})(?:${space}(?:là|tên|tôi|là:|:))*${space}?(${capital}(?:${space}${capital}){0,4})`,
      'gu',
    ),
    group: true,
  },
]

/**
 * What should not stand in public: names after a form of address and the given `names`, telephones, e-mail addresses,
 * numbers of 9 or 12 digits, house numbers, hamlets, ages and days of birth, bank accounts, plates. A proposal: an officer adds and takes away. Ordered,
 * never overlapping.
 */
export function suggestStrikes(text: string, names: readonly string[]): Strike[] {
  const found = names.flatMap((name) => occurrences(text, name))
  for (const { why, of, group } of patterns)
    for (const match of text.matchAll(of)) {
      const whole = match[0]
      const part = group ? (match[1] ?? '') : whole
      const at = match.index + (group ? whole.lastIndexOf(part) : 0)
      if (why === 'name' && !/^\p{Lu}/u.test(part)) continue
      if (part !== '') found.push({ from: at, to: at + part.length, why })
    }
  return mergeStrikes(found)
}

/** Every place where a name stands, however it is written as to case; and its last word after its own title is left to the pattern. */
function occurrences(text: string, name: string): Strike[] {
  const wanted = name.trim().toLocaleLowerCase('vi')
  if (wanted.length < 2) return []
  const within = text.toLocaleLowerCase('vi')
  const found: Strike[] = []
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + wanted.length))
    found.push({ from: at, to: at + wanted.length, why: 'name' })
  return found
}

/** In order, those that touch or overlap made one; what lies outside a text is left to `strikeOut`. */
export function mergeStrikes(strikes: readonly Strike[]): Strike[] {
  const merged: Strike[] = []
  for (const strike of strikes.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = merged.at(-1)
    if (last && strike.from < last.to) last.to = Math.max(last.to, strike.to)
    else if (strike.to > strike.from) merged.push({ ...strike })
  }
  return merged
}

/** The text with `[đã che]` where something is struck out. The original is not touched. */
export function strikeOut(text: string, strikes: readonly Strike[]): string {
  let shown = ''
  let at = 0
  for (const { from, to } of mergeStrikes(strikes)) {
    if (from >= text.length) break
    shown += text.slice(at, Math.max(at, from)) + struckOut
    at = Math.min(text.length, Math.max(at, to))
  }
  return shown + text.slice(at)
}

/** Strikes for passages that an officer typed or copied, wherever they stand; `missing` are those that do not. */
export function strikesFor(
  text: string,
  passages: readonly string[],
): { strikes: Strike[]; missing: string[] } {
  const strikes: Strike[] = []
  const missing: string[] = []
  for (const passage of passages) {
    const found = occurrences(text, passage).map((each) => ({ ...each, why: 'officer' as const }))
    if (found.length === 0) missing.push(passage)
    strikes.push(...found)
  }
  return { strikes: mergeStrikes(strikes), missing }
}
