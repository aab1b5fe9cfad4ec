import { decree20, decree176, decree335 } from '#law/instruments'
import { type Citation, cite } from '#rules'
import type { Paper } from './procedure-shape.ts'

/** Papers that several procedures ask for, and the words for who decides and where. */

export const district = { vi: 'Chủ tịch UBND huyện', en: 'the chair of the district' }
export const commune = { vi: 'Chủ tịch UBND xã', en: 'the chair of the commune' }

export const where = {
  vi: 'Trung tâm phục vụ hành chính công của bất kỳ xã, phường nào trong tỉnh, qua bưu điện hoặc trên cổng dịch vụ công',
  en: 'Any one-stop office in the province, by post, or on the public-service portal',
}

export const whereResident = {
  vi: 'Ủy ban nhân dân xã, phường nơi cư trú',
  en: 'The office of the commune or ward where you live',
}

function form(vi: string, en: string, place: Citation): Paper {
  return { text: { vi, en }, how: 'submit', cite: place }
}

export const allowanceForm20 = form(
  'Tờ khai mẫu số 1',
  'Declaration, form 1',
  cite(decree20, 'Đ7', 'secondary'),
)
export const careForm20 = form(
  'Tờ khai nhận chăm sóc, nuôi dưỡng (mẫu số 2, số 3)',
  'Declarations on taking in and caring (forms 2 and 3)',
  cite(decree20, 'Đ21', 'secondary'),
)
export const form01 = form('Tờ khai mẫu số 01', 'Declaration, form 01', cite(decree335, 'Đ8.1'))
export const form02 = form('Tờ khai mẫu số 02', 'Declaration, form 02', cite(decree335, 'Đ18.1'))
export const form03 = form('Tờ khai mẫu số 03', 'Declaration, form 03', cite(decree335, 'Đ11.3'))
export const pensionForm = form(
  'Văn bản đề nghị hưởng trợ cấp hưu trí xã hội',
  'Written request for the social pension',
  cite(decree176, 'Đ4', 'secondary'),
)
export const pensionFuneralForm = form(
  'Tờ khai mẫu số 02 của Nghị định 176/2025',
  'Declaration, form 02 of Decree 176/2025',
  cite(decree176, 'Đ5', 'secondary'),
)

export function identity(place: Citation): Paper {
  return { text: { vi: 'Căn cước', en: 'Identity card' }, how: 'show', cite: place }
}

/** What the commune looks up itself in national databases since Decree 335/2026 Đ8.2. */
export const lookedUp: readonly Paper[] = [
  {
    text: {
      vi: 'Nơi cư trú, quan hệ gia đình, giấy xác nhận khuyết tật, hộ nghèo, bảo hiểm xã hội: xã tự tra cứu',
      en: 'Residence, family, disability certificate, poverty list, social insurance: the commune looks them up',
    },
    how: 'lookup',
    cite: cite(decree335, 'Đ8.2'),
  },
]
