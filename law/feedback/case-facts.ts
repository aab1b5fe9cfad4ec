import type { Text } from '#rules'

/** What an officer records of a complaint or a denunciation that changes how long it may take. */
export interface CaseFacts {
  /** A complaint about the decision itself, or about how the first complaint was resolved. */
  instance: 'first' | 'second'
  /** In remote areas that are hard to reach. */
  isRemote: boolean
  /** Complex (Decree 155/2026 for complaints), or to be checked in many places; why is put into the file. */
  isComplex: boolean
}

/** Of a case of which nobody has recorded anything else. */
export const plainCase: CaseFacts = { instance: 'first', isRemote: false, isComplex: false }

export const instanceNames: Readonly<Record<CaseFacts['instance'], Text>> = {
  first: { vi: 'Khiếu nại lần đầu', en: 'First complaint' },
  second: { vi: 'Khiếu nại lần hai', en: 'Second complaint' },
}

/** Days in which the second complaint may be made after the first was resolved (Luật Khiếu nại 02/2011/QH13). */
export function secondComplaintDays({ isRemote }: Pick<CaseFacts, 'isRemote'>): number {
  return isRemote ? 45 : 30
}

/** How often the period of a denunciation may be extended: once, and of a very complex one twice, by 30 days each. */
export const denunciationExtensionsMax = 2
