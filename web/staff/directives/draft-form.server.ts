import { readTypedDay } from '#calendar'
import type { DraftContent, EditedHead, Party } from '#directives'
import { isAgencyCode } from '#law/authorities'
import { periodNames } from '#law/task-monitoring'
import type { NoticeTarget, Recurrence } from '#notices'
import { readFigure } from '#web/staff/indicators/figures.ts'
import { areasIn, comparisons, directiveKinds, draftKinds } from './kinds.ts'

/** What is wrong with a field. */
export type DraftProblem = 'needReason' | 'needWords' | 'notADay' | 'needArea' | 'notANumber'

export type ReadDraft =
  | { ok: true; content: DraftContent; lead: Party | undefined }
  | { ok: false; problems: Record<string, DraftProblem> }

const targetsMax = 12
/** No form is endless; how much an act takes its service says, so that nothing is cut without a word. */
const textMax = 20_000

/** Every field of a draft as a form sends it; all that is wrong is told at once. */
export function readDraftForm(form: FormData): ReadDraft {
  const read = (name: string) => textOf(form, name)
  const problems: Record<string, DraftProblem> = {}
  const does = read('viec-gi')
  if (does === '') problems['viec-gi'] = 'needWords'
  const areas = areasIn(form.getAll('linh-vuc'))
  if (areas.length === 0) problems['linh-vuc'] = 'needArea'
  const due = dayIn(read('han'))
  if (due === 'wrong') problems.han = 'notADay'
  const targets = readTargets(form, problems)
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  const lead = read('chu-tri')
  const recurs = (Object.keys(periodNames) as Recurrence[]).find((each) => each === read('dinh-ky'))
  const content: DraftContent = {
    does,
    areas,
    kind: draftKinds.find((each) => each === read('loai')) ?? 'task',
    ...optional('assignee', read('co-quan-trong-van-ban')),
    ...lines('cooperatesWith', read('phoi-hop')),
    ...optional('reportsTo', read('bao-cao')),
    ...(due && due !== 'wrong' ? { due } : {}),
    ...(recurs && { recurs }),
    ...optional('dueWords', read('han-trong-van-ban')),
    ...lines('cites', read('can-cu')),
    ...(targets.length > 0 && { targets }),
    ...optional('product', read('san-pham')),
  }
  return { ok: true, content, lead: isAgencyCode(lead.split(':')[0] ?? '') ? lead : undefined }
}

function readTargets(form: FormData, problems: Record<string, DraftProblem>): NoticeTarget[] {
  const targets: NoticeTarget[] = []
  for (let index = 0; index < targetsMax; index += 1) {
    const read = (name: string) => textOf(form, `chi-tieu-${index}-${name}`)
    const [words, written] = [read('chu'), read('so')]
    if (words === '' && written === '') continue
    const number = readFigure(written)
    const by = dayIn(read('ngay'))
    if (words === '') problems[`chi-tieu-${index}-chu`] = 'needWords'
    if (number === undefined) problems[`chi-tieu-${index}-so`] = 'notANumber'
    if (by === 'wrong') problems[`chi-tieu-${index}-ngay`] = 'notADay'
    if (words === '' || number === undefined || by === 'wrong') continue
    const comparison = comparisons.find((each) => each === read('so-sanh')) ?? 'exactly'
    targets.push({ words, number, comparison, ...optional('unit', read('don-vi')), ...(by && { by }) })
  }
  return targets
}

export type ReadHead = { ok: true; head: EditedHead } | { ok: false; problems: Record<string, DraftProblem> }

/** The head as a clerk corrects it. */
export function readHeadForm(form: FormData): ReadHead {
  const read = (name: string) => textOf(form, name)
  const [issuedOn, meetingOn] = [dayIn(read('ban-hanh')), dayIn(read('ngay-hop'))]
  const problems: Record<string, DraftProblem> = {
    ...(issuedOn === 'wrong' && { 'ban-hanh': 'notADay' as const }),
    ...(meetingOn === 'wrong' && { 'ngay-hop': 'notADay' as const }),
  }
  if (issuedOn === 'wrong' || meetingOn === 'wrong') return { ok: false, problems }
  const name = read('nguoi-ket-luan')
  const title = read('chuc-vu')
  return {
    ok: true,
    head: {
      kind: directiveKinds.find((each) => each === read('loai')) ?? 'other',
      ...optional('number', read('so')),
      ...optional('title', read('trich-yeu')),
      ...(issuedOn && { issuedOn }),
      ...optional('issuedBy', read('co-quan-ban-hanh')),
      ...(name && { concludedBy: { name, ...(title && { title }) } }),
      ...(meetingOn && { meetingOn }),
      ...optional('meetingWith', read('hop-voi')),
      ...optional('addressee', read('noi-nhan')),
      ...optional('byline', read('nguon')),
      ...optional('articleSlug', read('bai-dang')),
    },
  }
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.normalize('NFC').trim().slice(0, textMax) : ''
}

/** A typed day; nothing typed is none. */
export function dayIn(text: string): ReturnType<typeof readTypedDay> | 'wrong' {
  return text === '' ? undefined : (readTypedDay(text) ?? 'wrong')
}

function optional<Key extends string>(key: Key, value: string): Partial<Record<Key, string>> {
  return value === '' ? {} : ({ [key]: value } as Record<Key, string>)
}

/** One a line, as lists are typed. */
function lines<Key extends string>(key: Key, text: string): Partial<Record<Key, string[]>> {
  const items = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return items.length > 0 ? ({ [key]: items } as Record<Key, string[]>) : {}
}
