import { foldText } from '#identity'

/** The groups of a monthly benefit: K1–K8 allowances, C1–C7 care support, SP the social pension. */
export const categories = [
  'K1',
  'K2',
  'K3',
  'K4',
  'K5a',
  'K5b',
  'K5c',
  'K5d',
  'K6',
  'K7',
  'K8',
  'C1',
  'C2',
  'C3',
  'C4',
  'C5',
  'C6',
  'C7',
  'SP',
] as const
export type Category = (typeof categories)[number]

const codes = new Map<string, Category>(categories.map((category) => [category.toLowerCase(), category]))

const disabled = /\b(n?kt|n?ktn|n?ktdbn|khuyet tat|tan tat)\b/
const extreme = /\b(dbn|dac biet nang)\b/
const orphan = /mo coi|\bmc\b|\btr?emc\b/
const takenIn = /(?<!(?:chua|khong) co (?:nguoi |ai )?)\bnhan (cham soc|nuoi|nuoi duong)\b/
const caring = /\b(cham soc|nuoi duong)\b/
const elder = /\b(nct|nguoi cao tuoi|cao tuoi|nguoi gia)\b/
const child = /\b(tre|tre em|chau)\b|^te\b|\bte (?:em|mo coi|nhiem|duoi|tu|bi|khuyet)\b/

/** Read from the first line whose words are all there; the words are folded. */
const rules: readonly (readonly [Category, (words: string) => boolean])[] = [
  ['SP', (words) => /\b(huu tri (?:xa hoi|xh)|htxh)\b/.test(words)],
  ['C4', (words) => disabled.test(words) && /mang thai va|va nuoi con|2 con|hai con/.test(words)],
  ['C3', (words) => disabled.test(words) && /mang thai|nuoi con/.test(words)],
  ['C7', (words) => takenIn.test(words) && disabled.test(words) && child.test(words)],
  ['C6', (words) => takenIn.test(words) && disabled.test(words)],
  [
    'C1',
    (words) => takenIn.test(words) && child.test(words) && /duoi 4\b|duoi 04\b|duoi 48 thang/.test(words),
  ],
  ['C2', (words) => takenIn.test(words) && child.test(words)],
  ['K5d', (words) => elder.test(words) && /nhan (cham soc|nuoi)|co so|cong dong/.test(words)],
  [
    'C5',
    (words) =>
      disabled.test(words) &&
      caring.test(words) &&
      /\b(ho|gia dinh|ho gia dinh|nguoi cham soc)\b/.test(words),
  ],
  [
    'C5',
    (words) => disabled.test(words) && /^(?:ho tro |kinh phi |tien )*(?:cham soc|nuoi duong)\b/.test(words),
  ],
  ['K6', (words) => disabled.test(words) || extreme.test(words)],
  ['K3', (words) => /\bhiv\b/.test(words) && (child.test(words) || /duoi 16/.test(words))],
  ['K8', (words) => /\bhiv\b/.test(words)],
  [
    'K2',
    (words) =>
      (orphan.test(words) || /bo roi|nguon nuoi duong/.test(words)) &&
      /dang hoc|di hoc|hoc van|16 den|tu 16|tren 16/.test(words),
  ],
  ['K1', (words) => orphan.test(words) || /bo roi|nguon nuoi duong|tre em mat nguon/.test(words)],
  ['K4', (words) => /don than|\bmot minh nuoi con\b/.test(words)],
  ['K7', (words) => /duoi (3|03) tuoi|duoi 36 thang/.test(words)],
  ['K5b', (words) => /\b75\b/.test(words) && (elder.test(words) || / tuoi\b/.test(words))],
  ['K5a', (words) => elder.test(words) && /phung duong|co don|khong co con/.test(words)],
  ['K5c', (words) => /\b80 tuoi\b/.test(words) || (elder.test(words) && /\b(?:8\d|9\d)\b/.test(words))],
  ['K5a', (words) => elder.test(words) && /ngheo/.test(words)],
]

/** The group a list names by its code, by clause and point, or in words; undefined when it is none of them. */
export function findCategory(written: string): Category | undefined {
  const words = foldText(written)
  return (
    codes.get(words.replaceAll(' ', '')) ??
    byClause(words) ??
    codes.get(/^(?:[kc] ?[1-8] ?[a-d]?|sp)(?= )/.exec(words)?.[0].replaceAll(' ', '') ?? '') ??
    rules.find(([, matches]) => matches(words))?.[0]
  )
}

const article = '(?:dieu 5|d5)'
const clauseFirst = new RegExp(
  `^(?:${article} )?(?:khoan|k) ?([1-8])(?: ?(?:diem )?([a-h]))?(?: ${article})?(?![a-z0-9])`,
)
const pointFirst = new RegExp(`^diem ([a-h]) (?:khoan |k) ?([1-8])(?: ${article})?(?![a-z0-9])`)
/** `5.5.c` and `5.6` count from the article; `5c` from the clause. */
const numbersAlone = /^(?:dieu )?5 ([1-8])(?: ?([a-h]))?$|^(5)([a-d])$/

/** By the clause of the article on monthly allowances; a clause of another article is none of these. */
function byClause(words: string): Category | undefined {
  if (/\bdieu (?!5\b)\d/.test(words)) return undefined
  const first = clauseFirst.exec(words)
  const second = pointFirst.exec(words)
  const alone = numbersAlone.exec(words)
  const clause = first?.[1] ?? second?.[2] ?? alone?.[1] ?? alone?.[3]
  const point = first?.[2] ?? second?.[1] ?? alone?.[2] ?? alone?.[4] ?? ''
  return clause === undefined ? undefined : codes.get(clause === '5' ? `k5${point}` : `k${clause}`)
}
