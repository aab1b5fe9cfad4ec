import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { day, type LocalDate } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { findPublication, listPublications, type Publication, publishMonths } from './publication.ts'
import { tabulate } from './publication-figures.ts'

const database = await freshDatabase()
const machine = { kind: 'system', job: 'test' } as const
const benefits = ['orphan', 'socialPension', 'disability']
const officer: Actor = {
  kind: 'officer',
  id: 'lan',
  name: 'Lan',
  role: 'communeOfficer',
  unitUid: 'a',
  areas: ['*'],
}

/** Measures a table of counts by place and benefit, each person being paid 500.000 đ. */
async function plant(
  on: LocalDate,
  counts: Record<string, number[]>,
  { only }: { only?: readonly string[] } = {},
): Promise<void> {
  const places = {
    ...counts,
    province: benefits.map((_, at) => sum(Object.values(counts).map((row) => row[at] ?? 0))),
  }
  const rows = Object.entries(places).flatMap(([unit, row]) => [
    { metric: 'recipients', unit, split: '', part: sum(row) - 1, whole: null },
    { metric: 'right-person', unit, split: '', part: sum(row) - 1, whole: sum(row) },
    ...row.flatMap((count, at) => [
      { metric: 'recipients', unit, split: `benefit:${benefits[at]}`, part: count, whole: null },
      {
        metric: 'monthly-amount',
        unit,
        split: `benefit:${benefits[at]}`,
        part: count * 500_000,
        whole: null,
      },
    ]),
  ])
  await withActor(database, machine, (transaction) =>
    sql`insert into indicators.measured (metric, unit_uid, split, measured_on, part, whole)
      select metric, unit, split, ${on}::date, part, whole from jsonb_to_recordset(${JSON.stringify(only ? rows.filter(({ metric }) => only.includes(metric)) : rows)}::jsonb)
        as figure (metric text, unit text, split text, part bigint, whole bigint)`.execute(transaction),
  )
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
const publish = (today: LocalDate) =>
  withActor(database, machine, (transaction) => publishMonths(transaction, { today }))
const publishOne = async (today: LocalDate) => (await publish(today))[0]
const place = ({ figures }: Publication, unitUid: string) =>
  figures.places.find((each) => each.unitUid === unitUid)

const first = { '': [0, 6, 0], a: [3, 40, 60], b: [20, 50, 70], c: [30, 9, 80] }

describe('what the public is told of a month', () => {
  it('is nothing before anything was measured', async () => {
    expect(await publish(day('2026-11-23'))).toEqual([])
    expect(await findPublication(database.query)).toBeUndefined()
  })

  it('hides small counts with what would give them away, and the amounts that are made of them', async () => {
    await plant(day('2026-11-23'), first)
    const told = await publishOne(day('2026-11-24'))
    expect(told).toMatchObject({ month: '2026-11-01', measuredOn: '2026-11-23' })
    expect(told?.figures.benefits).toEqual(['disability', 'orphan', 'socialPension'])
    expect(told && place(told, 'a')).toEqual({
      unitUid: 'a',
      recipients: [60, null, null],
      recipientsOfAll: 103,
      amountsDong: [30_000_000, null, null],
      amountOfAllDong: null,
      shares: { right: { from: 95, to: 100 } },
    })
    expect(told && place(told, 'b')).toMatchObject({
      recipients: [70, 20, 50],
      amountOfAllDong: 70_000_000,
    })
    expect(told && place(told, '')).toMatchObject({ recipients: [0, 0, 6], shares: { right: null } })
  })

  it('names the sums of the province, but no decimal of a share and no number of people that tells of one', async () => {
    const told = await findPublication(database.query)
    expect(told?.figures.province).toMatchObject({
      recipients: [210, 53, 105],
      recipientsOfAll: 368,
      people: null,
      amountOfAllDong: 184_000_000,
      // All but four: the decimal would say so.
      shares: { right: { from: 98, to: 100 } },
    })
  })

  it('is told once a month, and read by everybody without being somebody', async () => {
    await plant(day('2026-11-25'), { ...first, a: [9, 40, 60] })
    expect(await publish(day('2026-11-25'))).toEqual([])
    expect((await listPublications(database.query)).map(({ month }) => month)).toEqual(['2026-11-01'])
  })

  it('tells no sum of money that holds the money of a programme whose people are hidden', async () => {
    await plant(day('2026-11-20'), { a: [2, 40, 60], b: [0, 50, 70], c: [0, 90, 80] })
    const figures = await withActor(database, machine, (transaction) =>
      tabulate(transaction, { on: day('2026-11-20'), before: undefined }),
    )
    expect(figures.province.recipients.filter((each) => each === null)).toHaveLength(2)
    expect(figures.province.recipientsOfAll).toBe(392)
    expect(figures.province.amountOfAllDong).toBeNull()
  })

  it('keeps hidden in the next month what was hidden in this, though it has grown', async () => {
    await plant(day('2026-12-02'), { ...first, a: [12, 41, 60] })
    const told = await publishOne(day('2026-12-02'))
    expect(told && place(told, 'a')?.recipients).toEqual([60, null, null])
    expect(told && place(told, 'c')?.recipients.filter((each) => each === null)).toHaveLength(2)
    expect(await findPublication(database.query, day('2026-11-01'))).toMatchObject({ month: '2026-11-01' })
  })

  it('tells every month that was measured since, the oldest first, and none before one that was told', async () => {
    await plant(day('2026-10-31'), first)
    await plant(day('2027-01-30'), first)
    await plant(day('2027-01-31'), first)
    await plant(day('2027-03-01'), first)
    const told = await publish(day('2027-03-02'))
    expect(told.map(({ month, measuredOn }) => [month, measuredOn])).toEqual([
      ['2027-01-01', '2027-01-31'],
      ['2027-03-01', '2027-03-01'],
    ])
  })

  it('waits with the month of today for the first sweep, and tells months gone by without it', async () => {
    const unswept = { only: ['recipients', 'monthly-amount'] }
    await plant(day('2027-04-30'), first, unswept)
    await plant(day('2027-05-10'), first, unswept)
    expect((await publish(day('2027-05-10'))).map(({ month }) => month)).toEqual(['2027-04-01'])
    await plant(day('2027-05-11'), first)
    expect((await publish(day('2027-05-11'))).map(({ measuredOn }) => measuredOn)).toEqual(['2027-05-11'])
  })

  it('tells nothing of a month in which nothing was measured', async () => {
    expect(await publish(day('2027-07-15'))).toEqual([])
  })

  it('is written by the machine alone, and changed by nobody', async () => {
    const insert = withActor(database, officer, (transaction) =>
      sql`insert into indicators.publication (month, measured_on, figures) values ('2027-01-01', '2027-01-02', '{}')`.execute(
        transaction,
      ),
    )
    await expect(insert).rejects.toMatchObject({ code: '42501' })
    for (const change of [
      sql`update indicators.publication set figures = '{}'`,
      sql`delete from indicators.publication`,
    ])
      await expect(
        withActor(database, machine, (transaction) => change.execute(transaction)),
      ).rejects.toMatchObject({ code: '42501' })
  })
})
