import type { BirthProblem, IdDoubt, IdProblem } from '#identity'
import type { ColumnKey } from './columns.ts'

export type ProblemCode =
  | IdProblem
  | IdDoubt
  | BirthProblem
  | 'zeroLost'
  | 'insuranceCard'
  | 'amountNotProduct'
  | 'notAnAmount'
  | 'notACoefficient'
  | 'notAMonth'
  | 'unknownCategory'
  | 'unknownSex'
  | 'unknownFact'
  | 'noName'
  | 'moreThanName'
  | 'formulaError'
  | 'bothSexes'
  | 'dayMonthUncertain'
  | 'yearOrAge'
  | 'amountOfMonths'
  | 'amountTooSmall'
  | 'yearUnknown'
  | 'amongLeavers'
  | 'noHeadings'
  | 'listsSideBySide'
  | 'otherList'

/** What is wrong with one cell. */
export interface ListProblem {
  /** As Excel writes it: `E9`. */
  cell: string
  row: number
  /** The place of the sheet, where several are read as one list. */
  sheetAt?: number
  column: ColumnKey
  code: ProblemCode
  reads: string | number
  /** What it probably should be; an officer decides. */
  proposes?: string
  /** The amount that the coefficient gives. */
  expectedDong?: number
}

interface Wording {
  /** A doubt leaves the value in place; a refusal leaves the field empty. */
  weight: 'doubt' | 'refusal'
  /** How the printed reading names it. */
  name: string
  vi: string
  en: string
  remedyVi: string
  remedyEn: string
}

