import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { findBriefing, findBriefingThatTells, keepBriefing, listBriefings, weekOf } from './briefings.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const officer = (role: string, unitUid: string, agency?: string): Actor => ({
  kind: 'officer',
  id: `${role} ${unitUid} ${agency ?? ''}`,
  name: 'Lan',
  role,
  unitUid,
  areas: ['*'],
  ...(agency ? { agency } : {}),
})
const [leader, clerk] = [
  officer('leader', 'province'),
  officer('provinceOfficer', 'province', 'provinceOffice'),
]
const department = officer('provinceOfficer', 'province', 'dpHealth')
const commune = officer('communeOfficer', '16702@2025-07-01')

const told = {
  toldOn: day('2026-11-23'),
  figures: { tasks: { late: 3 } },
  pdfSha256: 'a'.repeat(64),
  docxSha256: 'b'.repeat(64),
  madeAt: new Date('2026-11-22T23:00:00Z'),
}
const kept = await withActor(database, machine, (transaction) => keepBriefing(transaction, told))

describe('a weekly briefing', () => {
  it('belongs to the week that begins on Monday', () => {
    expect(kept.weekOn).toBe('2026-11-23')
    expect(weekOf(day('2026-11-22'))).toBe('2026-11-16')
    expect(weekOf(day('2026-11-28'))).toBe('2026-11-23')
  })

  it('is read by the leaders and the province’s office, by nobody else', async () => {
    const seen = (actor: Actor) =>
      withActor(database, actor, async (transaction) => [
        (await listBriefings(transaction)).length,
        (await findBriefing(transaction, kept.id))?.pdfSha256,
      ])
    for (const actor of [leader, clerk]) expect(await seen(actor)).toEqual([1, told.pdfSha256])
    for (const actor of [department, commune]) expect(await seen(actor)).toEqual([0, undefined])
  })

  it('is made by the machine alone, and never changed', async () => {
    for (const actor of [leader, clerk])
      await expect(
        withActor(database, actor, (transaction) => keepBriefing(transaction, told)),
      ).rejects.toThrow('row-level security')
    const change = withActor(database, machine, (transaction) =>
      transaction
        .withTables<{ 'directives.briefing': { figures: string } }>()
        .updateTable('directives.briefing')
        .set({ figures: '{}' })
        .execute(),
    )
    await expect(change).rejects.toThrow('permission denied')
  })

  it('is told once: the same figures of a day are found again, others are not', async () => {
    const find = (figures: unknown, toldOn = told.toldOn) =>
      withActor(database, machine, (transaction) => findBriefingThatTells(transaction, { toldOn, figures }))
    expect((await find({ tasks: { late: 3 } }))?.id).toBe(kept.id)
    expect(await find({ tasks: { late: 4 } })).toBeUndefined()
    expect(await find({ tasks: { late: 3 } }, day('2026-11-24'))).toBeUndefined()
  })
})
