import { expect, it } from 'vitest'
import { choiceOf } from './choices.ts'

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  ...more,
})

it.each([
  ['l', 'link'],
  ['L', 'link'],
  ['d', 'different'],
  ['s', 'setAside'],
  ['u', 'undo'],
  ['j', 'next'],
  ['k', 'previous'],
  ['1', 'firstSpeaks'],
  ['x', undefined],
])('%s asks for %s', (key, choice) => {
  expect(choiceOf(press(key), null)).toBe(choice)
})

it('decides nothing while somebody types, with a modifier, or from a key kept down', () => {
  expect(choiceOf(press('l'), { tagName: 'INPUT', type: 'text' })).toBeUndefined()
  expect(choiceOf(press('d'), { tagName: 'TEXTAREA' })).toBeUndefined()
  expect(choiceOf(press('s', { ctrlKey: true }), null)).toBeUndefined()
  expect(choiceOf(press('l', { repeat: true }), null)).toBeUndefined()
  expect(choiceOf(press('l'), { tagName: 'INPUT', type: 'radio' })).toBe('link')
})
