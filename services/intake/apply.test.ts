import { beforeAll, describe, expect, it } from 'vitest'
import { listAwards } from '#awards'
import { day, type Month, month } from '#calendar'
import { birthFromShort, type CitizenId, type OldId } from '#identity'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { findPerson, listMembers, personTimeline, readUnits, recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import { applyRows } from './apply.ts'
import { decideRow } from './decisions.ts'
import type { ListRow } from './list-rows.ts'
import { countRows, type Decision, listRemarks, stageList } from './staging.ts'

const database = await freshDatabase()
const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01']
const units = `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
429,Huyện Nghi Lộc,huyện,district,40,,2025-06-30,,429@pre2020,,
17854,Xã Nghi Kiều,xã,commune,429,,2025-06-30,17827,17854@pre2020,,
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${ours},,
17827,Xã Nghi Lộc,xã,commune,40,2025-07-01,,,${theirs},17854,`
const officer: Actor = {
  kind: 'officer',
  id: 'lan',
  name: 'Lan',
  role: 'communeOfficer',
  unitUid: ours,
  areas: ['socialAssistance'],
}
const province: Actor = { kind: 'system', job: 'test' }
const today = day('2026-11-23')

interface Sketch extends Partial<Omit<ListRow, 'birth' | 'id' | 'award'>> {
  name: string
  born?: string
  number?: string
  pays?: [category: 'K6' | 'SP' | 'C5', amountDong: number]
}

function rowOf({ born, number, pays, ...rest }: Sketch, index: number): ListRow {
  return {
    row: index + 2,
    sex: undefined,
    birth: born === undefined ? undefined : birthFromShort(born),
    id: number as CitizenId | OldId | undefined,
    idKind: number === undefined ? undefined : number.length === 12 ? 'citizenId' : 'oldId',
    unitAsWritten: [],
    village: undefined,
    household: undefined,
    relation: undefined,
    facts: {},
    award: pays && {
      category: pays[0],
      categoryAsWritten: pays[0],
      coefficientTenths: undefined,
      amountDong: pays[1],
      fromMonth: undefined,
    },
    note: undefined,
    standing: 'good',
    rowHash: `${index}`,
    ...rest,
  }
}

let files = 0

/** Brings one list in and says what became of each row. */
async function bring(of: Month, sketches: readonly Sketch[], actor: Actor = officer, decision?: Decision) {
  const unitUid = actor.kind === 'officer' ? actor.unitUid : undefined
  return withActor(database, actor, async (transaction) => {
    const reading = {
      layout: 'flat' as const,
      kind: undefined,
      month: of,
      unitAsWritten: undefined,
      firstDataRow: 2,
      rows: sketches.map(rowOf),
      notPeople: [],
      problems: [],
      columns: [],
      columnsNotRead: [],
      sheetsNotRead: [],
      sheetsRead: [],
      monthFrom: undefined,
      hidden: { rows: 0, columns: [] },
      headings: undefined,
      firstRows: [],
      shown: [],
      signature: undefined,
      isMapped: false,
      corrects: undefined,
    }
    files += 1
    const file = await stageList(transaction, {
      hash: `hash-${files}`,
      name: 'danh-sach.xlsx',
      unitUid,
      reading,
    })
    if (decision) expect(await decideRow(transaction, { fileId: file.id, number: 2, decision })).toBe(true)
    const outcomes = await applyRows(transaction, { file, units: await readUnits(transaction), today }, 100)
    expect((await countRows(transaction, file.id)).waiting).toBe(0)
    const remarks = await listRemarks(transaction, file.id)
    return outcomes.map(({ state, personId }, index) => ({
      state,
      personId: personId ?? 0,
      remark: remarks.find(({ row }) => row === index + 2)?.remarks.at(-1)?.vi,
    }))
  })
}

const read = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, province, work)
const only = async (of: Month, sketch: Sketch, actor?: Actor, decision?: Decision) => {
  const [outcome] = await bring(of, [sketch], actor, decision)
  if (!outcome) throw new Error('The row is lost')
  return outcome
}

