import { type LocalDate, type Month, monthOf, monthsBetween } from '#calendar'
import { findProcedure, procedureRuleOn } from '#law/social-assistance'
import { dayText, dongText, monthText, rangeText } from '#law/wording'
import type { Text } from '#rules'
import { benefitName } from './benefit-words.ts'
import { capital } from './cause-words.ts'
import type { Cause } from './causes.ts'
import type { Draft } from './drafts.ts'
import { listMonth } from './due-days.ts'
import { questionAbout } from './fact-questions.ts'

/** What the officer does about a finding: a verb and what; `listMonth` stands for the month of the next payment list. */
export function nextStepFor(
  found: Draft,
  cause: Cause,
  { month, on }: { month: Month; on: LocalDate },
): Text {
  switch (found.kind) {
    case 'underpaid':
      return adjusted(found, {
        vi: `lập truy lĩnh ${monthsOf(found, month).vi}: ${sum(found, 'vi')}`,
        en: `pay the arrears of ${monthsOf(found, month).en}: ${sum(found, 'en')}`,
      })
    case 'overpaid':
      return adjusted(found, {
        vi: `thu hồi ${monthsOf(found, month).vi}: ${sum(found, 'vi')}`,
        en: `recover ${monthsOf(found, month).en}: ${sum(found, 'en')}`,
      })
    case 'undue':
      return {
        vi: `Dừng chi từ ${listMonth} và thu hồi ${sum(found, 'vi')}`,
        en: `Stop paying from ${listMonth} and recover ${sum(found, 'en')}`,
      }
    case 'missed':
      return cause.kind === 'neverApplied' && cause.pendingSince !== undefined
        ? {
            vi: `Quyết định hồ sơ nhận ${dayText(cause.pendingSince)}`,
            en: `Decide the application of ${dayText(cause.pendingSince)}`,
          }
        : invitation(found.benefit, on)
    case 'comingUp':
      return prepared(found, cause, on)
    case 'unknown':
      return asked(cause)
    case 'late':
    case 'duplicate':
      throw new Error(`A finding "${found.kind}" brings its own next step`)
  }
}

function adjusted({ lawDong }: Draft, then: Text): Text {
  return {
    vi: `Điều chỉnh thành ${rangeText(lawDong, 'vi')} từ ${listMonth} và ${then.vi}`,
    en: `Set to ${rangeText(lawDong, 'en')} from ${listMonth} and ${then.en}`,
  }
}

function monthsOf({ sinceMonth }: Draft, month: Month): Text {
  const count = monthsBetween(sinceMonth ?? month, month) + 1
  return { vi: `${count} tháng`, en: `${count} ${count === 1 ? 'month' : 'months'}` }
}

function sum({ arrearsDong, differenceDong }: Draft, lang: 'vi' | 'en'): string {
  return dongText(Math.abs(arrearsDong || differenceDong), lang)
}

/** The form to be handed in, by the procedure as it stands. */
function invitation(benefit: string, on: LocalDate): Text {
  const procedure = findProcedure(benefit)
  const rule = procedure && procedureRuleOn(procedure, on)
  const paper = rule?.papers.find(({ how }) => how === 'submit')?.text
  const name = benefitName(benefit)
  if (!paper) return { vi: `Mời làm hồ sơ ${name.vi}`, en: `Invite to apply for ${name.en}` }
  return {
    vi: `Mời nộp ${lower(paper.vi)} để hưởng ${name.vi}`,
    en: `Invite to hand in: ${lower(paper.en)}, for ${name.en}`,
  }
}

/** What is done before a change comes. */
function prepared(found: Draft, cause: Cause, on: LocalDate): Text {
  const { lawDong, recordedDong, dueOn, benefit } = found
  const from = dueOn === undefined ? '' : monthText(monthOf(dueOn))
  if (recordedDong === 0) return invitation(benefit, on)
  if (cause.kind === 'ageReached' && cause.next !== undefined)
    return {
      vi: `Hỏi việc học; không học nữa thì thôi hưởng từ ${from}`,
      en: `Ask about school; without it, end from ${from}`,
    }
  if (lawDong.high === 0)
    return { vi: `Lập quyết định thôi hưởng từ ${from}`, en: `Prepare the decision to end from ${from}` }
  return {
    vi: `Điều chỉnh thành ${rangeText(lawDong, 'vi')} từ ${from}`,
    en: `Set to ${rangeText(lawDong, 'en')} from ${from}`,
  }
}

function asked(cause: Cause): Text {
  if (cause.kind !== 'factMissing')
    return { vi: 'Rà lại hồ sơ và ghi dữ kiện còn thiếu', en: 'Review the file and record what is missing' }
  const { ask } = questionAbout(cause.fact)
  return { vi: capital(ask.vi), en: capital(ask.en) }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
