import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { fieldNames, illegible, notOnPaper } from './field-names.ts'
import { problemsOf } from './reading-problems.ts'

const today = day('2026-11-23')
const problem = (field: (typeof fieldNames)[number], typed: string) =>
  problemsOf({ [field]: typed }, { today })[field]

describe('a field that is signed', () => {
  it('has something in it, or says that there is nothing, or that nobody can read it', () => {
    for (const field of fieldNames) {
      for (const nothing of ['', '   ']) expect(problem(field, nothing), field).toBe('empty')
      for (const said of [notOnPaper, illegible]) expect(problem(field, said), field).toBeUndefined()
    }
    expect(problemsOf({}, { today })).toEqual({})
  })

  it('holds a day that exists, written as people write it', () => {
    for (const written of ['31/02/1944', '12/13/1944', 'hôm qua', '1/2/44'])
      expect(problem('birth', written), written).toBe('notADay')
    expect(problem('birth', '24/11/2026')).toBe('inFuture')
    expect(problem('birth', '01/01/1844')).toBe('tooLongAgo')
    for (const written of ['1944', '03/1944', '12-3-1944', '12/03/1944'])
      expect(problem('birth', written), written).toBeUndefined()
    expect(problem('signedOn', '03/2021')).toBe('needsWholeDay')
    expect(problem('signedOn', '30/02/2021')).toBe('notADay')
    expect(problem('signedOn', '08/12/2021')).toBeUndefined()
  })

  it('holds what the field asks for, and a number as the paper has it, be it too short', () => {
    expect(problem('name', '12345')).toBe('notAName')
    expect(problem('name', 'Y')).toBe('notAName')
    expect(problem('name', 'Vi Thị Hoa')).toBeUndefined()
    expect(problem('citizenId', 'không')).toBe('notANumber')
    expect(problem('citizenId', '04014400123')).toBeUndefined()
    expect(problem('amountDong', 'năm trăm')).toBe('notAnAmount')
    expect(problem('amountDong', '1.260.000 đồng')).toBeUndefined()
    expect(problem('sex', 'con gái')).toBe('notAChoice')
    expect(problem('sex', 'nu')).toBeUndefined()
    expect(problem('fromMonth', '13/2024')).toBe('notAMonth')
    expect(problem('fromMonth', 'tháng 3 năm 2024')).toBeUndefined()
    expect(problem('coefficient', '99')).toBe('notACoefficient')
    expect(problem('coefficient', '2,0')).toBeUndefined()
    expect(problem('village', '???')).toBe('noLetters')
    expect(problem('village', 'Xóm 3')).toBeUndefined()
  })
})