beforeAll(() =>
  read(async (transaction) => {
    await recordUnits(transaction, units)
  }),
)

const june = month('2026-06')

describe('a row of a list', () => {
  it('is matched by the citizen number, and fills in what the register lacks', async () => {
    const first = await only(june, { name: 'Lê Thị Sen', number: '040144000001' })
    const second = await only(june, {
      name: 'Lê Thị Sen',
      number: '040144000001',
      born: '1944',
      village: 'Khối 3',
    })
    expect([first.state, second.state, second.personId]).toEqual(['new', 'changed', first.personId])
    const third = await only(june, { name: 'LE THI SEN', number: '040144000001', born: '1944' })
    expect([third.state, third.personId]).toEqual(['identical', first.personId])
  })

  it('with a number that belongs to somebody else waits for an officer', async () => {
    const outcome = await only(june, { name: 'Trần Văn Long', number: '040144000001', born: '1970' })
    expect(outcome.state).toBe('doubtful')
    expect(outcome.remark).toContain('khác tên hoặc ngày sinh')
  })

  it('without a number is matched by name and birth in the unit, when that is one person', async () => {
    const first = await only(june, { name: 'Hồ Thị Liên', born: '1950-04-05' })
    const same = await only(june, { name: 'Hồ Thị Liên', born: '1950' })
    expect([same.state, same.personId]).toEqual(['identical', first.personId])
    const number = await only(june, { name: 'Hồ Thị Liên', born: '1950-04-05', number: '040150000002' })
    expect([number.state, number.personId]).toEqual(['doubtful', first.personId])
    expect(number.remark).toContain('Chỉ khớp họ tên')
    const told = await only(
      june,
      { name: 'Hồ Thị Liên', born: '1950-04-05', number: '040150000002' },
      officer,
      {
        is: 'same',
        personId: first.personId,
      },
    )
    expect([told.state, told.personId]).toEqual(['changed', first.personId])
    const other = await only(june, { name: 'Hồ Thị Liên', born: '1950-04-05', number: '040150000003' })
    expect(other.state).toBe('doubtful')
    const namesake = await only(june, { name: 'Hồ Thị Liên', born: '1950', number: '040150000004' })
    expect(namesake.state).toBe('new')
    const either = await only(june, { name: 'Hồ Thị Liên', born: '1950' })
    expect([either.state, either.remark]).toEqual(['doubtful', expect.stringContaining('2 người cùng tên')])
  })

  it('without number and birth is matched by name and village, so that a list saved again adds nobody', async () => {
    const first = await only(june, { name: 'Moong Văn Thìn', village: 'Khối 1' })
    const same = await only(june, { name: 'Moong Văn Thìn', village: 'Khối 1' })
    const elsewhere = await only(june, { name: 'Moong Văn Thìn', village: 'Khối 2' })
    expect([first.state, same.state, elsewhere.state]).toEqual(['new', 'identical', 'new'])
  })

  it('keeps facts from the month of the list, and an older list does not undo a newer one', async () => {
    const number = '040080000021'
    const { personId } = await only(june, {
      name: 'Vi Văn Xuân',
      born: '1980',
      number,
      facts: { disability: 'severe' },
    })
    await only(month('2026-01'), {
      name: 'Vi Văn Xuân',
      born: '1980',
      number,
      facts: { disability: 'light' },
    })
    const facts = await read((transaction) => personTimeline(transaction, personId))
    expect(
      facts.filter(({ key }) => key === 'disability').map(({ value, from, to }) => [value, from, to]),
    ).toEqual([
      ['severe', '2026-06-01', undefined],
      ['light', '2026-01-01', '2026-05-31'],
    ])
  })

  it('records a death when its month is written, and nothing when only the year is', async () => {
    const died = (from: string, to: string) => ({ from: day(from), to: day(to) })
    const known = await only(june, {
      name: 'Cao Bá Sáu',
      born: '1940',
      died: died('2026-03-01', '2026-03-31'),
    })
    const unsure = await only(june, {
      name: 'Cao Bá Chín',
      born: '1941',
      died: died('2026-01-01', '2026-12-31'),
    })
    const deaths = await read((transaction) =>
      Promise.all(
        [known, unsure].map(async ({ personId }) => (await findPerson(transaction, personId))?.deathOn),
      ),
    )
    expect(deaths).toEqual(['2026-03-31', undefined])
  })

  it('puts people of one household together', async () => {
    const [head, child] = await bring(june, [
      { name: 'Lô Văn Khăm', born: '1985', household: '7', relation: 'Chủ hộ' },
      { name: 'Lô Thị Mại', born: '2015', household: '7', relation: 'con' },
    ])
    const members = await read((transaction) => listMembers(transaction, child?.personId ?? 0, today))
    expect(members.map(({ personId, relation }) => [personId, relation])).toEqual([
      [head?.personId, 'head'],
      [child?.personId, 'child'],
    ])
  })

  it('of another commune is left to that commune; the province reads old names as the unit of today', async () => {
    const sketch = { name: 'Phan Thị Yến', born: '1960', unitAsWritten: ['xã Nghi Kiều', 'Nghi Lộc'] }
    expect((await only(june, sketch)).remark).toContain('không thuộc địa bàn')
    const written = await only(month('2024-06'), sketch, province)
    expect(written.state).toBe('new')
    const person = await read((transaction) => findPerson(transaction, written.personId))
    expect(person?.unitUid).toBe(theirs)
    const nowhere = await only(june, { ...sketch, unitAsWritten: ['Xã Không Có'] }, province)
    expect([nowhere.state, nowhere.remark]).toEqual([
      'doubtful',
      expect.stringContaining('Không xác định được xã'),
    ])
  })
})

