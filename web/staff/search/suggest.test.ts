import { RouterContextProvider } from 'react-router'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, withActor } from '#platform/database'
import type { Officer } from '#platform/sessions'
import { recordPerson, recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { requestContext, type Services, servicesContext } from '#web/context.ts'
import { loader as listPeople } from '#web/staff/people/list.tsx'
import { action as suggest } from './suggest.ts'

const database = await freshDatabase()
const [ours, theirs] = ['17611@2025-07-01', '17950@2025-07-01']
const machine: Actor = { kind: 'system', job: 'test' }
const units = `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
17611,Xã Vân Tụ,xã,commune,40,2025-07-01,,,${ours},,
17950,Xã Kim Liên,xã,commune,40,2025-07-01,,,${theirs},,`

function officerOf(unitUid: string): Officer {
  const role = unitUid === 'province' ? 'provinceOfficer' : 'communeOfficer'
  return { id: unitUid, username: 'lan', name: 'Lan', role, unitUid, areas: ['*'] }
}

/** What the page is given when this officer types the text. */
function typed(unitUid: string, text: string, path = '/can-bo/tim/goi-y') {
  const context = new RouterContextProvider()
  context.set(servicesContext, { database } as Services)
  context.set(requestContext, {
    id: '',
    address: '',
    nonce: '',
    findOfficer: async () => officerOf(unitUid),
  })
  const url = new URL(path, 'http://localhost')
  const body = new FormData()
  body.set('tim', text)
  const request = new Request(url, path.includes('goi-y') ? { method: 'POST', body } : {})
  return { context, url, request, params: {} } as unknown as Parameters<typeof suggest>[0] &
    Parameters<typeof listPeople>[0]
}

async function suggested(unitUid: string, text: string) {
  const answer = await suggest(typed(unitUid, text))
  return (await answer.json()) as { suggestions: { name: string; details: string }[]; isMore: boolean }
}

const listed = async (unitUid: string, search: string) => {
  const { people, count, isMore } = await listPeople(typed(unitUid, '', `/can-bo/nguoi?${search}`))
  return { names: people.map(({ name }) => name), count, isMore }
}

beforeAll(() =>
  withActor(database, machine, async (transaction) => {
    await recordUnits(transaction, units)
    await recordPerson(transaction, { name: 'Kha Thị Dung', unitUid: ours, village: 'Xóm 1' }, 'officer:a')
    for (let index = 10; index < 30; index += 1) {
      const person = { name: 'Moong Thị Xoan', unitUid: theirs, village: 'Bản Mờ' }
      const numbered = { ...person, citizenId: `0401440007${index}` } as Parameters<typeof recordPerson>[1]
      await recordPerson(transaction, numbered, 'officer:b')
    }
  }),
)

/** A name, half of it, misspelt, a word inside, a number, its end, the place, the village. */
const asks = [
  'Moong Thị Xoan',
  'moong',
  'moong thi xoam',
  'oong',
  '040144000712',
  '0712',
  'kim liên',
  'xoan, bản mờ',
]

describe('what is proposed while an officer types, and counted on the list', () => {
  it.each(asks)('tells the commune of the person of "%s"', async (text) => {
    const { suggestions } = await suggested(theirs, text)
    expect(suggestions.map(({ name }) => name)).toContain('Moong Thị Xoan')
    expect((await listed(theirs, `tim=${encodeURIComponent(text)}`)).count).toBeGreaterThan(0)
  })

  it.each(asks)('tells another commune nobody, no count and no more for "%s"', async (text) => {
    expect(await suggested(ours, text)).toEqual({ suggestions: [], isMore: false })
    const nobody = { names: [], count: 0, isMore: false }
    const search = `tim=${encodeURIComponent(text)}`
    for (const more of ['', `&xa=${theirs}`, '&ngay=2026-06-01', `&ngay=2026-06-01&xa=${theirs}`])
      expect(await listed(ours, search + more)).toEqual(nobody)
  })

  it('shows no number whole, not even to who may see the person', async () => {
    const [first] = (await suggested('province', '040144000712')).suggestions
    expect(first?.details).toContain('712')
    expect(first?.details).not.toContain('040144000712')
  })

  it('says that there are more than it shows only of those in sight', async () => {
    expect(await suggested('province', 'thi')).toMatchObject({ isMore: true })
    expect(await suggested(ours, 'thi')).toMatchObject({
      isMore: false,
      suggestions: [{ name: 'Kha Thị Dung' }],
    })
    expect(await listed(ours, '')).toMatchObject({ count: 1, isMore: false })
  })
})
