import { describe, expect, it } from 'vitest'
import { exampleFolders, listNoticeExamples } from '#test/notice-examples'
import {
  dutyAreas,
  type NoticePart,
  precisionOf,
  readNotice,
  recallOf,
  scoreReading,
  sumScores,
} from './index.ts'

const textOf = (part: NoticePart | undefined) =>
  part?.kind === 'table' ? part.rows.map((row) => row.join(' ')).join(' ') : (part?.text ?? '')

describe.each([
  ['open to the writers of the rules', exampleFolders.open],
  ['never shown to them', exampleFolders.heldOut],
])('the labelled documents %s', (_, folder) => {
  const examples = listNoticeExamples(folder)

  it.each(examples)('$name is labelled in words that stand where the label says', ({ document, label }) => {
    for (const { paragraph, quote, areas, targets = [] } of label.tasks) {
      expect(textOf(document.parts[paragraph - 1])).toContain(quote)
      expect(dutyAreas).toEqual(expect.arrayContaining(areas))
      for (const { words } of targets) expect(quote).toContain(words)
    }
    const whole = document.parts.map(textOf).join('\n')
    for (const words of label.notTasks) expect(whole).toContain(words)
  })

  it('are read with at least 0.85 of their tasks found and 0.85 of the drafts right', () => {
    const scores = examples.map(({ document, label }) => scoreReading(document, label, readNotice(document)))
    const total = sumScores(scores)
    expect(examples.length).toBeGreaterThanOrEqual(13)
    expect(total.labelled).toBeGreaterThan(90)
    expect({ recall: recallOf(total), precision: precisionOf(total), misquoted: total.misquoted }).toEqual({
      recall: expect.toSatisfy((share: number) => share >= 0.85),
      precision: expect.toSatisfy((share: number) => share >= 0.85),
      misquoted: 0,
    })
  })
})