describe('what a list pays', () => {
  const person = { name: 'Võ Thị Tuyết', born: '1946-02-03', number: '040146000009' }
  const awardsOf = async (personId: number) =>
    (await read((transaction) => listAwards(transaction, personId))).map(
      ({ amountDong, fromMonth, toMonth }) => [amountDong, fromMonth, toMonth],
    )

  it('runs until another list says otherwise, whichever is brought in first', async () => {
    const { personId } = await only(june, { ...person, pays: ['SP', 500_000] })
    expect((await only(month('2026-09'), { ...person, pays: ['SP', 500_000] })).state).toBe('identical')
    expect((await only(month('2026-07'), { ...person, pays: ['SP', 540_000] })).state).toBe('changed')
    expect((await only(month('2026-01'), { ...person, pays: ['SP', 480_000] })).state).toBe('changed')
    expect(await awardsOf(personId)).toEqual([
      [540_000, '2026-07', undefined],
      [500_000, '2026-06', '2026-06'],
      [480_000, '2026-01', '2026-05'],
    ])
  })

  it('of another amount for a month that is recorded waits for an officer', async () => {
    const outcome = await only(june, { ...person, pays: ['SP', 510_000] })
    expect([outcome.state, outcome.remark]).toEqual(['doubtful', expect.stringContaining('06/2026')])
    expect(await awardsOf(outcome.personId)).toHaveLength(3)
  })

  it('twice, for two grounds, is two awards', async () => {
    const [one] = await bring(june, [
      { name: 'Đặng Văn Quế', born: '1990-01-01', number: '040090000077', pays: ['K6', 1_000_000] },
      { name: 'Đặng Văn Quế', born: '1990-01-01', number: '040090000077', pays: ['C5', 500_000] },
    ])
    expect(await awardsOf(one?.personId ?? 0)).toHaveLength(2)
  })
})
