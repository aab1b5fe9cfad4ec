import { day } from '#calendar'
import { decree20, decree335 } from '#law/instruments'
import { ageAtLeast, all, always, type Citation, type Coefficient, cite, coefficient, not } from '#rules'
import { bornOn, recipientClass } from './facts.ts'

/**
 * Decree 335/2026 Điều 32 khoản 3–5: those already receiving move to the new level from 1/7/2026, three months
 * before the decree comes into force. The standards themselves are rows for the class in `standard.ts` and in
 * `#law/social-pension`; here stands the one coefficient that changed.
 */

/** T3: whether "corresponding level" also means the new coefficient at 75 is read so, but not settled. */
const corresponding: Citation = cite(decree335, 'Đ32.3', 'pending', {
  vi: 'Hiểu “mức tương ứng” gồm cả hệ số 2,0 cho người từ 75 tuổi; chờ hướng dẫn.',
  en: 'Reads "corresponding level" as including the coefficient 2.0 from 75 years; awaiting guidance.',
})

const from80 = ageAtLeast(bornOn, 80)

export const transition335: readonly Coefficient[] = [
  coefficient('K5a', {
    during: {
      from: day('2026-07-01'),
      until: decree335.from,
      knownFrom: decree335.issuedOn,
      forClass: recipientClass,
    },
    base: [{ when: always, tenths: 15, cite: cite(decree335, 'Đ6.1.đ') }],
    exceptions: [
      { when: all(ageAtLeast(bornOn, 75), not(from80)), tenths: 20, cite: corresponding },
      // From 80 the coefficient was 2.0 already (NĐ 20/2021 Đ6.1.đ): nothing about it is open.
      { when: from80, tenths: 20, cite: cite(decree20, 'Đ6.1.đ') },
    ],
  }),
]
