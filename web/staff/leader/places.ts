import type { TaskState } from '#law/task-monitoring'

/** Where the tasks of directives stand, as far as the officer sees them. */
export function tasksPath({ state }: { state: TaskState }): string {
  return `/can-bo/chi-dao/nhiem-vu?trang-thai=${state}`
}

export function taskPath(id: number): string {
  return `/can-bo/chi-dao/nhiem-vu/${id}`
}
