import { describe, expect, it } from 'vitest'
import { contentSchema, emptyContent } from '#publishing'
import { contentIn, partBeyond } from './content-form.server.ts'

function formOf(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

describe('what is more than can be kept', () => {
  const content = emptyContent('article', 'Lịch')

  it('is named by its part, so that the writer knows what to shorten', () => {
    expect(partBeyond(content)).toBeUndefined()
    expect(partBeyond({ ...content, tags: ['a'.repeat(81)] })).toBe('tags')
    const row = Array.from({ length: 21 }, () => [{ text: 'a' }])
    expect(partBeyond({ ...content, body: [{ kind: 'table', header: row, rows: [] }] })).toBe('body')
  })
})

describe('the form of a text', () => {
  const base = { ...emptyContent('article', 'Lịch'), lead: 'Cũ', tags: ['cũ'] }

  it('says what is written, in one spelling of Unicode', () => {
    const form = formOf({
      title: ' Li\u0323ch chi ',
      tags: 'Chi trả, tháng 12,,Chi trả',
      related: 'https://portal.vn/bai-viet/mot-bai/?x=1 hai-bai',
      body: '[{"kind":"rule"}]',
      banner: 'none',
      documentNumber: '12/TB',
      documentOn: '5/6/2026',
      documentYearInferred: 'on',
    })
    const { content, problems } = contentIn(form, base, 'article')
    expect(problems).toEqual({})
    expect(content).toMatchObject({
      title: 'Lịch chi',
      lead: 'Cũ',
      tags: ['Chi trả', 'tháng 12'],
      related: ['mot-bai', 'hai-bai'],
      body: [{ kind: 'rule' }],
      banner: { kind: 'none' },
      document: { number: '12/TB', on: '2026-06-05', isYearInferred: true },
    })
    expect(contentSchema.safeParse(content).success).toBe(true)
  })

  it('leaves what is there where it says nothing of use', () => {
    const form = formOf({
      body: '{"kind":"html"}',
      banner: 'picture',
      documentNumber: '1/TB',
      documentOn: '31/2',
    })
    const { content, problems } = contentIn(form, base, 'article')
    expect(problems).toEqual({ body: 'notBlocks', documentOn: 'notADay' })
    expect(content).toMatchObject({ body: [], banner: { kind: 'pond' }, tags: ['cũ'], document: { on: '' } })
  })

  it('reads the fields of a document and of a procedure', () => {
    const document = contentIn(
      formOf({ number: '12/QĐ-UBND', issuedOn: '01/06/2026', isPartlyExpired: 'on' }),
      emptyContent('legalDocument', 'Quyết định'),
      'legalDocument',
    )
    expect(document.content.details).toMatchObject({ issuedOn: '2026-06-01', isPartlyExpired: true })
    const procedure = contentIn(
      formOf({ code: '1.001776', papers: 'Tờ khai\r\n\r\nCăn cước', nationalPortal: 'javascript:x' }),
      emptyContent('procedure', 'Trợ giúp'),
      'procedure',
    )
    expect(procedure.content.details).toMatchObject({ papers: ['Tờ khai', 'Căn cước'], nationalPortal: '' })
    expect(procedure.problems).toEqual({ nationalPortal: 'notAnAddress' })
  })
})
