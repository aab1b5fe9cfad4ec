import { type DirectiveHead, type DraftTask, dutyAreaNames, type NoticeReading } from '#notices'
import type { CommandIo } from '#platform/command'
import type { ReadNoticeTexts } from './texts.ts'

interface Told {
  language: 'vi' | 'en'
  texts: ReadNoticeTexts
}

/** The head, the drafts in reading order, and what is no task, for a person to compare with the paper. */
export function printReading({ directive, tasks, kept }: NoticeReading, told: Told, io: CommandIo): void {
  const { texts } = told
  for (const line of headLines(directive, texts)) io.out(line)
  io.out('')
  io.out(texts.drafts(tasks.length))
  for (const task of tasks) for (const line of taskLines(task, told)) io.out(line)
  if (kept.length === 0) return
  io.out('')
  io.out(texts.kept(kept.length))
  for (const { paragraph, kind, quote } of kept)
    io.out(`  ${texts.place(paragraph).padEnd(9)} ${texts.keptKinds[kind].padEnd(13)} “${shorten(quote)}”`)
}

function headLines(head: DirectiveHead, texts: ReadNoticeTexts): string[] {
  const { number, title, issuedBy, concludedBy, meetingWith, addressee, byline, inferred } = head
  const dayOf = (field: 'issuedOn' | 'meetingOn') => {
    const on = head[field]
    return on && `${slashed(on)}${inferred.includes(field) ? ` ${texts.inferred}` : ''}`
  }
  const lines: [string, string | undefined][] = [
    [texts.fields.kind, [texts.kinds[head.kind], number].filter(Boolean).join(' ')],
    [texts.fields.title, title],
    [texts.fields.issuedOn, dayOf('issuedOn')],
    [texts.fields.issuedBy, issuedBy],
    [
      texts.fields.concludedBy,
      concludedBy && [concludedBy.name, concludedBy.title].filter(Boolean).join(', '),
    ],
    [texts.fields.meetingOn, dayOf('meetingOn')],
    [texts.fields.meetingWith, meetingWith],
    [texts.fields.addressee, addressee],
    [texts.fields.byline, byline],
    [texts.fields.inferredFrom, head.inferredFrom && `“${head.inferredFrom}”`],
  ]
  const written = lines.filter((line): line is [string, string] => line[1] !== undefined)
  return written.map(([name, value]) => `${`${name}:`.padEnd(texts.fieldWidth)}${value}`)
}

function taskLines(task: DraftTask, { language, texts }: Told): string[] {
  const areas = task.areas.map((area) => dutyAreaNames[area][language]).join(', ')
  const due = task.due && `${slashed(task.due)}${task.dueInferred ? ` ${texts.inferred}` : ''}`
  const recurs = task.recurs && texts.recurrences[task.recurs]
  const facts: [string, string | undefined][] = [
    [texts.fields.assignee, task.assignee],
    [texts.fields.cooperatesWith, task.cooperatesWith?.join('; ')],
    [texts.fields.reportsTo, task.reportsTo],
    [texts.fields.due, due ?? (task.dueWords === recurs ? undefined : task.dueWords)],
    [texts.fields.recurs, recurs],
    [texts.fields.targets, task.targets?.map(({ words }) => words).join('; ')],
    [texts.fields.cites, task.cites?.join('; ')],
    [texts.fields.product, task.product],
  ]
  const said = facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  return [
    '',
    `${String(task.id).padStart(3)}. ${task.does}`,
    `     ${texts.place(task.paragraph)} · ${texts.taskKinds[task.kind]} · ${areas}`,
    ...said.map((line) => `     ${line}`),
    `     “${task.quote}”`,
  ]
}

const quoteMax = 90

function shorten(quote: string): string {
  return quote.length <= quoteMax ? quote : `${quote.slice(0, quoteMax).trimEnd()}…`
}

function slashed(on: string): string {
  return `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}
