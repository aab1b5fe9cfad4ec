import type { LocalDate } from '#calendar'
import {
  acceptTask,
  addEvidence,
  answerOpinion,
  answerProposal,
  askExtension,
  askOpinion,
  decideExtension,
  finishTask,
  handOver,
  handProposal,
  keepEvidenceFile,
  linkMetric,
  type NewEvidence,
  type Party,
  reportTask,
  returnTask,
  splitByCommune,
  splitTask,
  type TaskPart,
  unlinkMetric,
  withdrawTask,
} from '#directives'
import { isAgencyCode } from '#law/authorities'
import { now } from '#platform/clock'
import type { Transaction } from '#platform/database'
import type { Files } from '#platform/files'
import { readFigure } from '#web/staff/indicators/figures.ts'
import { numberIn } from '#web/staff/numbers.ts'
import type { TaskDeed, TaskProblem } from './act-words.ts'
import { outcomes, partRows, stances } from './choices.ts'
import { dayIn, textOf } from './draft-form.server.ts'

/** What is wrong with a form, by its fields. */
type Problems = Record<string, TaskProblem>

interface Asked {
  transaction: Transaction
  taskId: number
  form: FormData
  /** Where the fields that are wrong are told. */
  problems: Problems
  key: string
  at: Date
  evidence: NewEvidence | undefined
}

/** Does what a form of a task's page asks for; an empty answer is done. Throws DirectiveRefusal where the service refuses. */
export async function actOnTask(
  transaction: Transaction,
  { taskId, form, evidence }: { taskId: number; form: FormData; evidence: NewEvidence | undefined },
): Promise<Problems> {
  const deed = textOf(form, 'viec')
  const act = Object.hasOwn(acts, deed) ? acts[deed as TaskDeed] : undefined
  if (!act) throw new Response(null, { status: 400 })
  const given = textOf(form, 'khoa')
  const key = `${deed} ${/^[\w-]{8,60}$/.test(given) ? given : crypto.randomUUID()}`
  const problems: Problems = {}
  await act({ transaction, taskId, form, problems, key, at: now(), evidence })
  return problems
}

const acts: Readonly<Record<TaskDeed, (asked: Asked) => Promise<unknown>>> = {
  'bao-cao': report,
  'minh-chung': async ({ transaction, taskId, evidence, problems, key, at }) =>
    evidence
      ? addEvidence(transaction, { taskId, evidence, key, at })
      : Object.assign(problems, { 'minh-chung-ten': 'needEvidence' }),
  xong: async ({ transaction, taskId, form, key, at }) =>
    finishTask(transaction, { taskId, note: textOf(form, 'xong-ghi-chu'), key, at }),
  nhan: async ({ transaction, taskId, form, key, at }) =>
    acceptTask(transaction, { taskId, note: textOf(form, 'nhan-ghi-chu'), key, at }),
  tra: async ({ transaction, taskId, form, key, at }) =>
    returnTask(transaction, { taskId, because: textOf(form, 'tra-ly-do'), key, at }),
  rut: async ({ transaction, taskId, form, key, at }) =>
    withdrawTask(transaction, { taskId, because: textOf(form, 'rut-ly-do'), key, at }),
  'xin-han': extend,
  'cho-han': decide,
  hoi: ask,
  'y-kien': giveOpinion,
  'kien-nghi': propose,
  'tra-loi': settle,
  chuyen: async (asked) => {
    const to = partyIn(asked, 'chuyen-den')
    const { transaction, taskId, form, key, at } = asked
    if (to) await handOver(transaction, { taskId, to, because: textOf(form, 'chuyen-ly-do'), key, at })
  },
  chia: divide,
  'chia-xa': async (asked) => {
    const { transaction, taskId, key, at } = asked
    const dueOn = optionalDay(asked, 'chia-xa-han')
    if (dueOn !== 'wrong') await splitByCommune(transaction, { taskId, ...(dueOn && { dueOn }), key, at })
  },
  gan: link,
  go: async ({ transaction, form, key, at }) =>
    unlinkMetric(transaction, { id: numberIn(form.get('lien-ket')), key, at }),
}

