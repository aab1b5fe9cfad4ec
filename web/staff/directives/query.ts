import { type AgencyCode, isAgencyCode } from '#law/authorities'
import { type TaskState, taskStates } from '#law/task-monitoring'
import { type DutyArea, dutyAreas } from '#notices'
import { wholeNumber } from '#web/staff/numbers.ts'

/** What a list is narrowed to beside the state: said done and not confirmed, measured by nothing yet, reported otherwise. */
export type TaskStanding = TaskState | 'toConfirm' | 'notMeasured' | 'diverging'

/** What the addresses of lists of tasks ask for. */
export interface TasksQuery {
  /** Only what the officer's agency leads or holds. */
  isMine: boolean
  directiveId: number | undefined
  standing: TaskStanding | undefined
  area: DutyArea | undefined
  lead: AgencyCode | 'toChoose' | undefined
  text: string
  page: number
}

const standings: readonly TaskStanding[] = [...taskStates, 'toConfirm', 'notMeasured', 'diverging']
const textMax = 200

/** Reads an address; what it does not understand it leaves out. */
export function tasksQueryOf(params: URLSearchParams): TasksQuery {
  const lead = params.get('co-quan') ?? ''
  const standing = params.get('trang-thai')
  const area = params.get('linh-vuc')
  return {
    isMine: params.get('cua') === 'toi',
    directiveId: wholeNumber(params.get('van-ban')),
    standing: standings.find((each) => each === standing),
    area: dutyAreas.find((each) => each === area),
    lead: lead === 'toChoose' || isAgencyCode(lead) ? lead : undefined,
    text: (params.get('tu') ?? '').normalize('NFC').trim().slice(0, textMax),
    page: Math.min(wholeNumber(params.get('trang')) ?? 1, 10_000),
  }
}

/** The part of an address after `?` that asks the same again, changed as said; another question begins at its first page. */
export function tasksSearch(query: TasksQuery, change: Partial<TasksQuery> = {}): string {
  const { isMine, directiveId, standing, area, lead, text, page } = { ...query, page: 1, ...change }
  const params = new URLSearchParams()
  if (isMine) params.set('cua', 'toi')
  if (directiveId) params.set('van-ban', String(directiveId))
  if (standing) params.set('trang-thai', standing)
  if (area) params.set('linh-vuc', area)
  if (lead) params.set('co-quan', lead)
  if (text) params.set('tu', text)
  if (page > 1) params.set('trang', String(page))
  const search = params.toString()
  return search ? `?${search}` : ''
}
