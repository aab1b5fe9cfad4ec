import type { Area } from '#law/authorities'
import type { FeedbackKind } from '#law/feedback'

/** Phrases by which a message is sorted, without tones: people write with and without them. */

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