function partyIn({ form, problems }: Asked, name: string): Party | undefined {
  const party = textOf(form, name)
  if (isAgencyCode(party.split(':')[0] ?? '')) return party
  problems[name] = 'needAgency'
  return undefined
}

function neededDay(asked: Asked, name: string): LocalDate | undefined {
  const day = optionalDay(asked, name)
  if (day === undefined) asked.problems[name] = 'needDay'
  return day === 'wrong' ? undefined : day
}

function optionalDay({ form, problems }: Asked, name: string): LocalDate | 'wrong' | undefined {
  const day = dayIn(textOf(form, name))
  if (day === 'wrong') problems[name] = 'notADay'
  return day
}

function figureIn({ form, problems }: Asked, name: string): number | undefined {
  const value = readFigure(textOf(form, name))
  if (value === undefined) problems[name] = 'notANumber'
  return value
}

function isWrong({ problems }: Asked): boolean {
  return Object.keys(problems).length > 0
}

async function report(asked: Asked): Promise<unknown> {
  const { transaction, taskId, form, problems, key, at } = asked
  const written = textOf(form, 'bao-cao-phan-tram')
  const percent = written === '' ? undefined : readFigure(written)
  if (written !== '' && (percent === undefined || percent > 100 || !Number.isInteger(percent)))
    problems['bao-cao-phan-tram'] = 'notAPercent'
  const metric = textOf(form, 'bao-cao-chi-so')
  const value = metric ? figureIn(asked, 'bao-cao-so') : undefined
  const on = metric ? neededDay(asked, 'bao-cao-ngay') : undefined
  if (isWrong(asked)) return
  return reportTask(transaction, {
    ...{ taskId, key, at, progress: textOf(form, 'bao-cao-noi-dung') },
    ...(percent !== undefined && { percent }),
    ...(metric && value !== undefined && on && { figure: { metric, value, on } }),
  })
}

/** What is attached by the form, a file kept first: that happens outside the transaction. */
export async function readEvidence(form: FormData, files: Files): Promise<NewEvidence | undefined> {
  if (textOf(form, 'viec') !== 'minh-chung') return undefined
  const [title, note] = [textOf(form, 'minh-chung-ten'), textOf(form, 'minh-chung-ghi-chu')]
  const said = note ? { note } : {}
  const file = form.get('minh-chung-tep')
  if (file instanceof File && file.size > 0) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const kept = await keepEvidenceFile(files, { name: file.name, bytes })
    return { kind: 'file', title: title || kept.fileName, file: kept, ...said }
  }
  const href = textOf(form, 'minh-chung-duong-dan')
  if (href) return { kind: 'link', title: title || href, href, ...said }
  const key = textOf(form, 'minh-chung-chi-so')
  if (key) return { kind: 'metric', title: title || key, key, ...said }
  return note ? { kind: 'note', title: title || note.slice(0, 80), note } : undefined
}

async function extend(asked: Asked): Promise<unknown> {
  const { transaction, taskId, form, key, at } = asked
  const wantedOn = neededDay(asked, 'xin-han-ngay')
  const reason = textOf(form, 'xin-han-ly-do')
  return wantedOn && askExtension(transaction, { taskId, wantedOn, reason, key, at })
}

async function decide(asked: Asked): Promise<unknown> {
  const { transaction, taskId, form, key, at } = asked
  const because = textOf(form, 'cho-han-ly-do')
  if (textOf(form, 'cho-han-quyet') === 'khong')
    return decideExtension(transaction, { taskId, decision: { state: 'refused', because }, key, at })
  const grantedOn = neededDay(asked, 'cho-han-ngay')
  if (!grantedOn) return
  const decision = { state: 'granted', grantedOn, ...(because && { because }) } as const
  return decideExtension(transaction, { taskId, decision, key, at })
}

