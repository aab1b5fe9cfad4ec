import type { LocalDate } from '#calendar'
import { BilingualError } from '#platform/bilingual-error'

/** An act that cannot be: the sentence names the place and the remedy. Nothing was written. */
export class ImpossibleAct extends BilingualError {
  constructor(sentence: { vi: string; en: string }) {
    super(sentence)
    this.name = 'ImpossibleAct'
  }
}

/** The key was used before for something else: nothing was written. */
export class KeyReused extends BilingualError {
  constructor() {
    super({
      vi: 'Mã thao tác này đã dùng cho một nội dung khác: tải lại trang rồi gửi lại',
      en: 'This key was used before with another content: reload the page and send again',
    })
    this.name = 'KeyReused'
  }
}

/** The act is one of those that a second officer decides, or this officer is not the one who may. */
export class NotYours extends BilingualError {
  constructor(sentence: { vi: string; en: string }) {
    super(sentence)
    this.name = 'NotYours'
  }
}

/** A day as sentences write it: dd/mm/yyyy. */
export function dayText(on: LocalDate | string): string {
  const [year, month, date] = on.split('-')
  return `${date}/${month}/${year}`
}
