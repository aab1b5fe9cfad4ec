import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { indexVersions, parseUnitTable } from '#identity'
import type { AskedAct } from './asked.ts'
import type { FormSubject } from './form.server.ts'
import { readAct } from './read-act.server.ts'

const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01']
const units = indexVersions(
  parseUnitTable(`code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${ours},,
17893,Xã Nghi Vạn,xã,commune,429,,2025-06-30,17827,17893@pre2020,,
17827,Xã Nghi Lộc,xã,commune,40,2025-07-01,,,${theirs},17893,`),
)
const subject: FormSubject = {
  person: undefined,
  householdId: 7,
  members: [
    { personId: 1, name: 'Trần Thị Lan', relation: 'head' },
    { personId: 2, name: 'Lê Văn Tám', relation: 'child' },
    { personId: 3, name: 'Lê Thị Hoa', relation: 'child' },
  ],
  units,
  communes: ['Phường Vinh Phú', 'Xã Nghi Lộc'],
  today: day('2026-11-23'),
  lang: 'vi',
}
const asked = (kind: AskedAct['kind'], rest: Partial<AskedAct> = {}): AskedAct => ({
  kind,
  personId: 1,
  householdId: undefined,
  key: undefined,
  on: undefined,
  ...rest,
})
const why = { 'ly-do': 'Gia đình báo' }
const actOf = (ask: AskedAct, values: Record<string, string>) => {
  const reading = readAct(ask, { ...why, ...values }, subject)
  return reading.ok ? reading.act : reading.errors
}

