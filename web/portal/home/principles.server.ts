import type { Services } from '#web/context.ts'
import type { Principles } from '#web/ui/index.ts'

/** The three numbers of the province and the day they hold for (yyyy-mm-dd). */
export interface ProvincePrinciples {
  value: Principles
  asOf: string | undefined
}

/**
 * The one place where the home page asks for the province's three numbers. They come from the findings of the last
 * sweep; as long as no sweep publishes them, all three are unmeasured and the page says so.
 */
export async function readPrinciples(_services: Services): Promise<ProvincePrinciples> {
  return { value: { right: undefined, full: undefined, onTime: undefined }, asOf: undefined }
}
