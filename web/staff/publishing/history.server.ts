import type { Transaction } from '#platform/database'
import {
  type ComparedLine,
  compareContents,
  differInFormAlone,
  findKeptDraft,
  findRevisionContent,
  listActs,
  listKeptDrafts,
  listRevisions,
  type Manuscript,
  saveManuscript,
} from '#publishing'
import { wholeNumber } from '#web/staff/numbers.ts'

/** An old text of a manuscript: one that was handed in, or one that was written over. */
export interface OldText {
  kind: 'revision' | 'kept'
  number: number
}

/** What the address asks to compare: `?lan=2` a revision, `?ban=7` a version that was written over. */
export function askedIn(params: URLSearchParams): OldText | undefined {
  const [revision, kept] = [wholeNumber(params.get('lan')), wholeNumber(params.get('ban'))]
  if (revision !== undefined) return { kind: 'revision', number: revision }
  return kept === undefined ? undefined : { kind: 'kept', number: kept }
}

/** Everything that is remembered of a manuscript, with names in place of accounts. */
export async function readHistory(
  transaction: Transaction,
  manuscript: Manuscript,
  asked: OldText | undefined,
  nameOf: (actor: string) => string,
) {
  const { id } = manuscript
  const old = asked && (await contentOf(transaction, id, asked))
  const compared: ComparedLine[] | undefined = old && compareContents(old, manuscript.content)
  const isFormOnly = old !== undefined && differInFormAlone(old, manuscript.content)
  return {
    acts: (await listActs(transaction, id)).map(({ kind, by, at, details }) => ({
      ...{ kind, at, by: nameOf(by) },
      note: [details.reason, details.correction, details.to].find((each) => typeof each === 'string') as
        | string
        | undefined,
    })),
    revisions: (await listRevisions(transaction, id)).map((revision) => ({
      ...revision,
      submittedBy: nameOf(revision.submittedBy),
      review: revision.review && { ...revision.review, by: nameOf(revision.review.by) },
    })),
    kept: (await listKeptDrafts(transaction, id)).map((each) => ({
      ...each,
      editedBy: nameOf(each.editedBy),
    })),
    compared,
    isFormOnly,
  }
}

/** Puts an old text in place of the draft, which is kept like any that is written over. */
export async function bringBack(
  transaction: Transaction,
  manuscript: Manuscript,
  asked: OldText,
): Promise<boolean> {
  const content = await contentOf(transaction, manuscript.id, asked)
  if (!content) return false
  const { id, version } = manuscript
  return (await saveManuscript(transaction, { id, version, content })).ok
}

function contentOf(transaction: Transaction, id: number, { kind, number }: OldText) {
  return kind === 'revision'
    ? findRevisionContent(transaction, id, number)
    : findKeptDraft(transaction, id, number)
}
