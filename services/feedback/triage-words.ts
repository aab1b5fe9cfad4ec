import type { Area } from '#law/authorities'
import type { FeedbackKind } from '#law/feedback'

/** Phrases by which a message is sorted, without tones: people write with and without them. */

/** What may be a denunciation (Luật Tố cáo 25/2018): the word itself, and acts of officials that are denounced. */
export const denunciationWords: readonly string[] = [
  ...['to cao', 'to giac', 'don to', 'nguoi to', 'tham nhung', 'tham o', 'nhan hoi lo', 'hoi lo', 'voi vinh'],
  ...[
    'nhung nhieu',
    'doi tien',
    'voi tien',
    'doi chung chi',
    'chung chi tien',
    'an chan',
    'an bot',
    'bien thu',
    'khai khong',
  ],
  ...[
    'lam gia ho so',
    'ho so gia',
    'gia mao',
    'lap khong',
    'truc loi',
    'lam quyen',
    'long quyen',
    'bao che',
    'tru dap',
  ],
  ...[
    'de doa',
    'danh dap',
    'hanh hung',
    'cuong doat',
    'lua dao',
    'chiem doat',
    'vi pham phap luat',
    'giau ten',
    'giu bi mat',
  ],
  ...['boi duong can bo', 'lai qua', 'lot tay', 'phong bi', 'khai tu gia', 'bao luc gia dinh'],
]

/** What may be about a child. "Con tôi" may be grown up; whoever may read it gives it back. */
export const childWords: readonly string[] = [
  ...[
    'tre em',
    'tre nho',
    'tre mo coi',
    'tre bi',
    'dua tre',
    'dua be',
    'em be',
    'chau be',
    'be trai',
    'be gai',
    'tre so sinh',
  ],
  ...[
    'con toi',
    'con gai',
    'con trai',
    'con nho',
    'con minh',
    'con em',
    'chau toi',
    'chau gai',
    'chau trai',
    'chau noi',
    'chau ngoai',
  ],
  ...[
    'hoc sinh',
    'mau giao',
    'mam non',
    'tieu hoc',
    'trung hoc co so',
    'nha tre',
    'xam hai',
    'bao hanh',
    'ap dam',
  ],
  ...['tao hon', 'bo hoc', 'lao dong tre', 'duoi 16 tuoi', 'duoi 6 tuoi', 'vi thanh nien', 'chua thanh nien'],
  ...['bo roi', 'bat coc', 'duoi nuoc'],
]

/**
 * The same in English, matched as they are written and never without tones: “my son” is not Mỹ Sơn.
 */
export const englishWords: Readonly<Record<'denunciation' | 'child', readonly string[]>> = {
  denunciation: [
    ...['denounce', 'denunciation', 'whistleblower', 'corrupt', 'corruption', 'bribe', 'bribes', 'bribery'],
    ...['embezzle', 'embezzled', 'embezzlement', 'fraud', 'forged', 'fake documents', 'extort', 'extorted'],
    ...[
      'asked for money',
      'asks for money',
      'demanded money',
      'demands money',
      'took money',
      'kept the money',
    ],
    ...[
      'under the table',
      'threatened',
      'threatens',
      'abuse of power',
      'stay anonymous',
      'domestic violence',
    ],
  ],
  child: [
    ...[
      'child',
      'children',
      'kid',
      'kids',
      'baby',
      'infant',
      'toddler',
      'orphan',
      'orphans',
      'minor',
      'teenager',
    ],
    ...[
      'my son',
      'my daughter',
      'our son',
      'our daughter',
      'grandson',
      'granddaughter',
      'little boy',
      'little girl',
    ],
    ...['school', 'schoolboy', 'schoolgirl', 'pupil', 'pupils', 'kindergarten', 'years old', 'child labour'],
    ...['sexually abused', 'molested'],
  ],
}

export const englishKindWords: readonly { kind: FeedbackKind; words: readonly string[] }[] = [
  { kind: 'complaint', words: ['complaint', 'complain', 'appeal against', 'disagree with the decision'] },
  { kind: 'informationRequest', words: ['copy of', 'request for information', 'access to information'] },
  { kind: 'administrativeRules', words: ['procedure', 'paperwork', 'the form is', 'one-stop'] },
  {
    kind: 'question',
    words: [
      'how much',
      'how many',
      'how long',
      'how do',
      'how can',
      'where can',
      'where do',
      'when will',
      'may i',
      'could you tell',
    ],
  },
  {
    kind: 'suggestion',
    words: ['suggest', 'suggestion', 'please add', 'it would help', 'should be', 'propose'],
  },
]

export const englishAreaWords: readonly { area: Area; words: readonly string[] }[] = [
  { area: 'socialPension', words: ['social pension', 'pension'] },
  {
    area: 'socialAssistance',
    words: ['social assistance', 'allowance', 'disability', 'disabled', 'elderly', 'wheelchair', 'carer'],
  },
  { area: 'merit', words: ['martyr', 'war invalid', 'veteran'] },
  { area: 'poverty', words: ['poor household', 'poverty', 'near-poor'] },
  { area: 'unemploymentInsurance', words: ['unemployment'] },
  { area: 'employment', words: ['job fair', 'find work', 'employment'] },
  { area: 'labourRelations', words: ['unpaid wages', 'labour contract', 'employer'] },
  { area: 'publicService', words: ['one-stop', 'opening hours', 'public service'] },
]

