/** One fact of a person as a column of the list: its key and codes are those of `#law/social-assistance`. */
export interface FactColumn {
  fact: string
  /** As the template writes it. */
  heading: string
  synonyms: readonly string[]
  /** What the column asks, for the officer who fills it. */
  hint: string
  /** Words people write (folded) for each code; the first word of each is the template's own. */
  values: Readonly<Record<string, readonly string[]>> | 'count'
}

const yesNo = {
  yes: ['có', 'x', 'co', 'dung', 'roi', 'da', '1', 'yes'],
  no: ['không', 'khong', 'ko', 'k', 'chua', '0', 'no'],
}
const parentStates = {
  present: ['còn sống', 'con song', 'con', 'song', 'binh thuong', 'co'],
  dead: ['đã chết', 'da chet', 'chet', 'mat', 'da mat', 'qua doi'],
  missing: ['mất tích', 'mat tich', 'toa tuyen bo mat tich'],
  inCentre: ['ở cơ sở trợ giúp', 'o co so tro giup', 'o co so', 'trong co so', 'o trung tam'],
  detained: [
    'đang chấp hành án',
    'dang chap hanh an',
    'di tu',
    'an phat tu',
    'cai nghien bat buoc',
    'truong giao duong',
  ],
  unidentified: ['không xác định', 'khong xac dinh', 'khong ro', 'khong biet'],
}

