import type { LocalDate, Month } from '#calendar'
import {
  errorWorkbook,
  explainProblem,
  keepUpload,
  type ListReading,
  readListFile,
  stageList,
  summaryOf,
} from '#intake'
import { standardOn } from '#law/social-assistance'
import { withActor } from '#platform/database'
import { UnreadableSheet } from '#platform/sheets'
import type { Desk } from '#web/staff/access.ts'
import type { Lang } from '#web/ui/index.ts'

export type Staged = { ok: true; fileId: number; isFinished: boolean } | { ok: false; because: string }

/** Reads a list and puts it, with its faulty rows as a file, where the trial and the import take it from. */
export async function stageUpload(
  { database, actor, officer }: Desk,
  file: File,
  { today, lang }: { today: LocalDate; lang: Lang },
): Promise<Staged> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  try {
    const { sheet, reading, fileHash } = await readListFile(bytes, file.name, {
      today,
      standardOn: (month) => standardOrUnknown(month, today),
    })
    if (reading.rows.length === 0) return { ok: false, because: nobodyIn(reading, lang) }
    const errorFile = reading.problems.length > 0 ? await errorWorkbook(sheet, reading) : undefined
    const unitUid = officer.unitUid === 'province' ? undefined : officer.unitUid
    return await withActor(database, actor, async (transaction) => {
      const { id, isFinished } = await stageList(transaction, {
        hash: fileHash,
        name: file.name,
        unitUid,
        reading,
      })
      await keepUpload(transaction, id, { summary: summaryOf(reading), errorFile })
      return { ok: true as const, fileId: id, isFinished }
    })
  } catch (error) {
    if (error instanceof UnreadableSheet) return { ok: false, because: error.message }
    throw error
  }
}

/** A list may name a month before the first law we hold. */
function standardOrUnknown(month: Month, today: LocalDate): number | undefined {
  return month < '2015-01' ? undefined : standardOn({ month, knownOn: today, recipient: true })
}

function nobodyIn(reading: ListReading, lang: Lang): string {
  const [first] = reading.problems
  if (first) {
    const { vi, en, remedyVi, remedyEn } = explainProblem(first)
    return lang === 'vi' ? `${vi}. ${remedyVi}.` : `${en}. ${remedyEn}.`
  }
  return lang === 'vi'
    ? 'Không có người nào trong danh sách: kiểm tra lại tệp, hoặc tải tệp mẫu.'
    : 'The list names nobody: check the file, or download the template.'
}
