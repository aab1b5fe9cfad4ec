import { ReasonTree, useLang, useWords } from '#web/ui/index.ts'
import { moneyRange } from './people/texts.ts'
import type { BenefitView } from './reasons.server.ts'
import { words } from './words.ts'

/** Every benefit with its amount and its reasoning; what is not met at all is folded away. */
export function BenefitReasons({ benefits }: { benefits: readonly BenefitView[] }) {
  const t = useWords(words)
  const lang = useLang()
  return benefits.map((benefit) => {
    const failed = benefit.lines.filter((line) => line.truth === 'no')
    const rest = benefit.lines.filter((line) => line.truth !== 'no')
    return (
      <section className="benefit" key={benefit.id}>
        <h3>
          <span>{benefit.text}</span>
          <span className="num">{moneyRange(benefit.amountDong, lang)} đ</span>
        </h3>
        {benefit.payable || benefit.amountDong.high === 0 ? null : (
          <p className="cham small">{t.mustConfirm}</p>
        )}
        <ReasonTree lines={rest.length > 0 ? rest : failed} />
        {rest.length > 0 && failed.length > 0 ? (
          <details>
            <summary>{t.notMet(failed.length)}</summary>
            <ReasonTree lines={failed} />
          </details>
        ) : null}
      </section>
    )
  })
}
