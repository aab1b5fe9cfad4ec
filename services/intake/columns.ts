import { foldText } from '#identity'
import { factColumns } from './fact-columns.ts'

/** What a column of a list can be. `ordinal` and `other` are known and not read. */
type PlainColumn =
  | 'ordinal'
  | 'familyName'
  | 'name'
  | 'birth'
  | 'birthMale'
  | 'birthFemale'
  | 'birthDay'
  | 'birthMonth'
  | 'birthYear'
  | 'sex'
  | 'sexMale'
  | 'sexFemale'
  | 'id'
  | 'oldId'
  | 'village'
  | 'commune'
  | 'district'
  | 'household'
  | 'relation'
  | 'category'
  | 'coefficient'
  | 'amount'
  | 'fromMonth'
  | 'monthsPaid'
  | 'note'
  | 'originalRow'
  | 'other'

/**
 * `fact:poverty` and so on are the facts of fact-columns.ts; `paid:7` is what was paid in July; a tick in `tick:K6` says
 * that the person is of that group, in `tick:poverty=poor` how the fact is answered.
 */
export type ColumnKey = PlainColumn | `fact:${string}` | `paid:${number}` | `tick:${string}`

/** Headings as communes write them, folded. */
const headings: Readonly<Record<PlainColumn, readonly string[]>> = {
  ordinal: ['stt', 'tt', 'so tt', 'so thu tu'],
  familyName: [
    'ho',
    'ho dem',
    'ho va dem',
    'ho chu dem',
    'ho va chu dem',
    'ho lot',
    'ho va ten dem',
    'ho ten dem',
  ],
  name: [
    'ho va ten',
    'ho ten',
    'ten',
    'ho va ten doi tuong',
    'ho ten doi tuong',
    'ten doi tuong',
    'ho va ten nguoi huong',
    'ho ten nguoi huong',
    'ho va ten nguoi huong tro cap',
    'ho ten nguoi huong tro cap',
    'h va ten',
    'h v ten',
    'ho va ten nguoi thu huong',
  ],
  birth: [
    'ngay sinh',
    'ngay thang nam sinh',
    'nam sinh',
    'sinh ngay',
    'ngay thang sinh',
    'ngay nam sinh',
    'ntns',
    'n sinh',
  ],
  birthMale: ['nam sinh nam', 'ngay sinh nam'],
  birthFemale: ['nam sinh nu', 'ngay sinh nu'],
  birthDay: [],
  birthMonth: ['thang sinh'],
  birthYear: [],
  sex: ['gioi tinh', 'nam nu', 'phai', 'gt', 'gioi'],
  sexMale: ['nam'],
  sexFemale: ['nu'],
  id: [
    'so dinh danh',
    'so dinh danh ca nhan',
    'cccd',
    'so cccd',
    'cmnd cccd',
    'so cmnd cccd',
    'cccd cmnd',
    'so cccd cmnd',
    'so can cuoc',
    'can cuoc',
    'so can cuoc cong dan',
    'can cuoc cong dan',
    'so giay to tuy than',
    'ma dinh danh',
    'so ddcn',
    'so dinh danh cccd',
    'so cmnd so cccd',
  ],
  oldId: ['cmnd', 'so cmnd', 'cmt', 'so cmt', 'cmnd cu', 'so cmnd cu', 'cmnd 9 so', 'so chung minh nhan dan'],
  village: [
    'thon xom',
    'thon',
    'xom',
    'ban',
    'khoi',
    'thon ban',
    'khoi xom',
    'thon xom ban',
    'dia chi',
    'noi o',
    'cho o',
    'dia chi thon',
    'dia chi thon xom',
    'thon khoi ban',
    'thon xom khoi',
    'to dan pho',
    'noi cu tru',
    'xom ban',
  ],
  commune: [
    'xa',
    'xa phuong',
    'xa phuong tt',
    'xa phuong thi tran',
    'phuong xa',
    'ten xa',
    'don vi',
    'don vi xa',
  ],
  district: [
    'huyen',
    'huyen thanh pho',
    'huyen thi xa',
    'quan huyen',
    'huyen tx tp',
    'huyen thanh thi',
    'huyen tp tx',
  ],
  household: ['ma ho', 'so ho', 'ma so ho', 'ma ho gia dinh', 'so so ho khau', 'ho khau so'],
  relation: ['quan he voi chu ho', 'quan he', 'chu ho quan he', 'qh voi chu ho', 'moi quan he voi chu ho'],
  category: [
    'doi tuong',
    'nhom',
    'nhom doi tuong',
    'ma dt',
    'ma doi tuong',
    'loai doi tuong',
    'dien huong',
    'dien doi tuong',
    'doi tuong huong',
    'loai dt',
    'nhom dt',
    'ma nhom',
    'dien doi tuong huong',
  ],
  coefficient: ['he so', 'hs', 'he so huong', 'he so tro cap'],
  amount: [
    'so tien',
    'muc huong',
    'muc tro cap',
    'tien tro cap',
    'thanh tien',
    't tien',
    'tro cap hang thang',
    'muc huong dong',
    'so tien dong',
    'so tien huong',
    'muc tien',
    'so tien tro cap',
    'muc huong thang',
    'tien huong',
    'muc tro cap thang',
  ],
  fromMonth: [
    'thang bat dau',
    'huong tu thang',
    'tu thang',
    'thoi diem huong',
    'thang huong',
    'bat dau huong',
    'thoi gian huong',
    'thoi diem bat dau huong',
    'huong tu',
  ],
  monthsPaid: ['so thang', 'so thang huong', 'so thang linh', 'so thang chi tra', 'so thang duoc huong'],
  note: ['ghi chu', 'gc', 'g chu', 'luu y'],
  originalRow: ['dong goc'],
  other: [
    'dan toc',
    'ngay',
    'thang',
    'sdt',
    'so dien thoai',
    'dien thoai',
    'stk',
    'stk ngan hang',
    'so tai khoan',
    'ngan hang',
    'so ngay qd',
    'so qd',
    'quyet dinh',
    'so quyet dinh',
    'so ngay quyet dinh',
    'ky nhan',
    'chu ky',
    'nguoi nhan thay',
    'tinh',
    'loi can sua',
    'so the bhyt',
    'ton giao',
    'truy linh',
    'tong cong',
    'chu ho',
    'ho ten chu ho',
    'ten chu ho',
    'nguoi giam ho',
    'ho va ten nguoi nhan thay',
    'nghe nghiep',
    'trinh do',
    'ngay qd',
    'ngay cap',
    'noi cap',
    'dang tat',
    'dang khuyet tat',
  ],
}

