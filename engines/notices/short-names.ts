import { anyOf, matchAt, placed } from './phrases.ts'

/** Capitals that name things and programmes, not who does something. */
const things = new Set(
  `CSDL CCCD CMND VNEID BHYT BHTN BHXHTN NSNN NSTW NSĐP CNTT DVC DVCTT ATTP ATGT ANTT TTHC TTHCC NTM OCOP DTTS KT KTXH QPAN GDP PAPI PCI PAR
  TP TX TT ĐT GCN QR CP QĐ NĐ TT TB KH CV CT NQ TTR BC TTG LĐ MTQG CTMTQG KPI ATM SMS OTP HIV AIDS COVID PCTT PCCC TKCN QLNN UNESCO IT AI
  VN USD EUR II III IV VI VII VIII IX XI XII TTLT VBHN PL STT KV ODA FDI ASEAN ISO NLĐ NCC NKT NCT BTXH ASXH TGXH TE HN HCN LS TBLS`.split(
    /\s+/u,
  ),
)

const initials = placed(
  '(?:(?:P|TT|Tr|BQL|BCĐ|BTC)\\. ?(?=\\p{Lu})|(?:UBND|HĐND|[\\p{Lu}](?:[\\p{Lu}]|&|-(?=\\p{Lu})){1,8})(?![\\p{L}\\p{N}./&]))',
)
const mostlySmall = /\p{Ll}/gu

/** Where the initials of an agency end that begin at `at`: `VP`, `BCH`, `P.`; undefined in a line all in capitals. */
export function initialsEnd(text: string, at: number): number | undefined {
  const found = matchAt(initials, text, at)
  if (!found || things.has(found[0].replace(/[^\p{Lu}]/gu, ''))) return undefined
  const near = text.slice(at, at + 60)
  if ((near.match(mostlySmall)?.length ?? 0) * 2 < near.length * 0.5) return undefined
  return at + found[0].length
}

const words: readonly (readonly [RegExp, string])[] = [
  [/^VP(?= |$)/u, 'Văn phòng'],
  [/^NHNN(?= |$)/u, 'Ngân hàng Nhà nước'],
  [/^KBNN(?= |$)/u, 'Kho bạc Nhà nước'],
  [/^TAND(?= |$)/u, 'Tòa án nhân dân'],
  [/^VKSND(?= |$)/u, 'Viện kiểm sát nhân dân'],
  [/^UBKT(?= |$)/u, 'Ủy ban Kiểm tra'],
  [/(?<=^|Văn phòng )CA(?= )/u, 'Công an'],
  [/^BCH (?:Quân sự|QS)/u, 'Ban Chỉ huy Quân sự'],
  [/^Bộ CHQS/u, 'Bộ Chỉ huy Quân sự'],
  [/^(?:BCHQS|BCH QS|BCH CHQS)(?= )/u, 'Ban Chỉ huy Quân sự'],
  [/^(?:Bộ CH )?BĐBP/u, 'Bộ đội Biên phòng'],
  [/^P\. ?/u, 'Phòng '],
  [/^TT\. ?/u, 'Trung tâm '],
  [/^BQL(?= )/u, 'Ban Quản lý'],
  [/^BCĐ(?= )/u, 'Ban Chỉ đạo'],
  [/^CA(?= )/u, 'Công an'],
  [/^TTYT(?= |$)/u, 'Trung tâm Y tế'],
  [/^(?:TT )?DVVL(?= |$)/u, 'Trung tâm Dịch vụ việc làm'],
  [/^NHCSXH(?= |$)/u, 'Ngân hàng Chính sách xã hội'],
  [/^(?:Hội )?LHPN(?= |$)/u, 'Hội Liên hiệp Phụ nữ'],
  [/^(?:Hội )?CCB(?= |$)/u, 'Hội Cựu chiến binh'],
  [/^(?:Hội )?NCT(?= |$)/u, 'Hội Người cao tuổi'],
  [/^(?:Hội )?CTĐ(?= |$)/u, 'Hội Chữ thập đỏ'],
  [/^Đoàn TN(?= |$)/u, 'Đoàn Thanh niên'],
]

/** The name with its initials spelt out: `VP UBND tỉnh` is Văn phòng UBND tỉnh. */
export function spelt(name: string): string {
  return words.reduce((kept, [short, full]) => kept.replace(short, full), name)
}

const persons = placed('(?:(?:các )?(?:đồng chí|đ/c|đc|đ\\.c|anh|chị|cô|chú|bác|em|ông|bà) )(?=\\p{L})')

/** `Đ/c Hùng`, `chị Lan`: past the word of address, when a name with a capital follows. */
export function addressEnd(text: string, lower: string, at: number): number | undefined {
  const found = matchAt(persons, lower, at)
  return found && /^\p{Lu}\p{Ll}/u.test(text.slice(at + found[0].length, at + found[0].length + 2))
    ? at + found[0].length
    : undefined
}

const counted = placed(
  `(?:\\d{1,3}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:${anyOf(
    'xã, phường | xã | phường | thôn | bản | ấp | khóm | buôn | làng | sở, ngành | sở | ngành | đơn vị | địa phương | huyện | cơ sở | trung tâm | trường | doanh nghiệp | công ty | phòng | ban | hội | đồng chí | tổ | nhóm | đoàn',
  )})`,
)

/** `09 xã bãi ngang`, `hai đơn vị`: a number of them. */
export function countedEnd(lower: string, at: number): number | undefined {
  const found = matchAt(counted, lower, at)
  return found && at + found[0].length
}
