import { describe, expect, it } from 'vitest'
import { foldText } from '#identity'
import { monthlyFacts } from '#law/social-assistance'
import { columnChoices } from './column-labels.ts'
import { factColumns } from './fact-columns.ts'

describe('the facts a list may tell', () => {
  it('are facts of the law, each with codes the law knows', () => {
    const facts = new Map(monthlyFacts.map((fact) => [fact.key, fact]))
    for (const { fact, values } of factColumns) {
      const known = facts.get(fact)
      expect([fact, known?.kind]).toEqual([fact, values === 'count' ? 'count' : 'choice'])
      if (known?.kind === 'choice') expect(Object.keys(values).sort()).toEqual([...known.values].sort())
    }
  })

  it('are offered to English readers in English', () => {
    const offered = new Map(columnChoices.map(({ column, en }) => [column, en]))
    for (const { fact } of factColumns) expect(offered.get(`fact:${fact}`)).toMatch(/^[A-Z][ -~]+$/)
  })

  it('have one meaning for every word', () => {
    for (const { fact, values } of factColumns) {
      if (values === 'count') continue
      const meanings = new Map<string, string>()
      for (const [code, words] of Object.entries(values)) {
        for (const word of words) {
          const folded = foldText(word)
          expect([fact, word, meanings.get(folded) ?? code]).toEqual([fact, word, code])
          meanings.set(folded, code)
        }
      }
    }
  })
})
