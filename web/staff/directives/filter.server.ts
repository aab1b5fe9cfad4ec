import type { LocalDate } from '#calendar'
import type { MetricOfUnit, Party, TaskFilter } from '#directives'
import { taskStates } from '#law/task-monitoring'
import type { TasksQuery } from './query.ts'

/** What a query asks of `#directives`, for who acts for these parties, with the metrics whose two figures differ. */
export function filterOf(
  { isMine, directiveId, standing, area, lead, text }: TasksQuery,
  {
    parties,
    diverging,
    today,
  }: { parties: readonly Party[]; diverging: readonly MetricOfUnit[]; today: LocalDate },
): TaskFilter & { today: LocalDate } {
  const state = taskStates.find((each) => each === standing)
  return {
    today,
    ...(isMine && { mineOf: parties }),
    ...(directiveId !== undefined && { directiveId }),
    ...(state && { state }),
    ...(standing === 'toConfirm' && { isToConfirm: true }),
    ...(standing === 'notMeasured' && { isMeasured: false }),
    ...(standing === 'diverging' && { linkedTo: diverging }),
    ...(area && { area }),
    ...(lead && { lead }),
    ...(text && { text }),
  }
}
