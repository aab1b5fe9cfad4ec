import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { describe, expect, it } from 'vitest'
import { day, type Month, month } from '#calendar'
import { programFor } from '#law/social-assistance'
import { type Answers, createInterview, dontKnow } from './interview.ts'
import { PlainInterview } from './plain-interview.tsx'
import { begun, fields, type PlainState, readAnswers } from './received-answers.ts'
import { ResultView } from './result-view.tsx'
import { lives } from './worked-lives.ts'

const today = day('2026-11-23')
const programOf = (asked: Month) => programFor({ month: asked, knownOn: today, recipient: false })
const address = '/toi-duoc-huong-gi'

const draw = (what: ReactNode, path = address) =>
  renderToStaticMarkup(createElement(MemoryRouter, { initialEntries: [path] }, what))
const page = (state: PlainState, path?: string) =>
  draw(createElement(PlainInterview, { state, today, dueOn: {} }), path)
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** What the form of the page holds, as a browser sends it back. */
function hiddenIn(html: string): FormData {
  const form = new FormData()
  const last = html.slice(html.lastIndexOf('<form'))
  for (const [, name = '', value = ''] of last.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g))
    form.set(name, value)
  return form
}

/** Presses a button of the page, with what is filled in. */
function press(html: string, more: Record<string, string>): PlainState {
  const form = hiddenIn(html)
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  return readAnswers(form, today)
}

/** Answers one form after the other until there is no question left. */
function walk(life: Answers): { html: string; state: PlainState } {
  let state = begun
  let html = page(state)
  for (let left = 20; html.includes(`name="${fields.question}"`) && left > 0; left -= 1) {
    const key = String(hiddenIn(html).get(fields.question))
    state = press(html, { [fields.answer]: life[key] ?? dontKnow })
    html = page(state)
  }
  return { html, state }
}

const elder = lives[0]?.answers ?? {}

describe('the calculator without scripts', () => {
  it.each(lives)('gives $who word for word the result it gives with them', ({ answers }) => {
    const { html, state } = walk(answers)
    const course = createInterview(programOf(month('2026-11')), today)(state.answers)
    const way = ({ children }: { children: ReactNode }) => children
    const result = createElement(ResultView, { course, programOf, today, dueOn: {}, way, acts: null })
    expect(course.next).toBeUndefined()
    expect(words(html)).toContain(words(draw(result)))
    expect(course.steps.map(({ question, answer }) => [question.key, answer])).toEqual(
      course.steps.map(({ question }) => [question.key, answers[question.key] ?? dontKnow]),
    )
  })

  it('asks an answer again that cannot be used, with what was written and what to write', () => {
    const age = page(readAnswers(formOf({ [fields.question]: 'about', [fields.answer]: 'self' }), today))
    const wrong = press(age, { [fields.answer]: '31/2/1950' })
    expect(wrong).toMatchObject({ answers: { about: 'self' }, shown: 'age', refused: '31/2/1950' })
    const html = page(wrong)
    expect(html).toContain('value="31/2/1950"')
    expect(words(html)).toContain('Xin ghi tuổi (76), năm sinh (1950)')
  })

  it('takes "I do not know" from its button, whatever stands in the field', () => {
    const asked = { [fields.question]: 'age', [fields.given('about')]: 'self' }
    const state = readAnswers(formOf({ ...asked, [fields.answer]: '7x', [fields.skip]: '1' }), today)
    expect(state).toMatchObject({ answers: { about: 'self', age: dontKnow }, refused: undefined })
  })

  it('leads back to any answer, which then can be changed', () => {
    const { html } = walk(elder)
    expect(html).toMatch(/<button type="submit" form="sua-cau" value="insurance"[^>]* name="sua">/)
    const back = page(press(html, { [fields.change]: 'insurance' }))
    expect(words(back)).toContain('Ông/bà đang sửa câu đã trả lời')
    expect(back).toMatch(/<input type="radio" name="answer" checked="" value="none"/)
    const changed = page(press(back, { [fields.answer]: 'pension' }))
    expect(words(changed)).toContain('Bác chưa thuộc diện hưởng trợ cấp hằng tháng nào')
  })

  it('leaves out what nobody is asked, what is no answer, and what is endless', () => {
    const made = { 'da-cccd': '040080000001', 'da-about': 'cat', 'da-age': '9'.repeat(5_000), 'da-hiv': 'no' }
    expect(readAnswers(formOf({ ...made, [fields.question]: 'name', [fields.change]: 'x' }), today)).toEqual({
      ...begun,
      answers: { hiv: 'no' },
    })
    expect(page(readAnswers(formOf({ 'da-age': '"><script>' }), today))).not.toContain('<script')
  })

  it('says in both languages that answers are sent, and that nothing keeps them', () => {
    expect(words(page(begun))).toContain('gửi lên máy chủ để tính, rồi bỏ ngay')
    expect(words(page(begun, `/en${address}`))).toContain('sent to the server to be worked out and dropped')
  })

  it('works nothing out for a network that asks too often, and lets its answers wait', () => {
    const { state } = walk(elder)
    const html = page({ ...state, tooMany: true })
    expect(words(html)).toContain('Xin đợi mười phút')
    expect(words(html)).not.toContain('540.000')
    expect(press(html, {}).answers).toEqual(state.answers)
  })
})

function formOf(entries: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(entries)) form.set(name, value)
  return form
}
