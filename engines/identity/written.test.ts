import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { exampleLines } from '#test/example-lines'
import { parseAddress } from './addresses.ts'
import { birthFromShort } from './births.ts'
import { doubtsAbout, parseCitizenId, readIdNumber, type Sex } from './citizen-ids.ts'
import { editDistance } from './edit-distance.ts'
import { lunarYearName } from './lunar-hints.ts'
import { compareNames } from './name-comparison.ts'
import { foldText, spellingOf } from './names.ts'
import { areaOfOldId, doubtsAboutOldId, type OldIdDoubt } from './old-ids.ts'
import { placeCodes } from './place-codes.ts'
import { readBirth } from './uncertain-births.ts'

const asOf = day('2025-03-01')
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'xãphườngtỉnhXH.,;- 5AĐđ\u0301\u0323\u200b/()') }),
)

describe('numbers that disagree with what is declared', () => {
  it.each(exampleLines('identity/citizen-ids-doubtful.txt'))(
    '%s of %s born %s: %s',
    (id, sex, birth, doubts) => {
      const known = parseCitizenId(id ?? '')
      const declared = { sex: (sex || undefined) as Sex | undefined, birth: birthFromShort(birth ?? '') }
      expect(known && doubtsAbout(known, declared).join(',')).toBe(doubts)
    },
  )

  it.each(exampleLines('identity/old-ids-doubtful.txt'))('%s of one born %s: %s', (id, birth, doubts) => {
    const reading = readIdNumber(id ?? '')
    if (reading.kind !== 'oldId') throw new Error(`${id} is no old card`)
    expect(doubtsAboutOldId(reading.id, { birth: birthFromShort(birth ?? '') })).toEqual(
      (doubts ?? '').split(',').filter(Boolean) as OldIdDoubt[],
    )
  })

  it('are doubted exactly when sex, year or place disagree', () => {
    const sexes = fc.constantFrom<Sex>('male', 'female')
    const births = fc.integer({ min: 1900, max: 2099 })
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), sexes, births, (text, sex, year) => {
        const id = parseCitizenId(text)
        if (!id) throw new Error(text)
        const birth = birthFromShort(String(year))
        const doubts = doubtsAbout(id, { sex, birth })
        const [digit, twoDigits] = [Number(id[3]), Number(id.slice(4, 6))]
        const isMale = digit % 2 === 0
        const century = 1900 + Math.floor(digit / 2) * 100
        expect(doubts.includes('unknownPlaceCode')).toBe(!placeCodes.has(id.slice(0, 3)))
        expect(doubts.includes('sexMismatch')).toBe(isMale !== (sex === 'male'))
        const agrees = isMale === (sex === 'male') ? century + twoDigits === year : twoDigits === year % 100
        expect(doubts.includes('birthYearMismatch')).toBe(!agrees)
      }),
    )
  })

  it('keep every valid number as text, zeros and all', () => {
    fc.assert(
      fc.property(fc.constantFrom(...placeCodes.keys()), fc.stringMatching(/^\d{9}$/), (place, rest) => {
        const id = `${place}${rest}`
        expect(readIdNumber(id)).toEqual({ kind: 'citizenId', id, zeroLost: false })
        expect(readIdNumber(Number(id))).toEqual({ kind: 'citizenId', id, zeroLost: true })
        expect(readIdNumber(rest)).toEqual({ kind: 'oldId', id: rest })
      }),
    )
  })

  it('of nine digits tell their area only where it is sure', () => {
    const [ours, other] = ['185269259', '231234567'].map((text) => readIdNumber(text))
    expect(ours?.kind === 'oldId' && areaOfOldId(ours.id)).toEqual(['Nghệ An', 'Hà Tĩnh'])
    expect(other?.kind === 'oldId' && areaOfOldId(other.id)).toBeUndefined()
  })
})

describe('births nobody is sure of', () => {
  it.each(exampleLines('identity/births-doubtful.txt'))(
    '%s is from %s to %s, with %s',
    (written, from, to, doubts) => {
      expect(readBirth(written ?? '', { asOf })).toEqual({
        ok: true,
        birth: { from, to, written },
        doubts: (doubts ?? '').split(',').filter(Boolean),
      })
    },
  )

  it.each(exampleLines('identity/births-valid.txt'))('%s needs no more than its century', (written) => {
    const reading = readBirth(written ?? '', { asOf })
    expect(reading.ok && reading.doubts.every((doubt) => doubt === 'twoDigitYear')).toBe(true)
  })

  it('are refused as before when nothing can be read', () => {
    expect(readBirth('khoảng chừng', { asOf })).toEqual({
      ok: false,
      problem: 'notABirth',
      reads: 'khoảng chừng',
    })
    expect(readBirth('khoảng 2030', { asOf })).toEqual({
      ok: false,
      problem: 'inFuture',
      reads: 'khoảng 2030',
    })
  })

  it('know the names of the lunar years', () => {
    expect([1944, 1984, 2000, 2024, 1900].map(lunarYearName)).toEqual([
      'giáp thân',
      'giáp tý',
      'canh thìn',
      'giáp thìn',
      'canh tý',
    ])
  })

  it('are read from any text without failing, the same in NFC and NFD', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.double()), (written) => {
        const reading = readBirth(written, { asOf })
        if (reading.ok) expect(reading.birth.from <= reading.birth.to).toBe(true)
        if (typeof written !== 'string') return
        expect(readBirth(written.normalize('NFD'), { asOf })).toEqual(
          readBirth(written.normalize('NFC'), { asOf }),
        )
      }),
    )
  })
})

