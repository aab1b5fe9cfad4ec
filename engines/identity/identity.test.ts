import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { parseAmountDong, parseTenths } from './amounts.ts'
import { birthFromShort, birthInShort, birthsMeet, dayOfSerial, parseBirth } from './births.ts'
import { contentsOf, doubtsAbout, parseCitizenId, readIdNumber } from './citizen-ids.ts'
import { foldText, spellingOf, tidyName, tidyText, withToneOnFirstVowel } from './names.ts'
import { placeCodes } from './place-codes.ts'
import { parseUnitName } from './unit-names.ts'
import { collectSpellings, proposeTones } from './untoned-names.ts'

const asOf = day('2025-03-01')
const letters = fc.string({
  unit: fc.constantFrom(
    ...'aăâeêioôơuưyđAĐ',
    '\u0300',
    '\u0301',
    '\u0303',
    '\u0309',
    '\u0323',
    'n',
    'h',
    ' ',
    "'",
  ),
})

describe('a citizen ID', () => {
  const bornIn1985 = { from: day('1985-01-01'), to: day('1985-12-31') }

  it('AD-E22 of a man born in Nghệ An in 1985 agrees with what is declared', () => {
    const id = known('040085012345')
    expect(contentsOf(id)).toEqual({ placeCode: '040', place: 'Nghệ An', sex: 'male', birthYear: 1985 })
    expect(doubtsAbout(id, { sex: 'male', birth: bornIn1985 })).toEqual([])
  })

  it('AD-E23 whose digit says the other sex is doubted, not refused', () => {
    const id = known('040185012345')
    expect(contentsOf(id)).toMatchObject({ sex: 'female', birthYear: 1985 })
    expect(doubtsAbout(id, { sex: 'male', birth: bornIn1985 })).toEqual(['sexMismatch'])
  })

  it('AD-E24 with a place code outside the 63 is told by it', () => {
    const id = known('043204001234')
    expect(contentsOf(id)).toEqual({ placeCode: '043', place: undefined, sex: 'male', birthYear: 2004 })
    expect(doubtsAbout(id, {})).toEqual(['unknownPlaceCode'])
  })

  it('of another year than the birth is doubted; with the wrong sex only the last two digits count', () => {
    expect(doubtsAbout(known('040086012345'), { sex: 'male', birth: bornIn1985 })).toEqual([
      'birthYearMismatch',
    ])
    expect(doubtsAbout(known('040385012345'), { sex: 'male', birth: bornIn1985 })).toEqual(['sexMismatch'])
    expect(doubtsAbout(known('040386012345'), { sex: 'male', birth: bornIn1985 })).toEqual([
      'sexMismatch',
      'birthYearMismatch',
    ])
  })

  it('knows the 63 places of registration', () => {
    expect(placeCodes.size).toBe(63)
    expect(placeCodes.get('040')).toBe('Nghệ An')
  })

  it('in a number cell is proposed with its zeros; nine digits are never padded', () => {
    expect(readIdNumber(40_212_386_873)).toEqual({ kind: 'citizenId', id: '040212386873', zeroLost: true })
    expect(readIdNumber(1_085_012_345)).toEqual({ kind: 'citizenId', id: '001085012345', zeroLost: true })
    expect(readIdNumber(185_269_259)).toEqual({ kind: 'oldId', id: '185269259' })
    expect(readIdNumber(18_526_925)).toMatchObject({ kind: 'problem', problem: 'wrongLength' })
    expect(readIdNumber(4.5)).toMatchObject({ kind: 'problem', problem: 'notAnId' })
    expect(readIdNumber(-185_269_259)).toMatchObject({ kind: 'problem', problem: 'notAnId' })
  })

  it('is read from any text without failing, and only twelve digits come out', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.double(), fc.integer()), (written) => {
        const reading = readIdNumber(written)
        if (reading.kind === 'citizenId') expect(reading.id).toMatch(/^\d{12}$/)
        if (reading.kind === 'oldId') expect(reading.id).toMatch(/^\d{9}$/)
      }),
    )
  })

  it('written with spaces or dots is the same number', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{12}$/),
        fc.nat(11),
        fc.constantFrom(' ', '.', '-'),
        (id, at, mark) => {
          const written = `số ${id.slice(0, at)}${mark.repeat(at === 0 ? 0 : 1)}${id.slice(at)}`
          expect(readIdNumber(written)).toEqual({ kind: 'citizenId', id, zeroLost: false })
        },
      ),
    )
  })
})

