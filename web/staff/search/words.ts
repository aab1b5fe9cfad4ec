import type { Formerly } from '#registry'
import { maskedId } from '#web/staff/people/citizen-id.ts'
import type { Catalogue, Lang } from '#web/ui/index.ts'

const vi = {
  label: 'Tìm người',
  placeholder: 'Tên, số căn cước, xã, năm sinh',
  suggestions: 'Người khớp',
  near: 'gần giống',
  formerly: { name: 'tên cũ', citizenId: 'số cũ', oldId: 'số cũ' },
  keptElsewhere: (unit: string) => `(hồ sơ chính ở ${unit || 'đơn vị khác'})`,
  found: (count: number, isMore: boolean) =>
    count === 0 ? 'Không có ai khớp.' : `${isMore ? 'Hơn ' : ''}${count} người khớp.`,
  all: 'Enter để xem cả danh sách',
  failed: 'Chưa tìm được. Nhấn Enter để thử lại.',
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    label: 'Search for a person',
    placeholder: 'Name, number, commune, year of birth',
    suggestions: 'People who match',
    near: 'similar',
    formerly: { name: 'former name', citizenId: 'former number', oldId: 'former number' },
    keptElsewhere: (unit) => `(main record kept by ${unit || 'another unit'})`,
    found: (count, isMore) =>
      count === 0
        ? 'Nobody matches.'
        : `${isMore ? 'More than ' : ''}${count} ${count === 1 && !isMore ? 'person matches' : 'people match'}.`,
    all: 'Enter for the whole list',
    failed: 'The search failed. Press Enter to try again.',
  },
}

/** Why somebody of another name or number was found: `(tên cũ Vi Thị Hoa)`. */
export function formerlyText({ key, value }: Formerly, lang: Lang): string {
  return `(${words[lang].formerly[key]} ${key === 'name' ? value : maskedId(value)})`
}
