import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import { explainProblem, type ProblemCode } from './problems.ts'

/** One cell of a list that could not be taken or is doubted, in words. */
export interface CellProblem {
  cell: string
  code: ProblemCode
  /** Where among the problems of its list. */
  place: number
  reads: string
  proposes: string | undefined
  isRefused: boolean
  vi: string
  en: string
  remedyVi: string
  remedyEn: string
}

interface ProblemRow {
  cell: string
  code: ProblemCode
  place: number
  reads: string
  proposes: string | null
  weight: 'refusal' | 'doubt'
}

/** How many cells of a list have which problem, the most frequent first. */
export async function countProblems(
  transaction: Transaction,
  fileId: number,
): Promise<{ code: ProblemCode; count: number; vi: string; en: string }[]> {
  const { rows } = await sql<{ code: ProblemCode; count: number }>`select code, count(*) as count
    from intake.problem where file_id = ${fileId} group by code order by count desc, code`.execute(
    transaction,
  )
  return rows.map(({ code, count }) => {
    const { vi, en } = explainProblem({ code })
    return { code, count, vi, en }
  })
}

/** The problems of a list in the order of its cells, a page of them at a time; `after` is the place of the one before. */
export async function listProblems(
  transaction: Transaction,
  fileId: number,
  {
    code,
    limit,
    offset = 0,
    after = -1,
  }: { code?: ProblemCode; limit: number; offset?: number; after?: number },
): Promise<CellProblem[]> {
  const { rows } = await sql<ProblemRow>`select cell, code, place, reads, proposes, weight from intake.problem
    where file_id = ${fileId} and place > ${after} ${code ? sql`and code = ${code}` : sql``}
    order by place limit ${limit} offset ${offset}`.execute(transaction)
  return rows.map(({ proposes, weight, ...row }) => {
    const { vi, en, remedyVi, remedyEn } = explainProblem(row)
    return {
      ...row,
      proposes: proposes ?? undefined,
      isRefused: weight === 'refusal',
      vi,
      en,
      remedyVi,
      remedyEn,
    }
  })
}