describe('a birth', () => {
  it('in a number cell is a year or a day of Excel', () => {
    expect(parseBirth(1944, { asOf })).toMatchObject({
      ok: true,
      birth: { from: '1944-01-01', to: '1944-12-31' },
    })
    expect(parseBirth(35_303, { asOf })).toMatchObject({
      ok: true,
      birth: { from: '1996-08-26', to: '1996-08-26' },
    })
    expect(parseBirth(5_031_944, { asOf })).toMatchObject({ ok: true, birth: { from: '1944-03-05' } })
    expect(parseBirth(1944.5, { asOf })).toMatchObject({ ok: false, problem: 'notABirth' })
    expect(parseBirth(Number.NaN, { asOf })).toMatchObject({ ok: false })
  })

  it('follows the count of days in Excel, which has a 29/02/1900', () => {
    expect([1, 59, 60, 61, 35_303].map(dayOfSerial)).toEqual([
      '1900-01-01',
      '1900-02-28',
      undefined,
      '1900-03-01',
      '1996-08-26',
    ])
    expect([0, -1, 3_000_000, Number.NaN].map(dayOfSerial)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is told as short as it is known', () => {
    for (const short of ['1944', '1944-02', '1944-02-29']) {
      const birth = birthFromShort(short)
      expect(birth && birthInShort(birth)).toBe(short)
    }
    for (const wrong of ['1944-13', '1944-02-30', '44', '', '03/1944'])
      expect(birthFromShort(wrong)).toBeUndefined()
  })

  it('may be the same as another one when their days meet', () => {
    const [year, month, other] = ['1944', '1944-03', '1944-04-01'].map((short) => birthFromShort(short))
    expect(year && month && birthsMeet(year, month)).toBe(true)
    expect(month && other && birthsMeet(month, other)).toBe(false)
  })

  it('is read from any text or number without failing, and never after the list', () => {
    const written = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double(),
      fc.stringMatching(/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/),
    )
    fc.assert(
      fc.property(written, (text) => {
        const reading = parseBirth(text, { asOf })
        if (reading.ok)
          expect(reading.birth.from <= reading.birth.to && reading.birth.from <= asOf).toBe(true)
      }),
    )
  })
})

describe('a name', () => {
  it('in capitals or small letters is written as names are', () => {
    expect(tidyName('HỒ THỊ THANH PHÚC')).toBe('Hồ Thị Thanh Phúc')
    expect(tidyName("  h'mông   a páo ")).toBe("H'Mông A Páo")
    expect(tidyName('Lò Văn tám')).toBe('Lò Văn tám')
    expect(tidyName('123')).toBe('123')
  })

  it('in NFD becomes NFC, and loses what is not seen', () => {
    expect(tidyText('  Hồ\u200b   Công\u00a0Sáu '.normalize('NFD'))).toBe('Hồ Công Sáu')
  })

  it('spells the same wherever the tone stands, and another way with another tone', () => {
    expect(spellingOf('Hòa')).toBe(spellingOf('Hoà'))
    expect(spellingOf('THÚY')).toBe(spellingOf('thuý'))
    expect(spellingOf('Hoa')).not.toBe(spellingOf('Hòa'))
    expect(spellingOf('Hạnh')).not.toBe(spellingOf('Hành'))
  })

  it('is shown with the tone on the first vowel, as registers write it', () => {
    expect(withToneOnFirstVowel('Lô Thị Hoà, THUỶ, Khoẻ, Quý, Hoàn, Thuý')).toBe(
      'Lô Thị Hòa, THỦY, Khỏe, Quý, Hoàn, Thúy',
    )
    fc.assert(
      fc.property(letters, (text) => {
        expect(withToneOnFirstVowel(withToneOnFirstVowel(text))).toBe(withToneOnFirstVowel(text))
        expect(foldText(withToneOnFirstVowel(text))).toBe(foldText(text))
      }),
    )
  })

  it('folds to the same text once and twice, in NFC and NFD, in capitals and small letters', () => {
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: 'grapheme' })), (text) => {
        const folded = foldText(text)
        expect(foldText(folded)).toBe(folded)
        expect(foldText(text.normalize('NFD'))).toBe(folded)
        expect(tidyName(tidyName(text))).toBe(tidyName(text))
        expect(spellingOf(spellingOf(text))).toBe(spellingOf(text))
      }),
    )
    fc.assert(fc.property(letters, (text) => foldText(text.toUpperCase()) === foldText(text)))
  })

  it('without tones is proposed as the list spells it elsewhere', () => {
    const spellings = collectSpellings(['Lầu Thị Hòa', 'Lầu Bá Hóa', 'Moong Thị Hòa', 'LAU THI HOA'])
    expect(proposeTones('LAU THI HOA', spellings)).toBe('Lầu Thị Hòa')
    expect(proposeTones('Lau Thi Hoa')).toBe('Lầu Thị Hoa')
  })

  it('without tones is takes no side where the list spells a syllable both ways', () => {
    expect(proposeTones('Lau Thi Hoa', collectSpellings(['Lầu Thị Hòa', 'Lầu Bá Hóa']))).toBe('Lầu Thị Hoa')
  })
})

describe('amounts, coefficients and units', () => {
  it('take whole numbers of cells as they are', () => {
    expect([360_000, 0, -1, 0.5, Number.NaN].map(parseAmountDong)).toEqual([
      360_000,
      0,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('count coefficients in tenths, with a comma or a point', () => {
    expect(['1', '1,5', '2.5', '3,0', '1,25', '', 'x', '-1'].map(parseTenths)).toEqual([
      10,
      15,
      25,
      30,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect([1, 1.5, 2.5, 1.25].map(parseTenths)).toEqual([10, 15, 25, undefined])
  })

  it('are read from any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const dong = parseAmountDong(text)
        expect(dong === undefined || (Number.isSafeInteger(dong) && dong >= 0)).toBe(true)
        const tenths = parseTenths(text)
        expect(tenths === undefined || Number.isSafeInteger(tenths)).toBe(true)
        const { name, folded } = parseUnitName(text)
        expect(folded).toBe(foldText(name))
      }),
    )
  })

  it('read an amount back as it is shown', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (dong) => {
        expect(parseAmountDong(`${dong.toLocaleString('vi-VN')} đ`)).toBe(dong)
      }),
    )
  })
})

function known(text: string) {
  const id = parseCitizenId(text)
  if (!id) throw new Error(`${text} is no citizen ID`)
  return id
}
