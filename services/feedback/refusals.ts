import { BilingualError } from '#platform/bilingual-error'

/** What was asked of a message cannot be done as it stands: the sentence says why and what to do. Nothing was written. */
export class FeedbackRefused extends BilingualError {
  constructor(sentence: { vi: string; en: string }) {
    super(sentence)
    this.name = 'FeedbackRefused'
  }
}

/** There is no such message, or none that this person may know of: the two are not told apart. */
export class FeedbackNotFound extends BilingualError {
  constructor() {
    super({
      vi: 'Không có góp ý này trong phạm vi của ông/bà: kiểm tra lại địa chỉ hoặc mã biên nhận',
      en: 'There is no such message within your reach: check the address or the receipt code',
    })
    this.name = 'FeedbackNotFound'
  }
}