describe('the form of an act', () => {
  it('tells every mistake at once, each at its field', () => {
    const reading = readAct(asked('move'), { 'ngay-giay': '2026-02-31' }, subject)
    expect(reading.ok ? {} : Object.keys(reading.errors).sort()).toEqual(['ly-do', 'ngay', 'ngay-giay', 'xa'])
  })

  it('reads days as they are typed', () => {
    expect(actOf(asked('death'), { ngay: '1/11/2026' })).toMatchObject({ on: '2026-11-01' })
    const change = asked('changeHead', { personId: undefined, householdId: 7 })
    expect(actOf(change, { ngay: '1.11.2026', 'chu-ho': '2' })).toMatchObject({ on: '2026-11-01' })
  })

  it('writes the paper into the reason', () => {
    const values = { ...why, giay: '12/GXN', 'ngay-giay': '2026-11-02', ngay: '2026-11-01' }
    const reading = readAct(asked('death'), values, subject)
    expect(reading.ok && reading.reason).toBe('Gia đình báo. Căn cứ: 12/GXN ngày 02/11/2026')
  })

  it('takes a value the law has a word for, or none, and no other', () => {
    const about = { key: 'disability', on: day('2026-01-01') }
    const of = { personId: 1 }
    expect(actOf(asked('correctFact', about), { 'gia-tri': 'light' })).toEqual({
      kind: 'correctFact',
      of,
      ...about,
      value: 'light',
    })
    expect(actOf(asked('correctFact', about), { 'gia-tri': '-' })).toEqual({
      kind: 'correctFact',
      of,
      ...about,
    })
    expect(actOf(asked('correctFact', about), { 'gia-tri': 'quite bad' })).toHaveProperty('gia-tri')
  })

  it('reads a birth as papers write it, and numbers with their spaces', () => {
    const birth = asked('correctPerson', { key: 'birth' })
    expect(actOf(birth, { 'gia-tri': '03/1944' })).toMatchObject({
      change: { birth: { from: '1944-03-01', to: '1944-03-31', written: '03/1944' } },
    })
    expect(actOf(birth, { 'gia-tri': 'hồi xưa' })).toHaveProperty('gia-tri')
    const number = asked('correctPerson', { key: 'citizenId' })
    expect(actOf(number, { 'gia-tri': '040 144 000 001' })).toMatchObject({
      change: { citizenId: '040144000001' },
    })
    expect(actOf(number, {})).toMatchObject({ change: { citizenId: null } })
  })

  it('finds the commune somebody moves to by what is typed, also by its former name, and never guesses', () => {
    const move = { ngay: '2026-11-01' }
    for (const xa of ['nghi loc', 'Xã Nghi Lộc', 'xã Nghi Vạn'])
      expect(actOf(asked('move'), { ...move, xa })).toMatchObject({ to: { unitUid: theirs } })
    expect(actOf(asked('move'), { ...move, xa: 'Kon Tum' })).toHaveProperty('xa')
    expect(actOf(asked('move'), { ...move, 'di-khoi': 'on' })).toMatchObject({
      to: 'away',
      stoppedOn: '2026-11-23',
    })
  })

  it('splits off who is ticked, with a head for each side', () => {
    const split = asked('split', { personId: undefined, householdId: 7 })
    expect(
      actOf(split, {
        ngay: '2026-11-01',
        'nguoi-1': 'on',
        'nguoi-3': 'on',
        'chu-ho': '3',
        'chu-ho-moi': '2',
      }),
    ).toEqual({
      kind: 'split',
      householdId: 7,
      leaving: [{ personId: 1 }, { personId: 3 }],
      headId: 3,
      newHeadId: 2,
      on: '2026-11-01',
    })
    expect(actOf(split, { ngay: '2026-11-01', 'chu-ho': '3' })).toHaveProperty('nguoi')
  })

  it('says what people are to a new head where the officer knows', () => {
    const change = asked('changeHead', { personId: undefined, householdId: 7 })
    expect(
      actOf(change, { ngay: '2026-11-01', 'chu-ho': '2', 'quan-he-1': 'parent', 'quan-he-3': '' }),
    ).toMatchObject({
      headId: 2,
      relations: [{ personId: 1, relation: 'parent' }],
    })
  })

  it('asks for each relation to a new head that does not follow, and takes "not known" for an answer', () => {
    const among = {
      ...subject,
      members: [...subject.members, { personId: 4, name: 'Lê Văn Cả', relation: 'spouse' }],
    }
    const change = asked('changeHead', { personId: undefined, householdId: 7 })
    const read = (values: Record<string, string>) =>
      readAct(change, { ...why, ngay: '2026-11-01', 'chu-ho': '2', ...values }, among)
    const open = read({})
    expect(open.ok ? {} : open.errors).toEqual({ 'quan-he-4': expect.stringContaining('Lê Văn Cả') })
    expect(read({ 'quan-he-4': 'chua-ro' })).toMatchObject({ ok: true, act: { relations: [] } })
    expect(read({ 'quan-he-4': 'parent' })).toMatchObject({
      act: { relations: [{ personId: 4, relation: 'parent' }] },
    })
    const merge = asked('merge', { personId: undefined, householdId: 7 })
    const errors = actOf(merge, { ngay: '2026-11-01', 'vao-ho': '8' })
    expect(Object.keys(errors)).toEqual(['quan-he-1', 'quan-he-2', 'quan-he-3'])
  })

  it('takes the relation of each to the head they have after a split', () => {
    const split = asked('split', { personId: undefined, householdId: 7 })
    const sides = { ngay: '2026-11-01', 'nguoi-1': 'on', 'nguoi-3': 'on', 'chu-ho': '3', 'chu-ho-moi': '2' }
    const members = [...subject.members, { personId: 5, name: 'Lê Văn Út', relation: 'fosterChild' }]
    const read = (values: Record<string, string>) =>
      readAct(split, { ...why, ...sides, ...values }, { ...subject, members })
    expect(read({})).toMatchObject({ errors: { 'quan-he-5': expect.anything() } })
    expect(read({ 'quan-he-1': 'other', 'quan-he-5': 'sibling' })).toMatchObject({
      act: {
        leaving: [{ personId: 1, relation: 'other' }, { personId: 3 }],
        staying: [{ personId: 5, relation: 'sibling' }],
      },
    })
  })

  it('corrects what one member is to the head', () => {
    const about = asked('correctRelation', { personId: 3, on: day('2026-01-01') })
    expect(actOf(about, { 'quan-he': 'grandchild' })).toEqual({
      kind: 'correctRelation',
      personId: 3,
      relation: 'grandchild',
      on: '2026-01-01',
    })
    expect(actOf(about, { 'quan-he': 'head' })).toHaveProperty('quan-he')
  })
})
