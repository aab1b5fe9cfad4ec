import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import type { TaskFigure } from '#jobs/weekly-briefing'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { people } from '#test/directive-rows'
import { nameLeads } from './leads.server.ts'

const database = await freshDatabase()

function led(party: string | undefined, lead: string): TaskFigure {
  const dueOn = day('2026-11-14')
  return {
    id: 1,
    directiveId: 1,
    directive: undefined,
    number: '1',
    does: 'x',
    lead,
    party,
    dueOn,
    daysLate: 9,
  }
}

describe('who leads a task', () => {
  it('is named in the language of the page, and as written while nobody is chosen', async () => {
    const tasks = [led('dpHealth', 'Sở Y tế'), led(undefined, 'Sở Lao động')]
    const leadsIn = async (lang: 'vi' | 'en') =>
      (await withActor(database, people.clerk, (transaction) => nameLeads(transaction, tasks, lang))).map(
        ({ lead }) => lead,
      )
    expect(await leadsIn('en')).toEqual(['Department of Health', 'Sở Lao động'])
    expect(await leadsIn('vi')).toEqual(['Sở Y tế', 'Sở Lao động'])
  })
})
