import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { agencies } from '#law/authorities'
import { publicationDuties } from '#law/publication'
import { today } from '#platform/clock'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { publishArticle } from './articles.ts'
import { paragraph } from './blocks/index.ts'
import { readEdition } from './edition.ts'
import { findManuscript } from './listing.ts'
import {
  confirmSection,
  listSectionStandings,
  mandatorySections,
  readSectionDays,
} from './section-standings.ts'
import { beginManuscript } from './writing.ts'

const database = await freshDatabase()
const officer = (unitUid: string, role = 'provinceOfficer'): Actor => ({
  kind: 'officer',
  ...{ id: unitUid, name: unitUid, role, unitUid, areas: ['*'] },
})
const [van, hoa] = [officer('province'), officer('province', 'leader')]
const machine: Actor = { kind: 'system', job: 'test' }
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const standings = async (on: string) =>
  Object.fromEntries((await as(van, (t) => listSectionStandings(t, day(on)))).map((each) => [each.key, each]))

describe('the mandatory sections', () => {
  it('cover each point of article 9.1, each with an address, an agency and a time to be read again', () => {
    const all = Object.values(mandatorySections)
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length)
    for (const { path, owner, readAgainMonths } of all) {
      expect(path).toMatch(/^\/[a-z/-]+$/)
      expect(agencies[owner].name.vi).not.toBe('')
      expect(readAgainMonths).toBeGreaterThan(0)
    }
    const filled = new Set(all.map(({ duty }) => publicationDuties[duty].cite.place))
    expect([...filled].sort()).toEqual(['Đ9.1.a', 'Đ9.1.b', 'Đ9.1.c', 'Đ9.1.d'])
  })

  it('say what is missing, and what stands by the law and the register alone', async () => {
    const { history, leaders, organisation, procedures } = await standings('2026-11-23')
    expect([history, leaders].map((each) => each?.state)).toEqual(['missing', 'missing'])
    expect([organisation, procedures].map((each) => each?.state)).toEqual(['computedOnly', 'computedOnly'])
    expect(history).toMatchObject({ articles: 0, dueOn: undefined, drafts: [] })
  })

  it('are begun from their place: the draft belongs to the section and is named there', async () => {
    const asked = {
      actor: van,
      kind: 'article',
      title: 'Lịch sử',
      section: 'history',
      key: 'begin-history',
    } as const
    const id = await as(van, (t) => beginManuscript(t, asked))
    expect((await as(van, (t) => findManuscript(t, id)))?.content.section).toBe('history')
    const { history } = await standings('2026-11-23')
    expect(history).toMatchObject({ state: 'missing', drafts: [{ id, title: 'Lịch sử', state: 'draft' }] })
  })

  it('grow old when nobody wrote or read them through in their time, and are in order once somebody did', async () => {
    const text = {
      language: 'vi',
      lead: 'Lãnh đạo tỉnh',
      body: [paragraph('…')],
      byline: '',
      tags: [],
    } as const
    const at = new Date('2026-01-15T02:00:00Z')
    await as(machine, (t) =>
      publishArticle(t, {
        ...{
          ...text,
          body: [...text.body],
          tags: [],
          slug: 'lanh-dao-tinh',
          title: 'Lãnh đạo tỉnh',
          section: 'leaders',
        },
        ...{ banner: 'none', documentNumber: undefined, documentOn: undefined },
        ...{ documentYearInferred: false, publishedAt: at },
      }),
    )
    expect((await standings('2026-04-30')).leaders).toMatchObject({ state: 'current', dueOn: '2026-04-30' })
    expect((await standings('2026-05-01')).leaders).toMatchObject({
      state: 'old',
      articles: 1,
      changedAt: at,
    })
    for (const _ of [1, 2]) await as(van, (t) => confirmSection(t, { section: 'leaders', key: 'confirm-1' }))
    const { leaders } = await standings('2026-05-01')
    expect(leaders).toMatchObject({ state: 'current', checked: { by: 'officer:province' } })
  })

  it('tell everybody the day on which each was last read through, at once and without a name', async () => {
    const before = await readEdition(database.query)
    await as(van, (t) => confirmSection(t, { section: 'history', key: 'confirm-history' }))
    expect(await readEdition(database.query)).toBe(before + 1)
    expect(await readSectionDays(database.query)).toEqual({ leaders: today(), history: today() })
  })

  it('are confirmed neither by who only reads nor by a commune', async () => {
    const refused = { code: '42501' }
    const lan = officer('16702@2025-07-01', 'communeOfficer')
    for (const actor of [hoa, lan])
      await expect(
        as(actor, (t) => confirmSection(t, { section: 'history', key: `by-${actor.kind}-not` })),
      ).rejects.toMatchObject(refused)
  })
})
