import type { FormKind } from './field-names.ts'
import type { ReadLine } from './lines.ts'
import { errorsAllowed, findNearest } from './nearest.ts'

/** What stands after a label: a field, a whole address, or a number that may be either of two. */
export type Labelled =
  | 'name'
  | 'birth'
  | 'sex'
  | 'idNumber'
  | 'ethnicity'
  | 'address'
  | 'phone'
  | 'guardian'
  | 'disabilityKind'
  | 'disabilityDegree'
  | 'decisionNumber'
  | 'amountDong'
  | 'coefficient'
  | 'fromMonth'
  | 'payee'
  | 'head'
  | 'relation'
  /** A label of the form that ends the value before it and says nothing the register wants. */
  | 'other'

/** Labels of the printed forms, folded and without anything between the letters; the longer one goes first. */
const labels: readonly (readonly [Labelled, string])[] = (
  [
    [
      'name',
      'hovaten hoten hovachudemten hochudemvaten hovatendoituong hovatennguoikhuyettat ongba tenlaongba',
    ],
    [
      'guardian',
      'hovatennguoigiamho hotennguoigiamho nguoigiamho hovatennguoidaidien nguoidaidien hovatennguoichamsoc',
    ],
    ['birth', 'ngaythangnamsinh sinhngay ngaysinh namsinh'],
    ['sex', 'gioitinh'],
    ['ethnicity', 'dantoc'],
    [
      'idNumber',
      'socccdhoaccmnd socccdcmnd socmndcccd socccd sodinhdanhcanhan socancuoccongdan socancuoc socmnd cmndso cccdso ' +
        'sochungminhnhandan giaycmndso giaychungminhnhandanso',
    ],
    [
      'address',
      'noicutru noithuongtru hokhauthuongtru noidangkythuongtru noiohiennay noiohientai diachithuongtru ' +
        'diachilienhe cutrutai diachi',
    ],
    ['phone', 'sodienthoailienhe sodienthoai dienthoai'],
    ['disabilityKind', 'dangkhuyettat dangtat loaikhuyettat'],
    ['disabilityDegree', 'mucdokhuyettat'],
    ['decisionNumber', 'quyetdinhso'],
    ['amountDong', 'muctrocap muchuong sotientrocap sotienhuong voimuc mucchitra'],
    ['coefficient', 'hesotrocap hesohuong hesomuctrocap'],
    ['fromMonth', 'huongtuthang thoigianhuongtuthang duochuongtuthang'],
    ['payee', 'nguoinhanthay hovatennguoinhanthay nguoinhantrocap'],
    ['head', 'hovatenchuho hotenchuho'],
    ['relation', 'quanhevoichuho'],
    ['other', 'quoctich tongiao quequan nghenghiep ngaycap noicap capngay quanhe'],
  ] as const
)
  .flatMap(([what, written]) => written.split(' ').map((label) => [what, label] as const))
  .toSorted(([, one], [, other]) => other.length - one.length)

/** A label found on a line; its value begins at `valueAt` of the line's text and ends before `valueEnd`. */
export interface FoundLabel {
  what: Labelled
  line: number
  valueAt: number
  valueEnd: number
}

/** Every label of the page with where its value stands, down the page and along the line. */
export function findLabels(lines: readonly ReadLine[]): FoundLabel[] {
  return lines.flatMap((line, number) => labelsOf(line, number))
}

function labelsOf(line: ReadLine, number: number): FoundLabel[] {
  const taken: { what: Labelled; start: number; end: number }[] = []
  for (const [what, label] of labels) {
    const place = findNearest(line.squeezed, label, errorsAllowed(label))
    if (!place || taken.some(({ start, end }) => place.start < end && start < place.end)) continue
    if (beginsAWord(line, place.start) || place.errors === 0) taken.push({ what, ...place })
  }
  taken.sort((one, other) => one.start - other.start)
  return taken.map(({ what, end }, index) => {
    const next = taken[index + 1]
    return {
      what,
      line: number,
      valueAt: (line.placeOf[end - 1] ?? line.text.length - 1) + 1,
      valueEnd: next ? (line.placeOf[next.start] ?? line.text.length) : line.text.length,
    }
  })
}

function beginsAWord({ text, placeOf }: ReadLine, at: number): boolean {
  return !/[\p{L}\p{M}\d]/u.test(text[(placeOf[at] ?? 0) - 1] ?? '')
}

/** Headings that tell a form, the surest first. */
const headings: readonly (readonly [FormKind, readonly string[]])[] = [
  ['disabilityCertificate', ['giayxacnhankhuyettat', 'giayxacnhanmucdokhuyettat']],
  ['application', ['tokhaidenghitrogiupxahoi', 'tokhaidenghi', 'tokhaithongtin', 'dondenghitrogiupxahoi']],
  ['decision', ['quyetdinhveviec', 'quyetdinh']],
  ['identityCard', ['cancuoccongdan', 'thecancuoc', 'citizenidentitycard', 'cancuoc']],
]

/** Which form a page is; undefined for a form that is not known. */
export function formOf(lines: readonly ReadLine[]): FormKind | undefined {
  for (const [form, wanted] of headings)
    for (const heading of wanted)
      for (const line of lines) {
        const place = findNearest(line.squeezed, heading, errorsAllowed(heading))
        // A heading stands alone: the same words within a sentence are about another paper.
        if (place && line.squeezed.length - heading.length <= 6) return form
      }
  return undefined
}
