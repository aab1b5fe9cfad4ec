import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { exampleLines } from '#test/example-lines'
import { parseAmountDong } from './amounts.ts'
import { parseBirth } from './births.ts'
import { readIdNumber } from './citizen-ids.ts'
import { foldText } from './names.ts'
import { parseUnitName } from './unit-names.ts'
import { proposeTones } from './untoned-names.ts'

const asOf = day('2025-03-01')

describe('births as people write them', () => {
  it.each(examples('births-valid.txt'))('%s is from %s to %s', (written, from, to) => {
    const reading = parseBirth(written, { asOf })
    expect(reading).toMatchObject({ ok: true, birth: { from, to, written } })
    if (reading.ok) expect(reading.twoDigitYear).toBe(!/\d{4}/.test(written))
  })

  it.each(examples('births-invalid.txt'))('%s is refused: %s', (written, problem) => {
    expect(parseBirth(written, { asOf })).toEqual({ ok: false, problem, reads: written })
  })
})

describe('identity numbers as people write them', () => {
  it.each(examples('citizen-ids-valid.txt'))('"%s" is %s', (written, expected) => {
    const reading = readIdNumber(written)
    expect('id' in reading ? `${reading.kind} ${reading.id}` : reading.kind).toBe(expected)
    if (reading.kind === 'citizenId') expect(reading.zeroLost).toBe(false)
  })

  it.each(examples('citizen-ids-invalid.txt'))('"%s" is refused: %s', (written, problem, reads) => {
    expect(readIdNumber(written)).toEqual({ kind: 'problem', problem, reads })
  })
})

describe('names', () => {
  it.each(examples('names-folded.txt'))('"%s" is searched as "%s"', (written, folded) => {
    expect(foldText(written)).toBe(folded)
  })

  it.each(examples('names-untoned.txt'))('%s is probably %s', (written, proposed) => {
    expect(proposeTones(written)).toBe(proposed)
  })

  it.each(examples('names-complete.txt'))('%s needs no tones', (written) => {
    expect(proposeTones(written)).toBeUndefined()
  })
})

describe('amounts as people write them', () => {
  it.each(examples('amounts-valid.txt'))('%s is %s đồng', (written, dong) => {
    expect(parseAmountDong(written)).toBe(Number(dong))
  })

  it.each(examples('amounts-invalid.txt'))('%s is no amount', (written) => {
    expect(parseAmountDong(written)).toBeUndefined()
  })
})

describe('units as people write them', () => {
  it.each(examples('unit-names.txt'))('%s is a %s named %s', (written, type, name) => {
    expect(parseUnitName(written)).toEqual({
      type: type === '' ? undefined : type,
      name,
      folded: foldText(name),
    })
  })
})

/** Three columns of a file of this module. */
function examples(file: string): [string, string, string][] {
  return exampleLines(`identity/${file}`).map(([written = '', first = '', second = '']) => [
    written,
    first,
    second,
  ])
}
