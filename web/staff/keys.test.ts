import { describe, expect, it } from 'vitest'
import { moveOf } from './keys.ts'

const plain = { ctrlKey: false, altKey: false, metaKey: false }
const page = { tagName: 'BODY' }

describe('the keys of the workspace', () => {
  it('move, open, search and help', () => {
    const moves = ['j', 'K', 'Enter', '/', '?', 'x'].map((key) => moveOf({ ...plain, key }, page))
    expect(moves).toEqual(['down', 'up', 'open', 'search', 'help', undefined])
  })

  it('rest while somebody types', () => {
    for (const tagName of ['INPUT', 'TEXTAREA', 'SELECT'])
      expect(moveOf({ ...plain, key: 'j' }, { tagName })).toBeUndefined()
    expect(moveOf({ ...plain, key: 'j' }, { tagName: 'DIV', isContentEditable: true })).toBeUndefined()
  })

  it('leave the browser its own', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey'])
      expect(moveOf({ ...plain, [held]: true, key: 'k' }, page)).toBeUndefined()
    expect(moveOf({ ...plain, key: 'Enter' }, { tagName: 'A' })).toBeUndefined()
  })
})
