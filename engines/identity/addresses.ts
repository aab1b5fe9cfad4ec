import { foldText, tidyText } from './names.ts'
import { placeCodes } from './place-codes.ts'
import { parseUnitName, type UnitType } from './unit-names.ts'

/** An address taken apart; each part as written, with the word of its kind where one was written. */
export interface Address {
  /** Everything below the commune: `số 12, đường Lê Lợi`, `xóm 5`. */
  village?: string
  commune?: string
  district?: string
  province?: string
}

type Part = keyof Address

interface Piece {
  text: string
  /** What the words of the piece say it is; undefined when it is a bare name. */
  part: Part | undefined
}

const partOfType: Readonly<Record<UnitType, Part>> = {
  xã: 'commune',
  phường: 'commune',
  'thị trấn': 'commune',
  huyện: 'district',
  quận: 'district',
  'thị xã': 'district',
  'thành phố': 'district',
  tỉnh: 'province',
}
const order: readonly Part[] = ['village', 'commune', 'district', 'province']

const villageWords =
  /^(xom|thon|ban|khoi|khoi pho|khoi xom|lang|ap|khu|khu pho|khu dan cu|to|to dan pho|tdp|doi|so|so nha|sn|nha|duong|ngo|ngach|hem|kiet|pho|tieu khu) |^(x|k|t|to|xom|khoi|thon)? ?\d+[a-z]?$/
const centralCities = new Set(['ha noi', 'ho chi minh', 'hai phong', 'da nang', 'can tho', 'hue', 'hcm'])
const provinces = new Set([...placeCodes.values()].map(foldText))
/** Names that hold a dash of their own. */
const dashed = /(Bà Rịa|Ba Ria|Thừa Thiên|Thua Thien|Phan Rang)\s*[-–]\s*/giu
const country = /[\s,.–-]*(?:Việt Nam|Viet Nam|VN)[\s.]*$/iu
const separators = /[,;/()\n]+|\s+[-–—]+\s+|(?<=\p{L})[-–—](?=\p{L})/u

/**
 * `Xóm 5, xã Nghi Kiều, huyện Nghi Lộc, tỉnh Nghệ An` into its parts, in any spelling people use: short words of kind
 * (`X.`, `H.`, `TP.`, `T.Trấn`), no commas, from the province down, kinds left out, NFD. Bare names take the places
 * that are left, the commune first: `Nghi Kiều, Nghi Lộc`. Never throws; nothing is looked up, so a bare run of words
 * without any sign between them stays one part. `Việt Nam` is dropped.
 */
export function parseAddress(written: string): Address {
  const pieces = inOrder(piecesOf(written))
  const parts: Partial<Record<Part, string[]>> = {}
  for (const { text, part } of place(pieces)) {
    const texts = parts[part] ?? []
    texts.push(text)
    parts[part] = texts
  }
  return Object.fromEntries(
    order.flatMap((part) => (parts[part] ? [[part, parts[part].join(', ')]] : [])),
  ) satisfies Address
}

function piecesOf(written: string): Piece[] {
  const text = tidyText(written).replace(dashed, '$1\u2011').replace(country, '')
  return text
    .split(separators)
    .flatMap(splitBeforeKinds)
    .map((piece) => piece.replace(/^[\s.:–-]+|[\s.:–-]+$/gu, '').replaceAll('\u2011', ' - '))
    .filter((piece) => foldText(piece) !== '' && foldText(piece) !== 'viet nam')
    .map((piece) => ({ text: piece, part: partOf(piece) }))
}

/** `thị xã` is one kind, and `Xóm Xã Đoài` the name of a village. */
const kindWithin =
  /(?<=[\p{L}\p{N}.])(?<!(?:^|\s)(?:thị|xóm|thôn|bản|khối|làng|ấp))\s+(?=(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s+\p{L}|(?:X|P|H|T|TT|TX|TP|T\.? ?Trấn)\.\s*\p{L})/giu
const untonedKindWithin =
  /(?<=[a-z0-9.])(?<!(?:^|\s)(?:thi|xa|xom|thon|ban|khoi|lang|ap))\s+(?=(?:xa|thi tran|huyen|thi xa|thanh pho|tinh(?! huyen| thi xa| thanh pho))\s+[a-z]|(?:x|p|h|t|tt|tx|tp)\.\s*[a-z])/giu
const untoned = /^[\0-\x7e]*$/

/** `xóm 5 xã Nghi Kiều huyện Nghi Lộc` has no commas, but each kind begins a part. */
function splitBeforeKinds(piece: string): string[] {
  const marked = piece.replace(untoned.test(piece) ? untonedKindWithin : kindWithin, '\n')
  return marked.split('\n')
}

function partOf(piece: string): Part | undefined {
  const { type, folded } = parseUnitName(piece)
  const all = foldText(piece)
  if (type === undefined && /^t[. ]/i.test(piece) && provinces.has(foldText(piece.slice(2))))
    return 'province'
  if (type === undefined) return villageWords.test(all) ? 'village' : undefined
  if (/^\d/.test(folded) && type !== 'phường' && type !== 'quận') return 'village'
  if (type === 'thành phố' && centralCities.has(folded)) return 'province'
  return partOfType[type]
}

/** From the village up; an address written from the province down is turned round. */
function inOrder(pieces: readonly Piece[]): readonly Piece[] {
  const ranks = pieces.flatMap(({ part }) => (part ? [order.indexOf(part)] : []))
  const [first] = pieces
  const falls = ranks.some((rank, index) => index > 0 && rank < (ranks[index - 1] ?? 0))
  const rises = ranks.some((rank, index) => index > 0 && rank > (ranks[index - 1] ?? 0))
  const fromProvince =
    pieces.length > 1 &&
    first !== undefined &&
    (first.part === 'province' || foldText(first.text) === 'nghe an')
  return (falls && !rises) || (fromProvince && !rises) ? pieces.toReversed() : pieces
}

/** Gives each bare name the place between its typed neighbours. */
function place(pieces: readonly Piece[]): { text: string; part: Part }[] {
  const named = pieces.map((piece) => ({ ...piece }))
  const last = named.at(-1)
  const isSaid = (part: Part) => named.some((piece) => piece.part === part)
  if (last && last.part === undefined && named.length > 1 && !isSaid('province')) {
    if (provinces.has(foldText(last.text))) last.part = 'province'
  }
  const commune = named.findIndex(({ part }) => part === 'commune')
  const bare = named.filter(({ part }, index) => part === undefined && index > commune)
  if (commune >= 0) {
    const [above] = bare
    if (above && !isSaid('district')) above.part = 'district'
  } else if (isSaid('district')) {
    const below = bare.findLast((piece) => named.indexOf(piece) < named.findIndex(isDistrict))
    if (below) below.part = 'commune'
  } else {
    const above = bare.length > 1 ? bare.at(-1) : undefined
    const own = bare.at(above ? -2 : -1)
    if (above) above.part = 'district'
    if (own) own.part = 'commune'
  }
  return named.map(({ text, part = 'village' }, index) => {
    const isSaidAgain = named.some((piece, at) => at > index && piece.part === part)
    return { text, part: isSaidAgain ? 'village' : part }
  })
}

function isDistrict({ part }: Piece): boolean {
  return part === 'district'
}