describe('two names', () => {
  it.each(exampleLines('identity/names-compared.txt'))('%s and %s are %s', (one, other, likeness) => {
    expect(compareNames(one ?? '', other ?? '')).toBe(likeness)
    expect(compareNames(other ?? '', one ?? '')).toBe(likeness)
  })

  it('are compared without failing, alike both ways, in NFC and NFD', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const likeness = compareNames(one, other)
        expect(compareNames(other, one)).toBe(likeness)
        expect(compareNames(one.normalize('NFD'), other.normalize('NFC'))).toBe(likeness)
        expect(compareNames(one, one)).toBe(foldText(one) === '' ? 'different' : 'exact')
        if (['exact', 'tonePlacement'].includes(likeness)) expect(spellingOf(one)).toBe(spellingOf(other))
      }),
    )
  })

  it('are as far apart as letters must be changed', () => {
    expect(editDistance('kitten', 'sitting', 3)).toBe(3)
    expect(editDistance('kitten', 'sitting', 2)).toBeUndefined()
    expect(editDistance('huong', 'houng', 1)).toBe(1)
    expect(editDistance('', 'ab', 2)).toBe(2)
    expect(editDistance('same', 'same', 0)).toBe(0)
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(short, short, (one, other) => {
        const distance = editDistance(one, other, 8)
        expect(distance).toBe(editDistance(other, one, 8))
        expect(distance === 0).toBe(one === other)
        expect(editDistance(one, other, 1)).toBe(
          distance !== undefined && distance <= 1 ? distance : undefined,
        )
      }),
    )
  })
})

describe('addresses as people write them', () => {
  const lines = exampleLines('identity/addresses.txt')

  it.each(lines)('%s', (written, village, commune, district, province) => {
    const expected = { village, commune, district, province }
    expect(parseAddress(written ?? '')).toEqual(
      Object.fromEntries(Object.entries(expected).filter(([, part]) => part !== '')),
    )
  })

  it('are taken apart without failing, the same in NFC and NFD, and nothing is made up', () => {
    fc.assert(
      fc.property(anyText, (written) => {
        const parts = parseAddress(written)
        expect(parseAddress(written.normalize('NFD'))).toEqual(parseAddress(written.normalize('NFC')))
        const letters = foldText(written).replaceAll(' ', '')
        for (const part of Object.values(parts)) {
          for (const piece of part.split(', ')) expect(letters).toContain(foldText(piece).replaceAll(' ', ''))
        }
      }),
    )
  })

  it('come back the same from every way of writing the same place', () => {
    const names = fc.constantFrom(
      'Nghi Kiều',
      'Quỳnh Phương',
      'Hưng Dũng',
      'Mường Xén',
      'Châu Bình',
      'Tam Hợp',
    )
    const ways = fc.constantFrom(
      (commune: string, district: string) => `xóm 5, xã ${commune}, huyện ${district}, tỉnh Nghệ An`,
      (commune: string, district: string) => `xóm 5 xã ${commune} huyện ${district} tỉnh Nghệ An`,
      (commune: string, district: string) => `Xóm 5 - ${commune} - ${district} - Nghệ An`,
      (commune: string, district: string) => `X. ${commune}, H. ${district}`,
      (commune: string, district: string) => `huyện ${district}, xã ${commune}, xóm 5`,
      (commune: string, district: string) => `Nghệ An, ${district}, ${commune}`,
      (commune: string, district: string) => `${commune}, ${district}`.normalize('NFD'),
    )
    fc.assert(
      fc.property(
        names,
        fc.constantFrom('Nghi Lộc', 'Kỳ Sơn', 'Quỳ Châu'),
        ways,
        (commune, district, way) => {
          const parts = parseAddress(way(commune, district))
          expect(parts.commune?.replace(/^(xã|X\.) /, '')).toBe(commune)
          expect(parts.district?.replace(/^(huyện|H\.) /, '')).toBe(district)
        },
      ),
    )
  })
})