async function ask(asked: Asked): Promise<unknown> {
  const { transaction, taskId, form, problems, key, at } = asked
  const parties = form.getAll('hoi-co-quan').map(String).filter(isAgencyCode)
  if (parties.length === 0) problems['hoi-co-quan'] = 'needAgency'
  if (isWrong(asked)) return
  const workingDays = numberIn(form.get('hoi-ngay')) || 5
  return askOpinion(transaction, {
    taskId,
    parties,
    question: textOf(form, 'hoi-noi-dung'),
    workingDays,
    key,
    at,
  })
}

async function giveOpinion({ transaction, form, key, at }: Asked): Promise<unknown> {
  const opinionId = numberIn(form.get('y-kien-so'))
  const stance = stances.find((each) => each === textOf(form, `y-kien-${opinionId}-la`)) ?? 'agrees'
  const answer = textOf(form, `y-kien-${opinionId}-noi-dung`)
  return answerOpinion(transaction, { opinionId, stance, answer, key, at })
}

async function propose(asked: Asked): Promise<unknown> {
  const { transaction, taskId, form, key, at } = asked
  const party = partyIn(asked, 'kien-nghi-co-quan')
  const dueOn = optionalDay(asked, 'kien-nghi-han')
  const proposer = textOf(form, 'kien-nghi-cua')
  if (!party || dueOn === 'wrong') return
  return handProposal(transaction, {
    ...{ taskId, party, key, at, content: textOf(form, 'kien-nghi-noi-dung') },
    ...(proposer && { proposer }),
    ...(dueOn && { dueOn }),
  })
}

async function settle({ transaction, form, key, at }: Asked): Promise<unknown> {
  const proposalId = numberIn(form.get('tra-loi-so'))
  const outcome = outcomes.find((each) => each === textOf(form, `tra-loi-${proposalId}-la`)) ?? 'accepted'
  const answer = textOf(form, `tra-loi-${proposalId}-noi-dung`)
  return answerProposal(transaction, { proposalId, outcome, answer, key, at })
}

async function divide(asked: Asked): Promise<unknown> {
  const { transaction, taskId, form, problems, key, at } = asked
  const parts: TaskPart[] = []
  for (let index = 0; index < partRows; index += 1) {
    const does = textOf(form, `chia-${index}-viec`)
    if (does === '') continue
    const lead = partyIn(asked, `chia-${index}-chu-tri`)
    const dueOn = optionalDay(asked, `chia-${index}-han`)
    if (lead && dueOn !== 'wrong') parts.push({ does, lead, dueOn })
  }
  if (parts.length === 0 && !isWrong(asked)) problems['chia-0-viec'] = 'needParts'
  return isWrong(asked) ? undefined : splitTask(transaction, { taskId, parts, key, at })
}

async function link(asked: Asked): Promise<unknown> {
  const { transaction, taskId, form, key, at } = asked
  const hasBaseline = textOf(form, 'gan-dau') !== ''
  const hasGoal = textOf(form, 'gan-dich') !== ''
  const baseline = hasBaseline ? figureIn(asked, 'gan-dau') : undefined
  const baselineOn = hasBaseline ? neededDay(asked, 'gan-ngay-dau') : undefined
  const goal = hasGoal ? figureIn(asked, 'gan-dich') : undefined
  const goalOn = hasGoal ? optionalDay(asked, 'gan-ngay-dich') : undefined
  if (isWrong(asked) || goalOn === 'wrong') return
  return linkMetric(transaction, {
    ...{ taskId, key, at, metric: textOf(form, 'gan-chi-so') },
    ...(baseline !== undefined && baselineOn && { baseline: { value: baseline, on: baselineOn } }),
    ...(goal !== undefined && { goal: { value: goal, ...(goalOn && { on: goalOn }) } }),
  })
}