export const kindWords: readonly { kind: FeedbackKind; words: readonly string[] }[] = [
  {
    kind: 'complaint',
    words: [
      'khieu nai',
      'khieu kien',
      'don khieu',
      'khong dong y voi quyet dinh',
      'xem xet lai quyet dinh',
      'huy quyet dinh',
    ],
  },
  {
    kind: 'informationRequest',
    words: [
      'cung cap thong tin',
      'xin thong tin',
      'cung cap van ban',
      'xin ban sao',
      'cung cap tai lieu',
      'tiep can thong tin',
    ],
  },
  {
    kind: 'administrativeRules',
    words: [
      ...[
        'quy dinh hanh chinh',
        'thu tuc hanh chinh',
        'thu tuc',
        'quy dinh',
        'bat nop',
        'yeu cau nop',
        'them giay to',
      ],
      ...['mau don', 'mot cua', 'cham tre', 'qua han', 'khong giai quyet', 'phien ha', 'di lai nhieu lan'],
    ],
  },
  {
    kind: 'question',
    words: [
      ...[
        'xin hoi',
        'cho hoi',
        'toi hoi',
        'muon hoi',
        'toi muon biet',
        'bao gio',
        'khi nao',
        'bao nhieu',
        'the nao',
      ],
      ...['o dau', 'duoc khong', 'co duoc', 'giai dap', 'huong dan'],
    ],
  },
  { kind: 'suggestion', words: ['kien nghi', 'de nghi', 'gop y', 'de xuat', 'mong', 'nen'] },
]

export const areaWords: readonly { area: Area; words: readonly string[] }[] = [
  {
    area: 'socialPension',
    words: ['huu tri xa hoi', 'tro cap huu tri', '75 tuoi', 'tren 75', 'du 75'],
  },
  {
    area: 'socialAssistance',
    words: [
      ...[
        'bao tro xa hoi',
        'tro cap xa hoi',
        'tro giup xa hoi',
        'tro cap hang thang',
        'khuyet tat',
        'nguoi cao tuoi',
      ],
      ...[
        'nguoi gia',
        'mai tang',
        'don than',
        'nguoi cham soc',
        'xe lan',
        'tam than',
        'muc moi',
        'truy linh',
        'bao tro',
      ],
      ...['500 000', '540 000', 'tro cap'],
    ],
  },
  {
    area: 'merit',
    words: [
      ...[
        'nguoi co cong',
        'liet si',
        'thuong binh',
        'benh binh',
        'me viet nam anh hung',
        'chat doc hoa hoc',
        'da cam',
      ],
      ...['khang chien', 'tuat liet si', 'mo liet si', 'nghia trang', 'uu dai', 'dieu duong'],
    ],
  },
  {
    area: 'poverty',
    words: ['ho ngheo', 'can ngheo', 'giam ngheo', 'xoa ngheo', 'thoat ngheo', 'nha tam', 'tien dien'],
  },
  { area: 'unemploymentInsurance', words: ['bao hiem that nghiep', 'tro cap that nghiep', 'that nghiep'] },
  {
    area: 'overseasWork',
    words: ['xuat khau lao dong', 'di nhat', 'di han', 'lam viec o nuoc ngoai', 'dai loan', 'eps'],
  },
  {
    area: 'employment',
    words: ['viec lam', 'tim viec', 'tuyen dung', 'gioi thieu viec', 'san giao dich', 'vay von giai quyet'],
  },
  {
    area: 'labourRelations',
    words: [
      'tien luong',
      'no luong',
      'cham luong',
      'hop dong lao dong',
      'sa thai',
      'dinh cong',
      'luong toi thieu',
      'cong ty',
    ],
  },
  {
    area: 'workSafety',
    words: ['tai nan lao dong', 'an toan lao dong', 'bao ho lao dong', 'benh nghe nghiep', 'gian giao'],
  },
  { area: 'socialInsurance', words: ['bao hiem xa hoi', 'so bao hiem', 'bhxh', 'luong huu', 'nghi huu'] },
  {
    area: 'vocationalTraining',
    words: ['day nghe', 'hoc nghe', 'dao tao nghe', 'giao duc nghe nghiep', 'cao dang nghe'],
  },
  { area: 'children', words: ['tre em'] },
  { area: 'genderEquality', words: ['binh dang gioi', 'bao luc gioi', 'phu nu'] },
  { area: 'drugRehabilitation', words: ['cai nghien', 'ma tuy', 'con nghien'] },
  { area: 'socialEvils', words: ['mai dam', 'te nan'] },
  {
    area: 'socialAssistanceCentres',
    words: ['trung tam bao tro', 'co so tro giup', 'trung tam cong tac xa hoi', 'duong lao'],
  },
  {
    area: 'publicService',
    words: ['phuc vu hanh chinh cong', 'mot cua', 'cong dich vu cong', 'dich vu cong', 'tra ket qua'],
  },
]
