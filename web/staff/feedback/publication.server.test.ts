import { describe, expect, it } from 'vitest'
import { chosenStrikes, previewOf } from './publication.server.ts'

const texts = {
  title: 'Quán Sen ồn',
  content: 'Anh Nam ở quán Sen mở nhạc cả đêm.',
  answer: 'Phường đã nhắc quán Sen.',
}
const shown = (ticked: string[], more = '') => previewOf(texts, chosenStrikes(texts, ticked, more)).copy

describe('what an officer chose to strike out', () => {
  it('is what was ticked, and what was copied line by line, in all three texts', () => {
    expect(shown(['content:4:7:name'])).toEqual({
      ...texts,
      content: 'Anh [đã che] ở quán Sen mở nhạc cả đêm.',
    })
    expect(shown([], 'quán Sen\r\n\r\n')).toEqual({
      title: '[đã che] ồn',
      content: 'Anh Nam ở [đã che] mở nhạc cả đêm.',
      answer: 'Phường đã nhắc [đã che].',
    })
  })

  it('leaves out what no form of ours sends', () => {
    const nonsense = [
      'content:7:4:name',
      'content:0:999:name',
      'noi:0:1:name',
      'content:0:1:khac',
      '__proto__',
    ]
    expect(shown(nonsense)).toEqual(texts)
  })

  it('tells which passages stand nowhere', () => {
    expect(chosenStrikes(texts, [], 'quán Sen\nchợ Vinh').missing).toEqual(['chợ Vinh'])
  })

  it('is given back to the form with the passages in words', () => {
    const choice = chosenStrikes(texts, ['content:4:7:name'], '')
    expect(previewOf(texts, choice).lines).toEqual([
      { key: 'content:4:7:name', field: 'content', passage: 'Nam', why: 'name' },
    ])
  })
})