const known = new Map<string, ColumnKey>([
  ...(Object.keys(headings) as PlainColumn[]).flatMap((key) =>
    headings[key].map((heading): [string, ColumnKey] => [heading, key]),
  ),
  ...factColumns.flatMap(({ fact, heading, synonyms }) =>
    [foldText(heading), ...synonyms].map((words): [string, ColumnKey] => [words, `fact:${fact}`]),
  ),
])

/**
 * Which column a heading names: as it stands, without what is in brackets, but for a slip of the pen, or by the
 * words that decide. A long text is no heading.
 */
export function findColumn(heading: string): ColumnKey | undefined {
  const whole = foldText(heading)
  const bare = foldText(heading.replace(/\([^)]*\)|\*/g, ' '))
  return known.get(whole) ?? known.get(bare) ?? findNearest(bare) ?? findByWords(bare)
}

const lettersMax = 60
/** Somebody beside the person of the row: what is said of them is not read. */
const others =
  /\b(chu ho|nguoi nhan thay|nhan thay|nguoi nhan(?! (tro cap|tien|che do))|giam ho|uy quyen|cha|bo me|ho ten me|cham soc|nuoi duong)\b/

const besideThem =
  /\b(chu ho|nhan thay|giam ho|uy quyen|dai dien|than nhan|bo me|cha me|nguoi (truc tiep )?(cham soc|nuoi duong)|nguoi nhan(?! (tro cap|tien|che do)))\b/

/** Whether a heading over several columns speaks of a guardian, or of who receives for the person. */
export function namesSomebodyElse(heading: string): boolean {
  const folded = foldText(heading)
  return folded.length <= lettersMax && besideThem.test(folded) && !/\bthanh vien\b/.test(folded)
}

/** In this order: a heading may hold the words of several columns. */
const deciding: readonly (readonly [ColumnKey, RegExp])[] = [
  [
    'other',
    /\b(qd|quyet dinh|dien thoai|sdt|tai khoan|stk|dan toc|ky nhan|ngay cap|noi cap|noi sinh|bang chu)\b/,
  ],
  ['other', /\b(muc chuan|truy linh|muc luong|tong cong|tong so|ngan hang|bhyt)\b/],
  [
    'fromMonth',
    /^(thang|thoi diem|thoi gian|ngay) (bat dau |duoc )?huong|^huong (tu|ke tu)|^(tu|bat dau tu) thang/,
  ],
  ['coefficient', /^(he so|hs)\b/],
  ['amount', /^(so tien|muc (huong|tro cap|tien|chi)|thanh tien|tien (tro cap|huong)|kinh phi)\b/],
  ['id', /\b(cccd|can cuoc|dinh danh|ddcn)\b/],
  ['oldId', /\b(cmnd|cmt|chung minh nhan dan)\b/],
  ['birth', /^(ngay|nam)\b.*\bsinh\b/],
  ['name', /^(ho (va )?(chu dem )?(va )?ten|ten (doi tuong|nguoi))\b/],
  ['sex', /^(gioi tinh|nam nu)\b/],
  ['commune', /^(ten )?(xa|phuong)\b/],
  ['district', /^(ten )?(huyen|quan|thanh pho|thi xa)\b/],
  [
    'village',
    /^(ten )?(thon|xom|ban|khoi|to dan pho|ap|buon|lang)\b|^(dia chi|noi o|cho o|noi cu tru|ho khau thuong tru)\b/,
  ],
  ['category', /^(ma |loai |nhom |dien |thuoc )*(doi tuong|nhom|dien huong|dt)\b/],
  ['note', /^ghi chu\b/],
]

function findByWords(folded: string): ColumnKey | undefined {
  if (folded.length > lettersMax) return undefined
  const key = deciding.find(([, words]) => words.test(folded))?.[0]
  return key !== undefined && others.test(folded) && !/\bthanh vien\b/.test(folded) ? 'other' : key
}

/** The one known heading a slip or two away; short headings are never guessed. */
function findNearest(folded: string): ColumnKey | undefined {
  const slipsMax = folded.length >= 12 ? 2 : folded.length >= 6 ? 1 : 0
  if (slipsMax === 0) return undefined
  const near = new Set<ColumnKey>()
  for (const [heading, key] of known) {
    if (heading.length >= 6 && slipsBetween(folded, heading, slipsMax) <= slipsMax) near.add(key)
  }
  return near.size === 1 ? [...near][0] : undefined
}

/** Letters to add, drop or change to come from one text to the other; stops counting above `most`. */
function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const current = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const changed = (previous[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      current.push(Math.min(changed, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[other.length] ?? most + 1
}
