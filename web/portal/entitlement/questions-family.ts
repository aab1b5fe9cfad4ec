import { optionsOf, type Question, yesOrNo } from './question.ts'

const courtOrRecords = {
  vi: 'giấy chứng tử, quyết định của Tòa án hoặc xác nhận của xã',
  en: 'the death certificate, the court decision or a statement of the commune',
}

function parentQuestion(key: 'father' | 'mother', vi: string, en: string): Question {
  return {
    key,
    kind: 'choice',
    settles: [key],
    text: { vi: `${vi} của {p} hiện thế nào?`, en: `What is the situation of {your} ${en}?` },
    short: { vi, en: en === 'father' ? 'Father' : 'Mother' },
    why: {
      vi: 'trẻ em không còn nguồn nuôi dưỡng từ cả cha và mẹ được trợ cấp hằng tháng.',
      en: 'children who are left without support from both parents receive an allowance.',
    },
    paper: courtOrRecords,
    options: optionsOf(key, {
      present: ['Còn sống, không thuộc trường hợp nào dưới đây', 'Alive, none of the below'],
      dead: ['Đã mất', 'Dead'],
      missing: ['Bị Tòa án tuyên bố mất tích', 'Declared missing by a court'],
      inCentre: ['Đang sống trong cơ sở trợ giúp xã hội', 'Living in a social-assistance centre'],
      detained: ['Đang chấp hành án tù hoặc biện pháp bắt buộc', 'In prison or under a compulsory measure'],
      unidentified: ['Không xác định được là ai', 'Cannot be identified'],
    }),
  }
}

/** What is asked of the family: parents of a child, children of a parent, marriage, studies. */
export const familyQuestions: readonly Question[] = [
  {
    key: 'parents',
    kind: 'choice',
    settles: ['father', 'mother', 'abandoned', 'adopted'],
    text: { vi: '{P} có được cha mẹ nuôi dưỡng không?', en: 'Are {you} cared for by {your} parents?' },
    short: { vi: 'Cha mẹ', en: 'Parents' },
    why: {
      vi: 'trẻ em không còn nguồn nuôi dưỡng được trợ cấp hằng tháng.',
      en: 'children without support receive a monthly allowance.',
    },
    paper: courtOrRecords,
    options: [
      {
        value: 'both',
        text: { vi: 'Có, cha mẹ còn sống và nuôi dưỡng', en: 'Yes, both parents are alive and care' },
        facts: { father: 'present', mother: 'present', abandoned: 'no', adopted: 'no' },
      },
      {
        value: 'lost',
        text: {
          vi: 'Cha hoặc mẹ đã mất, mất tích, ở tù, hoặc không rõ là ai',
          en: 'A parent is dead, missing, in prison or unknown',
        },
        facts: { abandoned: 'no', adopted: 'no' },
      },
      {
        value: 'abandoned',
        text: { vi: 'Bị bỏ rơi, chưa ai nhận làm con nuôi', en: 'Abandoned and not adopted' },
        facts: { abandoned: 'yes', adopted: 'no' },
      },
      {
        value: 'adopted',
        text: { vi: 'Đã có người nhận làm con nuôi', en: 'Adopted' },
        facts: { abandoned: 'no', adopted: 'yes', father: 'present', mother: 'present' },
      },
    ],
  },
  parentQuestion('father', 'Cha', 'father'),
  parentQuestion('mother', 'Mẹ', 'mother'),
  {
    key: 'formerly',
    kind: 'choice',
    settles: ['formerlyWithoutSupport'],
    text: {
      vi: 'Trước 16 tuổi, {p} có được trợ cấp vì mồ côi hoặc không có nguồn nuôi dưỡng không?',
      en: 'Before turning 16, did {you} receive the allowance of a child without support?',
    },
    short: { vi: 'Đã hưởng khi dưới 16 tuổi', en: 'Allowance before 16' },
    why: {
      vi: 'nếu còn đi học liên tục thì được hưởng tiếp cho đến khi học xong.',
      en: 'while studies go on without a break, the allowance continues.',
    },
    paper: { vi: 'quyết định hưởng trợ cấp trước đây', en: 'the earlier decision on the allowance' },
    options: yesOrNo('formerlyWithoutSupport'),
  },
  {
    key: 'studying',
    kind: 'choice',
    settles: ['studying'],
    text: { vi: '{P} có đang đi học không?', en: 'Are {you} studying?' },
    short: { vi: 'Đi học', en: 'Studies' },
    why: {
      vi: 'người đang học liên tục được hưởng tiếp sau 16 tuổi.',
      en: 'those who study without a break keep the allowance after 16.',
    },
    paper: { vi: 'giấy xác nhận của nhà trường', en: 'a statement of the school' },
    options: optionsOf('studying', {
      no: ['Không', 'No'],
      yes: ['Có, học liên tục từ trước đến nay', 'Yes, without a break'],
      interrupted: ['Có, nhưng đã nghỉ học một thời gian', 'Yes, but after a break'],
    }),
  },
  {
    key: 'children',
    kind: 'count',
    settles: ['k4Children', 'marriage'],
    after: ['poverty'],
    text: {
      vi: '{P} đang nuôi mấy con dưới 16 tuổi?',
      en: 'How many children under 16 are {you} raising?',
    },
    hint: {
      vi: 'Tính cả con từ 16 tuổi đã được hưởng mà vẫn học liên tục.',
      en: 'Count also a child from 16 who already receives and still studies without a break.',
    },
    short: { vi: 'Con đang nuôi', en: 'Children raised' },
    why: {
      vi: 'người đơn thân thuộc hộ nghèo, cận nghèo được trợ cấp theo từng con đang nuôi.',
      en: 'single parents of poor and near-poor households are paid for each child they raise.',
    },
    paper: { vi: 'giấy khai sinh của con', en: "the children's birth certificates" },
    options: [],
    max: 6,
  },
  {
    key: 'marriage',
    kind: 'choice',
    settles: ['marriage'],
    after: ['poverty'],
    text: { vi: '{P} đang có vợ hoặc chồng không?', en: 'Are {you} married?' },
    short: { vi: 'Hôn nhân', en: 'Marriage' },
    why: {
      vi: 'luật trợ cấp nuôi con cho người chưa kết hôn, người có vợ hoặc chồng đã mất hay mất tích.',
      en: 'the law pays parents who never married or whose spouse is dead or missing.',
    },
    paper: courtOrRecords,
    options: optionsOf('marriage', {
      neverMarried: ['Chưa kết hôn', 'Never married'],
      married: ['Đang có vợ hoặc chồng', 'Married'],
      widowed: ['Vợ hoặc chồng đã mất', 'Widowed'],
      spouseMissing: ['Vợ hoặc chồng bị Tòa án tuyên bố mất tích', 'Spouse declared missing by a court'],
      divorced: ['Đã ly hôn', 'Divorced'],
      separated: ['Ly thân, hoặc vợ, chồng bỏ đi', 'Separated, or left by the spouse'],
    }),
  },
]
