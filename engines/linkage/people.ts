import {
  all,
  any,
  crossed,
  editsApart,
  holds,
  missing,
  not,
  oneDigitApart,
  same,
  within,
} from './conditions.ts'
import type { BlockingRule, ComparisonSpec, LinkageSettings, TrainingSession } from './settings.ts'

const citizenId = { text: 'citizen_id', high: 'citizen_high', low: 'citizen_low' }
const oldId = { text: 'old_id', high: 'old_high', low: 'old_low' }
const sameCitizenId = same('citizen_high', 'citizen_low')
const sameOldId = same('old_high', 'old_low')
const bothCitizenIds = not(missing('citizen_low'))
const bothOldIds = not(missing('old_low'))

/**
 * The name. Jaro–Winkler of whole names cannot tell Nguyễn Văn An from Nguyễn Văn Ba, so distance is counted in
 * edits, and on the letters without marks.
 */
const name: ComparisonSpec = {
  id: 'name',
  label: { vi: 'Họ tên', en: 'Name' },
  notComparable: missing('folded'),
  levels: [
    {
      id: 'written',
      label: { vi: 'giống hệt, cả dấu', en: 'equal with all marks' },
      when: same('written'),
      termFeature: 'folded',
    },
    {
      id: 'tonePlace',
      label: { vi: 'chỉ khác vị trí đặt dấu', en: 'the tone mark stands elsewhere' },
      when: same('spelling'),
      termFeature: 'folded',
    },
    {
      id: 'toneless',
      label: { vi: 'một bên viết không dấu', en: 'one side has no marks' },
      when: all(same('folded'), holds('toneless', 'either')),
      termFeature: 'folded',
    },
    {
      id: 'tonesDiffer',
      label: { vi: 'cùng chữ, khác dấu', en: 'same letters, other marks' },
      when: same('folded'),
      termFeature: 'folded',
    },
    {
      id: 'middleDropped',
      label: { vi: 'thiếu hoặc thừa chữ đệm', en: 'a middle name is missing' },
      when: all(same('surname', 'given'), not(same('words'))),
      termFeature: 'given',
    },
    {
      id: 'slip',
      label: {
        vi: 'khác một nét gõ, một bên không ai viết vậy nữa',
        en: 'one keystroke apart, one spelling unique',
      },
      when: all(editsApart('folded', 1), holds('unique_name', 'either')),
    },
    {
      id: 'near',
      label: { vi: 'khác một nét gõ', en: 'one keystroke apart' },
      when: editsApart('folded', 1),
    },
    {
      id: 'nearer',
      label: { vi: 'khác hai nét gõ', en: 'two keystrokes apart' },
      when: editsApart('folded', 2),
    },
    { id: 'differs', label: { vi: 'khác tên', en: 'another name' } },
  ],
}

/** The birth. 1 January is what registers write for a day nobody knows, so it is a placeholder until shown otherwise. */
const birth: ComparisonSpec = {
  id: 'birth',
  label: { vi: 'Ngày sinh', en: 'Birth' },
  notComparable: missing('year'),
  levels: [
    {
      id: 'day',
      label: { vi: 'cùng ngày sinh', en: 'same day' },
      when: same('born_on'),
      termFeature: 'born_on',
    },
    {
      id: 'newYear',
      label: { vi: 'cùng ghi 01/01 của một năm', en: 'both 1 January of one year' },
      when: same('new_year'),
      termFeature: 'new_year',
    },
    {
      id: 'swapped',
      label: { vi: 'đảo ngày và tháng', en: 'day and month swapped' },
      when: all(same('year'), crossed('day', 'month')),
    },
    {
      id: 'yearOnly',
      label: { vi: 'cùng năm, một bên không rõ ngày', en: 'same year, a day is not known' },
      when: all(same('year'), missing('born_on'), any(missing('month'), same('month'))),
    },
    {
      id: 'onePart',
      label: { vi: 'sai một phần (ngày, tháng hoặc một năm)', en: 'one part differs, or a year apart' },
      when: any(same('year', 'month'), same('year', 'day'), all(same('day', 'month'), within('year', 1))),
    },
    {
      id: 'yearApart',
      label: { vi: 'lệch một năm, một bên không rõ ngày', en: 'a year apart, a day is not known' },
      when: all(within('year', 1), missing('day')),
    },
    { id: 'differs', label: { vi: 'khác ngày sinh', en: 'another birth' } },
  ],
}

