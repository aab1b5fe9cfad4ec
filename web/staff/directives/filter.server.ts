import type { LocalDate } from '#calendar'
import type { Party, TaskFilter } from '#directives'
import { taskStates } from '#law/task-monitoring'
import type { TasksQuery } from './query.ts'

/** What a query asks of `#directives`, for who acts for these parties. */
export function filterOf(
  { isMine, directiveId, standing, area, lead, text }: TasksQuery,
  { parties, today }: { parties: readonly Party[]; today: LocalDate },
): TaskFilter & { today: LocalDate } {
  const state = taskStates.find((each) => each === standing)
  return {
    today,
    ...(isMine && { mineOf: parties }),
    ...(directiveId !== undefined && { directiveId }),
    ...(state && { state }),
    ...(standing === 'toConfirm' && { isToConfirm: true }),
    ...(standing === 'notMeasured' && { isMeasured: false }),
    ...(area && { area }),
    ...(lead && { lead }),
    ...(text && { text }),
  }
}