const wordings: Readonly<Record<ProblemCode, Wording>> = {
  elevenDigits: {
    weight: 'refusal',
    name: '11 digits as text',
    vi: 'Số định danh chỉ có 11 chữ số',
    en: 'The ID has only 11 digits',
    remedyVi: 'Đối chiếu căn cước và viết đủ 12 chữ số',
    remedyEn: 'Check the card and write all 12 digits',
  },
  wrongLength: {
    weight: 'refusal',
    name: 'neither 12 nor 9 digits',
    vi: 'Số định danh không có 12 chữ số, cũng không phải CMND 9 số',
    en: 'The number has neither the 12 digits of an ID nor the 9 of an old card',
    remedyVi: 'Đối chiếu giấy tờ và viết lại số, định dạng ô là Văn bản (Text)',
    remedyEn: 'Check the papers and write the number again in a text cell',
  },
  notAnId: {
    weight: 'refusal',
    name: 'not an ID number',
    vi: 'Ô này không phải một số định danh',
    en: 'This cell is not one ID number',
    remedyVi: 'Chỉ viết một số căn cước 12 chữ số; chưa có thì để trống',
    remedyEn: 'Write one 12-digit number; leave it empty when there is none',
  },
  digitsRounded: {
    weight: 'refusal',
    name: 'digits rounded by the spreadsheet',
    vi: 'Excel đã làm tròn số định danh (dạng 4,0E+10)',
    en: 'The spreadsheet has rounded the number (4.0E+10)',
    remedyVi: 'Định dạng cột là Văn bản (Text) rồi nhập lại số từ giấy tờ',
    remedyEn: 'Format the column as text and enter the number again from the papers',
  },
  insuranceCard: {
    weight: 'refusal',
    name: 'health-insurance card, not an ID',
    vi: 'Đây là số thẻ bảo hiểm y tế, không phải số định danh',
    en: 'This is the number of a health-insurance card, not an ID',
    remedyVi: 'Ghi số căn cước 12 chữ số; chưa có thì để trống',
    remedyEn: 'Write the 12-digit number of the ID; leave it empty when there is none',
  },
  zeroLost: {
    weight: 'doubt',
    name: 'leading zero lost',
    vi: 'Ô dạng số làm mất số 0 ở đầu số định danh',
    en: 'A number cell has dropped the leading zero of the ID',
    remedyVi: 'Xác nhận số đề xuất, và định dạng cột là Văn bản (Text)',
    remedyEn: 'Confirm the proposed number and format the column as text',
  },
  sexMismatch: {
    weight: 'doubt',
    name: 'sex digit of the ID disagrees with the sex',
    vi: 'Chữ số giới tính trong số định danh không khớp giới tính đã ghi',
    en: 'The sex digit of the ID disagrees with the sex',
    remedyVi: 'Đối chiếu căn cước: sửa số định danh hoặc giới tính',
    remedyEn: 'Check the card: correct the number or the sex',
  },
  birthYearMismatch: {
    weight: 'doubt',
    name: 'birth year of the ID disagrees with the birth',
    vi: 'Năm sinh trong số định danh không khớp ngày sinh đã ghi',
    en: 'The birth year in the ID disagrees with the birth',
    remedyVi: 'Đối chiếu căn cước: sửa số định danh hoặc ngày sinh',
    remedyEn: 'Check the card: correct the number or the birth',
  },
  unknownPlaceCode: {
    weight: 'doubt',
    name: 'unknown place code of the ID',
    vi: 'Ba chữ số đầu của số định danh không phải mã tỉnh nào',
    en: 'The first three digits of the ID are no place of registration',
    remedyVi: 'Đối chiếu căn cước; giữ nguyên nếu khai sinh ở nước ngoài',
    remedyEn: 'Check the card; keep it when the birth was registered abroad',
  },
  noSuchDay: {
    weight: 'refusal',
    name: 'no such day',
    vi: 'Không có ngày này trong lịch',
    en: 'There is no such day',
    remedyVi: 'Đối chiếu giấy tờ; chỉ biết năm thì viết năm, ví dụ 1950',
    remedyEn: 'Check the papers; when only the year is known write the year',
  },
  notABirth: {
    weight: 'refusal',
    name: 'not a date of birth',
    vi: 'Không đọc được ngày sinh',
    en: 'This is not a date of birth',
    remedyVi: 'Viết như 12/03/1944, 03/1944 hoặc 1944',
    remedyEn: 'Write it like 12/03/1944, 03/1944 or 1944',
  },
  inFuture: {
    weight: 'refusal',
    name: 'born after the list',
    vi: 'Ngày sinh sau ngày lập danh sách',
    en: 'The birth is later than the list',
    remedyVi: 'Đối chiếu giấy khai sinh và sửa ngày sinh',
    remedyEn: 'Check the birth certificate and correct the birth',
  },
  tooLongAgo: {
    weight: 'refusal',
    name: 'born too long ago',
    vi: 'Ngày sinh cách đây hơn 125 năm',
    en: 'The birth lies more than 125 years back',
    remedyVi: 'Đối chiếu giấy tờ và sửa năm sinh',
    remedyEn: 'Check the papers and correct the year',
  },
  amountNotProduct: {
    weight: 'doubt',
    name: 'amount is not coefficient × standard',
    vi: 'Số tiền không bằng hệ số nhân mức chuẩn của tháng',
    en: 'The amount is not the coefficient times the standard of the month',
    remedyVi: 'Kiểm tra lại hệ số, mức chuẩn và số tiền',
    remedyEn: 'Check the coefficient, the standard and the amount',
  },
  notAnAmount: {
    weight: 'refusal',
    name: 'not an amount',
    vi: 'Không đọc được số tiền',
    en: 'This is not an amount',
    remedyVi: 'Viết số đồng nguyên, ví dụ 540.000',
    remedyEn: 'Write whole đồng, such as 540.000',
  },
  notACoefficient: {
    weight: 'refusal',
    name: 'not a coefficient',
    vi: 'Không đọc được hệ số',
    en: 'This is not a coefficient',
    remedyVi: 'Viết như 1; 1,5; 2; 2,5',
    remedyEn: 'Write it like 1; 1,5; 2; 2,5',
  },
  notAMonth: {
    weight: 'refusal',
    name: 'not a month',
    vi: 'Không đọc được tháng',
    en: 'This is not a month',
    remedyVi: 'Viết như 03/2025',
    remedyEn: 'Write it like 03/2025',
  },
  unknownCategory: {
    weight: 'refusal',
    name: 'unknown group',
    vi: 'Không nhận ra nhóm đối tượng',
    en: 'The group is not recognised',
    remedyVi: 'Viết mã nhóm: K1 đến K8, C1 đến C7 hoặc SP (xem trang Hướng dẫn của mẫu)',
    remedyEn: 'Write the code of the group: K1 to K8, C1 to C7 or SP',
  },
  unknownSex: {
    weight: 'refusal',
    name: 'unknown sex',
    vi: 'Không nhận ra giới tính',
    en: 'The sex is not recognised',
    remedyVi: 'Viết Nam hoặc Nữ',
    remedyEn: 'Write Nam or Nữ',
  },
  unknownFact: {
    weight: 'refusal',
    name: 'unknown answer',
    vi: 'Không nhận ra câu trả lời trong cột này',
    en: 'The answer in this column is not recognised',
    remedyVi: 'Chọn một trong các câu trả lời ở trang Hướng dẫn của mẫu; chưa biết thì để trống',
    remedyEn: 'Use one of the answers of the template; leave it empty when it is not known',
  },
  noName: {
    weight: 'refusal',
    name: 'no name',
    vi: 'Dòng này thiếu họ và tên',
    en: 'The row has no name',
    remedyVi: 'Viết họ và tên, hoặc xóa dòng',
    remedyEn: 'Write the name or delete the row',
  },
  moreThanName: {
    weight: 'doubt',
    name: 'more than a name',
    vi: 'Ô họ tên có thêm chữ khác ngoài tên một người',
    en: 'The cell holds more than the name of one person',
    remedyVi: 'Chỉ viết họ tên một người; điều khác viết vào cột Ghi chú, mỗi người một dòng',
    remedyEn: 'Write the name of one person; the rest belongs in the notes, each person in a row',
  },
  formulaError: {
    weight: 'refusal',
    name: 'error of a formula',
    vi: 'Công thức trong ô này báo lỗi',
    en: 'The formula in this cell gives an error',
    remedyVi: 'Sửa công thức hoặc gõ giá trị đúng; chưa có thì để trống',
    remedyEn: 'Mend the formula or type the value; leave it empty when there is none',
  },
  bothSexes: {
    weight: 'refusal',
    name: 'both under Nam and under Nữ',
    vi: 'Dòng này ghi cả ở cột Nam và cột Nữ',
    en: 'The row is filled both under Nam and under Nữ',
    remedyVi: 'Chỉ để lại ở một cột, theo giấy tờ của người này',
    remedyEn: 'Leave one of the two, by the papers',
  },
  dayMonthUncertain: {
    weight: 'doubt',
    name: 'day and month may be exchanged',
    vi: 'Ngày và tháng sinh có thể đã bị đảo: cột này có ngày viết kiểu tháng trước ngày sau',
    en: 'Day and month may be exchanged: the column holds days written month first',
    remedyVi: 'Đối chiếu giấy tờ, viết lại ngày/tháng/năm trong ô dạng Văn bản (Text)',
    remedyEn: 'Check the papers and write day/month/year again in a text cell',
  },
  yearOrAge: {
    weight: 'doubt',
    name: 'two digits: a year or an age',
    vi: 'Chỉ có hai chữ số: không rõ là năm sinh hay tuổi',
    en: 'Only two digits: a year of birth or an age',
    remedyVi: 'Viết năm sinh đủ bốn chữ số, ví dụ 1944',
    remedyEn: 'Write the year with four digits, such as 1944',
  },
  amountOfMonths: {
    weight: 'refusal',
    name: 'amount of several months',
    vi: 'Số tiền là của nhiều tháng, không phải mức một tháng',
    en: 'The amount is that of several months',
    remedyVi: 'Ghi mức hưởng một tháng',
    remedyEn: 'Write the amount of one month',
  },
  yearUnknown: {
    weight: 'refusal',
    name: 'months of an unknown year',
    vi: 'Không biết các cột tháng là của năm nào nên chưa đọc số tiền',
    en: 'The year of the columns of months is not known: no amount was read',
    remedyVi: 'Ghi năm ở dòng tên danh sách, ví dụ "NĂM 2025", rồi nạp lại',
    remedyEn: 'Write the year in the title of the list, such as "NĂM 2025"',
  },
  amountTooSmall: {
    weight: 'refusal',
    name: 'amount smaller than any benefit',
    vi: 'Số tiền nhỏ hơn mọi mức trợ cấp, có thể viết theo nghìn đồng',
    en: 'The amount is smaller than any benefit; it may be in thousands',
    remedyVi: 'Viết đủ số đồng, ví dụ 540.000, hoặc ghi "nghìn đồng" ở tiêu đề cột',
    remedyEn: 'Write it in đồng, such as 540.000, or say "nghìn đồng" in the heading',
  },
  amongLeavers: {
    weight: 'refusal',
    name: 'among those who leave',
    vi: 'Người này đứng dưới mục giảm, thôi hưởng: không ghi là đang hưởng',
    en: 'The person stands among those who leave the list: the benefit is not recorded',
    remedyVi: 'Ghi thôi hưởng trên trang của người này, hoặc bỏ dòng khỏi danh sách chi trả',
    remedyEn: 'End the benefit on the page of the person, or take the row off the list',
  },
  noHeadings: {
    weight: 'refusal',
    name: 'no headings',
    vi: 'Không tìm thấy dòng tiêu đề có cột Họ và tên',
    en: 'There is no row of headings with the name',
    remedyVi:
      'Thêm dòng tiêu đề cột hoặc dán vào tệp mẫu; chữ gõ phông VNI, ABC thì chuyển sang Unicode trước',
    remedyEn: 'Add a row of headings or use the template; convert VNI or ABC fonts to Unicode first',
  },
  listsSideBySide: {
    weight: 'refusal',
    name: 'two lists side by side',
    vi: 'Hai danh sách đặt cạnh nhau trên một trang',
    en: 'Two lists stand side by side on one sheet',
    remedyVi: 'Chuyển danh sách bên phải xuống dưới danh sách bên trái, cùng các cột, rồi nạp lại',
    remedyEn: 'Move the right list below the left one, in the same columns',
  },
  otherList: {
    weight: 'refusal',
    name: 'another list on another sheet',
    vi: 'Tệp còn một danh sách ở trang khác, chưa được đọc',
    en: 'Another sheet of the file holds a list that was not read',
    remedyVi: 'Dán mọi trang vào một trang, hoặc lưu mỗi trang thành một tệp và nạp từng tệp',
    remedyEn: 'Put all lists on one sheet, or save each sheet as a file of its own',
  },
}

/** The problem in one sentence and what to do, in both languages; `name` is the one the printed reading uses. */
export function explainProblem({ code }: Pick<ListProblem, 'code'>): Wording {
  return wordings[code]
}

/** Whether the value was left out because of it. */
export function isRefusal({ code }: Pick<ListProblem, 'code'>): boolean {
  return wordings[code].weight === 'refusal'
}
