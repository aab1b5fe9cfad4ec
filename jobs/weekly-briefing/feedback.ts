import type { LocalDate } from '#calendar'
import { countMessages, listMessages } from '#feedback'
import { agencies, isAgencyCode } from '#law/authorities'
import type { Transaction } from '#platform/database'
import { readUnits, type Units } from '#registry'
import type { Text } from '#rules'

/** What citizens wrote and nobody has settled yet. What is reserved for a few is not counted. */
export interface FeedbackFigures {
  open: number
  late: number
  /** Who has what is late, the most first. */
  lateBy: { name: Text; count: number }[]
}

/** How many late messages are counted by holder: more than a province has at a time. */
const counted = 2_000

/** The messages in the actor's sight. */
export async function readFeedbackFigures(
  transaction: Transaction,
  today: LocalDate,
): Promise<FeedbackFigures> {
  const open = await countMessages(transaction, { state: 'unfinished', today })
  const late = await listMessages(transaction, { due: 'late', today, limit: counted, offset: 0 })
  const units = late.length > 0 ? await readUnits(transaction) : undefined
  const holders = new Map<string, { name: Text; count: number }>()
  for (const { agency, unitUid } of late) {
    const key = `${agency} ${unitUid ?? ''}`
    const holder = holders.get(key) ?? { name: nameOf(agency, unitUid, units), count: 0 }
    holder.count += 1
    holders.set(key, holder)
  }
  const lateBy = [...holders.values()].sort(
    (one, other) => other.count - one.count || one.name.vi.localeCompare(other.name.vi, 'vi'),
  )
  return { open, late: await countMessages(transaction, { due: 'late', today }), lateBy }
}

function nameOf(code: string, unitUid: string | null, units: Units | undefined): Text {
  if (!isAgencyCode(code)) return { vi: code, en: code }
  const agency: { name: Text; ofUnit?: Text } = agencies[code]
  const unit = unitUid === null ? undefined : units?.byUid.get(unitUid)?.name
  if (!unit || !agency.ofUnit) return agency.name
  const inSentence = unit.charAt(0).toLocaleLowerCase('vi') + unit.slice(1)
  return { vi: agency.ofUnit.vi.replace('…', inSentence), en: agency.ofUnit.en.replace('…', unit) }
}