/** The facts the template asks for, in its order. The children of K4 are counted from the household. */
export const factColumns: readonly FactColumn[] = [
  {
    fact: 'poverty',
    heading: 'Hộ nghèo',
    synonyms: ['ho ngheo can ngheo', 'ho ngheo ho can ngheo', 'dien ho', 'loai ho', 'phan loai ho'],
    hint: 'Theo quyết định công nhận của xã: nghèo, cận nghèo hoặc không',
    values: {
      poor: ['nghèo', 'ngheo', 'ho ngheo', 'hn', 'x', 'co'],
      nearPoor: ['cận nghèo', 'can ngheo', 'ho can ngheo', 'hcn', 'cn'],
      none: ['không', 'khong', 'khong ngheo', 'binh thuong', 'ho thuong', 'mstb', 'trung binh', 'kha', '0'],
    },
  },
  {
    fact: 'area',
    heading: 'Vùng đặc biệt khó khăn',
    synonyms: ['dia ban dac biet kho khan', 'vung dbkk', 'xa dbkk', 'thon dbkk', 'khu vuc'],
    hint: 'Xã, thôn đặc biệt khó khăn vùng đồng bào dân tộc thiểu số và miền núi: có hoặc không',
    values: { difficultEthnicMountain: [...yesNo.yes, 'dbkk', 'dac biet kho khan'], ordinary: yesNo.no },
  },
  {
    fact: 'resident',
    heading: 'Cư trú tại xã',
    synonyms: ['cu tru', 'dang cu tru', 'con cu tru'],
    hint: 'Người này có đang cư trú tại xã không: có hoặc không',
    values: yesNo,
  },
  {
    fact: 'disability',
    heading: 'Mức độ khuyết tật',
    synonyms: ['khuyet tat', 'khuyet tat muc do', 'muc do kt', 'muc do'],
    hint: 'Theo giấy xác nhận khuyết tật: không, nhẹ, nặng hoặc đặc biệt nặng',
    values: {
      none: ['không', 'khong', '0'],
      light: ['nhẹ', 'nhe', 'khuyet tat nhe', 'kt nhe'],
      severe: ['nặng', 'nang', 'khuyet tat nang', 'kt nang'],
      extreme: [
        'đặc biệt nặng',
        'dac biet nang',
        'dbn',
        'khuyet tat dac biet nang',
        'kt dac biet nang',
        'kt dbn',
      ],
    },
  },
  {
    fact: 'insurance',
    heading: 'Lương hưu, trợ cấp khác',
    synonyms: ['luong huu', 'luong huu tro cap', 'luong huu tro cap bhxh', 'bhxh hang thang', 'tro cap khac'],
    hint: 'Không; lương hưu; trợ cấp BHXH hằng tháng; tuất; hoặc khác',
    values: {
      none: ['không', 'khong', '0'],
      pension: ['lương hưu', 'luong huu', 'huu', 'huu tri'],
      monthlyInsurance: [
        'trợ cấp BHXH',
        'tro cap bhxh',
        'bhxh',
        'bhxh hang thang',
        'tro cap bhxh hang thang',
        'mat suc',
      ],
      survivor: ['tuất', 'tuat', 'tro cap tuat', 'tuat hang thang'],
      other: ['khác', 'khac', 'tro cap khac'],
    },
  },
  {
    fact: 'pensionRequested',
    heading: 'Đề nghị hưu trí xã hội',
    synonyms: ['de nghi htxh', 'co don htxh'],
    hint: 'Đã có văn bản đề nghị hưởng trợ cấp hưu trí xã hội: có hoặc không',
    values: yesNo,
  },
  {
    fact: 'father',
    heading: 'Người cha',
    synonyms: ['cha', 'bo', 'tinh trang cha', 'tinh trang cua cha'],
    hint: 'Với trẻ em: còn sống, đã chết, mất tích, ở cơ sở trợ giúp, đang chấp hành án, không xác định',
    values: parentStates,
  },
  {
    fact: 'mother',
    heading: 'Người mẹ',
    synonyms: ['me', 'tinh trang me', 'tinh trang cua me'],
    hint: 'Viết như cột Người cha',
    values: parentStates,
  },
  {
    fact: 'abandoned',
    heading: 'Bị bỏ rơi',
    synonyms: ['bo roi', 'tre bi bo roi'],
    hint: 'Trẻ bị bỏ rơi: có hoặc không',
    values: yesNo,
  },
  {
    fact: 'adopted',
    heading: 'Đã làm con nuôi',
    synonyms: ['con nuoi', 'da co nguoi nhan nuoi'],
    hint: 'Đã có người nhận làm con nuôi: có hoặc không',
    values: yesNo,
  },
  {
    fact: 'formerlyWithoutSupport',
    heading: 'Từng hưởng trợ cấp trẻ em',
    synonyms: ['da huong tro cap tre em', 'tung huong khoan 1'],
    hint: 'Đã hưởng trợ cấp trẻ em không có nguồn nuôi dưỡng trước 16 tuổi: có hoặc không',
    values: yesNo,
  },
  {
    fact: 'studying',
    heading: 'Việc học',
    synonyms: ['dang hoc', 'di hoc', 'hoc tap', 'tinh trang hoc'],
    hint: 'Có; không; hoặc học lại (đã bỏ học một thời gian rồi học lại)',
    values: {
      yes: ['có', 'co', 'dang hoc', 'x', '1'],
      no: ['không', 'khong', 'nghi hoc', 'bo hoc', 'khong hoc', '0'],
      interrupted: ['học lại', 'hoc lai', 'gian doan'],
    },
  },
  {
    fact: 'marriage',
    heading: 'Hôn nhân',
    synonyms: ['tinh trang hon nhan'],
    hint: 'Chưa kết hôn, có vợ/chồng, góa, vợ/chồng mất tích, ly hôn, ly thân',
    values: {
      neverMarried: ['chưa kết hôn', 'chua ket hon', 'chua', 'doc than', 'khong'],
      married: ['có vợ/chồng', 'co vo chong', 'co vo', 'co chong', 'da ket hon', 'ket hon'],
      widowed: ['góa', 'goa', 'goa vo', 'goa chong', 'vo chet', 'chong chet'],
      spouseMissing: ['vợ/chồng mất tích', 'vo chong mat tich', 'vo mat tich', 'chong mat tich'],
      divorced: ['ly hôn', 'ly hon', 'da ly hon', 'li hon'],
      separated: ['ly thân', 'ly than', 'li than', 'vo bo di', 'chong bo di'],
    },
  },
  {
    fact: 'childrenUnder36Months',
    heading: 'Số con dưới 36 tháng',
    synonyms: ['con duoi 36 thang', 'so con duoi 36 thang tuoi'],
    hint: 'Số con dưới 36 tháng tuổi đang trực tiếp nuôi: 0, 1, 2 …',
    values: 'count',
  },
  {
    fact: 'pregnant',
    heading: 'Mang thai',
    synonyms: ['dang mang thai', 'co thai'],
    hint: 'Đang mang thai: có hoặc không',
    values: yesNo,
  },
  {
    fact: 'supporter',
    heading: 'Người phụng dưỡng',
    synonyms: ['nguoi co nghia vu phung duong', 'nguoi nuoi duong phung duong'],
    hint: 'Không có; có nhưng đều hưởng trợ cấp xã hội; hoặc có',
    values: {
      none: ['không có', 'khong co', 'khong', '0'],
      allOnAllowance: [
        'có nhưng đều hưởng trợ cấp',
        'co nhung deu huong tro cap',
        'deu huong tro cap',
        'deu huong tcxh',
      ],
      able: ['có', 'co', 'x', '1'],
    },
  },
  {
    fact: 'centreEligible',
    heading: 'Đủ điều kiện vào cơ sở',
    synonyms: ['du dieu kien vao co so tro giup', 'khong tu lo duoc cuoc song'],
    hint: 'Không tự lo được cuộc sống và đủ điều kiện vào cơ sở trợ giúp xã hội: có hoặc không',
    values: yesNo,
  },
  {
    fact: 'takenIn',
    heading: 'Được nhận chăm sóc',
    synonyms: ['co nguoi nhan cham soc', 'nhan cham soc nuoi duong'],
    hint: 'Đã có người, hộ được xã đồng ý cho nhận chăm sóc, nuôi dưỡng: có hoặc không',
    values: yesNo,
  },
  {
    fact: 'caredForAtHome',
    heading: 'Gia đình chăm sóc',
    synonyms: ['gia dinh truc tiep cham soc', 'ho gia dinh cham soc'],
    hint: 'Gia đình đang trực tiếp chăm sóc, nuôi dưỡng: có hoặc không',
    values: yesNo,
  },
  {
    fact: 'inCentre',
    heading: 'Ở cơ sở trợ giúp',
    synonyms: ['dang o co so tro giup', 'o co so bao tro'],
    hint: 'Đang được nuôi dưỡng trong cơ sở trợ giúp xã hội: có hoặc không',
    values: yesNo,
  },
  {
    fact: 'inPrison',
    heading: 'Chấp hành án tù',
    synonyms: ['dang chap hanh an phat tu', 'di tu'],
    hint: 'Đang chấp hành án phạt tù: có hoặc không',
    values: yesNo,
  },
  {
    fact: 'hiv',
    heading: 'Nhiễm HIV',
    synonyms: ['hiv', 'hiv aids'],
    hint: 'Chỉ ghi khi có giấy tờ: có hoặc không',
    values: yesNo,
  },
  {
    fact: 'stableIncome',
    heading: 'Thu nhập ổn định',
    synonyms: ['co thu nhap on dinh', 'thu nhap on dinh hang thang'],
    hint: 'Có tiền lương, tiền công, lương hưu hoặc trợ cấp BHXH hằng tháng: có hoặc không',
    values: yesNo,
  },
]