const identity: ComparisonSpec = {
  id: 'identity',
  label: { vi: 'Số định danh', en: 'Identity number' },
  notComparable: not(any(bothCitizenIds, bothOldIds)),
  levels: [
    { id: 'citizenId', label: { vi: 'cùng số CCCD', en: 'same citizen ID' }, when: sameCitizenId },
    { id: 'oldId', label: { vi: 'cùng số CMND', en: 'same old ID' }, when: sameOldId },
    {
      id: 'oneDigit',
      label: { vi: 'khác một chữ số', en: 'one digit differs' },
      when: any(oneDigitApart(citizenId), all(not(bothCitizenIds), oneDigitApart(oldId))),
    },
    { id: 'differs', label: { vi: 'khác số', en: 'another number' } },
  ],
}

/**
 * Where and with whom. One question, not four, and the telephone and the household count no more than the village:
 * a family shares them all, and would be taken for one person if each were evidence of its own.
 */
const residence: ComparisonSpec = {
  id: 'residence',
  label: { vi: 'Nơi ở', en: 'Residence' },
  notComparable: all(missing('commune'), not(any(same('phone'), same('household')))),
  levels: [
    {
      id: 'home',
      label: { vi: 'cùng thôn, cùng hộ hoặc cùng điện thoại', en: 'same village, household or telephone' },
      when: any(same('commune', 'village'), same('household'), same('phone')),
    },
    {
      id: 'commune',
      label: { vi: 'cùng xã, không rõ thôn', en: 'same commune, village not known' },
      when: all(same('commune'), missing('village')),
    },
    {
      id: 'otherVillage',
      label: { vi: 'cùng xã, khác thôn', en: 'same commune, another village' },
      when: same('commune'),
    },
    { id: 'elsewhere', label: { vi: 'khác xã', en: 'another commune' } },
  ],
}

const sex: ComparisonSpec = {
  id: 'sex',
  label: { vi: 'Giới tính', en: 'Sex' },
  notComparable: missing('sex'),
  levels: [
    { id: 'same', label: { vi: 'cùng giới tính', en: 'same' }, when: same('sex') },
    { id: 'differs', label: { vi: 'khác giới tính', en: 'differs' } },
  ],
}

/** From the rule that makes fewest pairs: a pair belongs to the first rule that finds it. */
const blockingRules: readonly BlockingRule[] = [
  {
    id: 'citizenId',
    label: { vi: 'cùng CCCD', en: 'citizen ID' },
    features: ['citizen_high', 'citizen_low'],
  },
  { id: 'oldId', label: { vi: 'cùng CMND', en: 'old ID' }, features: ['old_high', 'old_low'] },
  {
    id: 'phoneYear',
    label: { vi: 'điện thoại + năm sinh', en: 'telephone + year' },
    features: ['phone', 'year'],
  },
  {
    id: 'householdGiven',
    label: { vi: 'hộ + tên', en: 'household + given name' },
    features: ['household', 'given'],
  },
  {
    id: 'communeBirth',
    label: { vi: 'xã + ngày sinh', en: 'commune + birth' },
    features: ['commune', 'born_on'],
  },
  {
    id: 'communeYearGiven',
    label: { vi: 'xã + năm sinh + tên', en: 'commune + year + given name' },
    features: ['commune', 'year', 'given'],
  },
  { id: 'communeName', label: { vi: 'xã + họ tên', en: 'commune + name' }, features: ['commune', 'folded'] },
  {
    id: 'nameDayMonth',
    label: { vi: 'họ tên + ngày, tháng', en: 'name + day and month' },
    features: ['folded', 'day_month'],
  },
  { id: 'nameYear', label: { vi: 'họ tên + năm sinh', en: 'name + year' }, features: ['folded', 'year'] },
  {
    id: 'surnameYearDayMonth',
    label: { vi: 'họ + năm sinh + ngày, tháng', en: 'surname + year + day and month' },
    features: ['surname', 'year', 'day_month'],
  },
]

const trainingSessions: readonly TrainingSession[] = [
  {
    id: 'sameIdentity',
    where: { identity: ['citizenId', 'oldId'] },
    estimates: ['name', 'birth', 'residence', 'sex'],
  },
  {
    id: 'sameNameAndBirth',
    where: { name: ['written', 'tonePlace', 'toneless', 'tonesDiffer'], birth: ['day'] },
    estimates: ['identity'],
  },
]

/** How people of the register are linked. */
export const peopleSettings: LinkageSettings = {
  comparisons: [name, birth, identity, residence, sex],
  blockingRules,
  trainingSessions,
  // A province of four million makes some 250 million, in about two minutes.
  pairBudget: 300_000_000,
  randomPairs: 2_000_000,
  seed: 1,
  iterationsMax: 200,
  tolerance: 1e-5,
  smoothing: 0.1,
  reviewWeight: -3,
  linkWeight: 1,
}
