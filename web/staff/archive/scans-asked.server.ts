import { countScans, listScans, type Scan, type ScanFilter, type ScanState, writeNumbers } from '#archive'
import { failureIn } from '#jobs/read-scans'
import type { Transaction } from '#platform/database'
import type { Lang } from '#web/ui/index.ts'
import { type QueueStep, queueSteps } from './queue-steps.ts'
import type { ScanRow } from './scan-table.tsx'

/** The step an address asks for; who must still read first when it asks for none. */
export function queueStepOf(params: URLSearchParams): QueueStep {
  return queueSteps.find((each) => each === params.get('loc')) ?? 'unread'
}

/** Who read first reads nothing of it again: the second reading is another officer's. */
export function queueFilterOf(step: QueueStep, signer: string): ScanFilter {
  if (step === 'awardAsked') return { awardAsked: true }
  return { states: [step], unreadBy: step === 'readOnce' ? signer : undefined }
}

/** The scans that each number of a book counts. */
const bookStates = {
  readOnce: ['readOnce', 'disagreed', 'agreed', 'entered', 'setAside'],
  readTwice: ['disagreed', 'agreed', 'entered', 'setAside'],
  checked: ['agreed', 'entered', 'setAside'],
  entered: ['entered'],
} as const satisfies Record<string, readonly ScanState[]>
export type BookStep = keyof typeof bookStates

/** The number of a book whose scans an address asks for; undefined for all of them. */
export function bookStepOf(params: URLSearchParams): BookStep | undefined {
  const step = params.get('loc') ?? ''
  return Object.hasOwn(bookStates, step) ? (step as BookStep) : undefined
}

export function bookFilterOf(bookId: number, step: BookStep | undefined): ScanFilter {
  return { bookId, states: step && bookStates[step] }
}

/** The first scans of a list, and of how many they are. */
export async function listFirst(
  transaction: Transaction,
  filter: ScanFilter,
  { limit, lang }: { limit: number; lang: Lang },
): Promise<{ scans: ScanRow[]; count: number }> {
  const scans = await listScans(transaction, { ...filter, limit })
  const { states, ...others } = filter
  const counts = Object.entries(await countScans(transaction, others)) as [ScanState, number][]
  const count = counts.reduce(
    (sum, [state, each]) => (states?.includes(state) === false ? sum : sum + each),
    0,
  )
  return { scans: scans.map((scan) => scanRowOf(scan, lang)), count }
}

function scanRowOf(scan: Scan, lang: Lang): ScanRow {
  const { id, fileName, state, because, form } = scan
  return { id, fileName, state, because: failureIn(because, lang), form, place: placeOf(scan) }
}

/** Book and numbers; undefined where it has none. */
export function placeOf({ bookName, numberFrom, numberTo = numberFrom }: Scan): string | undefined {
  if (numberFrom === undefined || numberTo === undefined) return bookName
  const numbers = Array.from({ length: numberTo - numberFrom + 1 }, (_, index) => numberFrom + index)
  return `${bookName}, ${writeNumbers(numbers)}`
}
