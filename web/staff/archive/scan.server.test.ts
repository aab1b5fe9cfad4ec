import { describe, expect, it } from 'vitest'
import { reopenScan } from '#archive'
import { listAuditOf } from '#platform/audit'
import type { Actor } from '#platform/database'
import type { Officer } from '#platform/sessions'
import {
  as,
  hoa,
  lan,
  minh,
  neighbour,
  newScan,
  ofChildren,
  openArchive,
  ours,
  province,
  sign,
  today,
} from '#test/reading-scans'
import { readScanPage } from './scan.server.ts'

await openArchive()

const box = { left: 10, top: 20, right: 90, bottom: 40 }
const proposals = [
  { field: 'name' as const, value: 'Nguyễn Thị Hoà', confidence: 96, doubts: [], box },
  { field: 'birth' as const, value: '01/02/1944', confidence: 60, doubts: [], box },
]

function deskOf(actor: Actor, role: Officer['role'] = 'communeOfficer'): { officer: Officer } {
  if (actor.kind !== 'officer') throw new Error('An officer sits at a desk')
  const { id, name, unitUid } = actor
  return { officer: { id, username: id, name, role, unitUid, areas: ['*'] } }
}

const look = (actor: Actor, scanId: number, role?: Officer['role']) =>
  as(actor, (transaction) => readScanPage(transaction, deskOf(actor, role), scanId, today))

describe('the page of a scan', () => {
  it('shows the first reader what the machine is sure of, and leaves the rest empty', async () => {
    const scanId = await newScan(lan, { proposals })
    const { fields, isBlind, places } = await look(lan, scanId)
    expect(isBlind).toBe(false)
    expect(fields.filter(({ value }) => value !== '')).toMatchObject([
      { field: 'name', value: 'Nguyễn Thị Hoà', hint: { kind: 'sure', percent: 96 } },
    ])
    expect(fields.find(({ field }) => field === 'birth')?.hint).toEqual({ kind: 'unsure' })
    expect(fields.find(({ field }) => field === 'sex')?.hint).toEqual({ kind: 'unseen' })
    expect(places).toContainEqual({ field: 'birth', page: 1, box })
  })

  it('tells a second reader where a field stands and nothing of what was read', async () => {
    const scanId = await newScan(lan, { proposals })
    await sign(lan, scanId, { ...hoa, name: 'Nguyễn Thị Hoa' })
    const page = await look(minh, scanId)
    expect(page.isBlind).toBe(true)
    expect(page.places.map(({ field }) => field)).toEqual(['name', 'birth'])
    expect(JSON.stringify(page)).not.toMatch(/Nguyễn|1944/)
  })

  it('offers the first reader no second reading, and a leader none at all', async () => {
    const scanId = await newScan(lan, { proposals })
    expect((await look(province, scanId, 'leader')).fields).toEqual([])
    await sign(lan, scanId, hoa)
    expect(await look(lan, scanId)).toMatchObject({ haveRead: true, fields: [], outcomes: [] })
  })

  it('shows nothing that stands on the paper to who does not work on social assistance', async () => {
    const scanId = await newScan(lan, { proposals })
    await sign(lan, scanId, { ...hoa, village: 'Nhiễm HIV' })
    await sign(minh, scanId, hoa)
    const page = await look(ofChildren, scanId)
    expect(page).toMatchObject({
      mayRead: false,
      mayWrite: false,
      pages: [],
      fields: [],
      outcomes: [],
      places: [],
    })
    expect(JSON.stringify(page)).not.toMatch(/Hoà|HIV|1944/)
    expect((await look(minh, scanId)).outcomes.length).toBeGreaterThan(0)
  })

  it('says that a page is blank only while nobody has read it', async () => {
    const scanId = await newScan(lan, { form: null })
    expect(await look(lan, scanId)).toMatchObject({ isBlank: true })
    await sign(lan, scanId, hoa)
    expect(await look(minh, scanId)).toMatchObject({ isBlank: false })
  })

  it('keeps why a scan was opened again from who reads it blind', async () => {
    const scanId = await newScan(lan, { proposals })
    for (const actor of [lan, minh]) await sign(actor, scanId, hoa)
    await as(lan, (transaction) => reopenScan(transaction, scanId, { reason: 'Là 1949 chứ không phải 1944' }))
    expect((await look(minh, scanId)).rounds).toMatchObject([{ round: 1, by: 'officer:lan' }])
    await sign(lan, scanId, hoa)
    const blind = await look(minh, scanId)
    expect(blind.rounds).toEqual([])
    expect(JSON.stringify(blind)).not.toMatch(/1944|1949/)
  })

  it('leaves a line in the log at each look, and is not there for another commune', async () => {
    const scanId = await newScan(lan)
    await look(minh, scanId)
    const lines = await as(province, (transaction) =>
      listAuditOf(transaction, { kind: 'scan', id: String(scanId), unitUid: ours }),
    )
    expect(lines).toMatchObject([{ action: 'read', actor: 'officer:minh' }])
    await expect(look(neighbour, scanId)).rejects.toMatchObject({ status: 404 })
  })
})
