import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { stateCalendar } from '#law/holidays'
import { type ReminderKind, reminderText } from '#law/task-monitoring'
import type { Transaction } from '#platform/database'
import { enqueueMail } from '#platform/mail'
import { stillMoves } from './reminders.ts'

/** A reminder as a letter tells it. */
interface Told {
  directiveNumber: string | null
  taskNumber: string
  does: string
  kind: ReminderKind
  aboutOn: LocalDate
  forOn: LocalDate
  firedOn: LocalDate
}

/** An account that may want letters: read before one begins to act for somebody, since accounts are closed to actors. */
export interface OfficerToTell {
  id: string
  name: string
  role: string
  unitUid: string
  agency: string | null
}

/** One officer's letter of a day. */
interface ToWrite {
  officerId: string
  address: string
  lang: 'vi' | 'en'
  name: string
  /** The nearest due day first, at most `toldMax`. */
  told: Told[]
  total: number
}

const toldMax = 20
const doesMax = 200

/**
 * Puts one letter into the outbox for each officer whose agency was reminded of something since their last, and who wants
 * letters: at most one a day, each task once, as it stands now. What comes later the same day goes into the next. Returns
 * how many were written. The machine does it, after `remind`.
 */
export async function writeReminderLetters(
  transaction: Transaction,
  { officers, today }: { officers: readonly OfficerToTell[]; today: LocalDate },
): Promise<number> {
  const letters = await listToWrite(transaction, officers, today)
  for (const letter of letters) {
    const { officerId, address, lang } = letter
    const { subject, text } = wordsOf[lang](letter, today)
    await enqueueMail(transaction, {
      ...{ to: address, subject, text },
      about: { kind: 'account', id: officerId },
      idempotencyKey: `reminders ${officerId} ${today}`,
    })
  }
  await sql`update directives.letter_choice set letter_on = ${today},
      told_up_to = (select coalesce(max(id), 0) from directives.reminder)
    where officer_id = any(${letters.map(({ officerId }) => officerId)})`.execute(transaction)
  return letters.length
}

async function listToWrite(
  transaction: Transaction,
  officers: readonly OfficerToTell[],
  today: LocalDate,
): Promise<ToWrite[]> {
  const { rows } = await sql<ToWrite>`with officer as materialized (
      select officer_id, address, lang, name, told_up_to,
        directives.parties_of("unitUid", role <> 'leader', agency) as parties
      from directives.letter_choice join jsonb_to_recordset(${JSON.stringify(officers)}::jsonb)
        as each (id text, name text, role text, "unitUid" text, agency text) on each.id = officer_id
      where is_wanted and letter_on is distinct from ${today}::date),
    news as (select distinct on (officer_id, reminder.task_id, opinion_id, proposal_id) officer_id, reminder.task_id,
        reminder.kind, about_on, for_on, fired_on
      from officer join directives.reminder on reminder.party = any (parties) and reminder.id > told_up_to
      join directives.task on task.id = reminder.task_id
      where ${stillMoves}
      order by officer_id, reminder.task_id, opinion_id, proposal_id, for_on desc, reminder.id desc),
    placed as (select *, row_number() over (partition by officer_id order by about_on, task_id) as place from news)
    select officer_id as "officerId", address, lang, name, count(*) as total,
      jsonb_agg(jsonb_build_object('directiveNumber', directive.number, 'taskNumber', task.number, 'does', task.does,
        'kind', placed.kind, 'aboutOn', about_on, 'forOn', for_on, 'firedOn', fired_on) order by place)
        filter (where place <= ${toldMax}) as told
    from placed join officer using (officer_id) join directives.task on task.id = task_id
    join directives.directive on directive.id = task.directive_id
    group by officer_id, address, lang, name order by officer_id`.execute(transaction)
  return rows
}

const written = (on: LocalDate) => on.split('-').reverse().join('/')
const shortened = (does: string) =>
  does.length > doesMax ? `${does.slice(0, doesMax - 1).trimEnd()}…` : does

interface Words {
  subject: string
  text: string
}

/** The letter in its reader's language; figures and people stand on the page and never in a letter. */
const wordsOf: Readonly<Record<'vi' | 'en', (letter: ToWrite, today: LocalDate) => Words>> = {
  vi: ({ name, told, total }, today) => ({
    subject: `An Sinh: ${total} việc cần ông/bà để ý ngày ${written(today)}`,
    text: [
      `Kính gửi ông/bà ${name},`,
      `Ngày ${written(today)}, hệ thống nhắc cơ quan của ông/bà ${total} việc:`,
      told.map((each) => lineOf(each, 'vi', 'việc')).join('\n'),
      ...(total > told.length ? [`Còn ${total - told.length} việc khác xem trên trang.`] : []),
      'Xin mở mục Chỉ đạo trên An Sinh để xem và xử lý. Mỗi ngày có nhiều nhất một thư; muốn thôi nhận, chọn “Thôi gửi thư” trong phần Nhắc việc của trang ấy.',
    ].join('\n\n'),
  }),
  en: ({ name, told, total }, today) => ({
    subject: `An Sinh: ${total} ${total === 1 ? 'task' : 'tasks'} to look at on ${written(today)}`,
    text: [
      `Dear ${name},`,
      `On ${written(today)} your agency is reminded of ${total} ${total === 1 ? 'task' : 'tasks'}:`,
      told.map((each) => lineOf(each, 'en', 'task')).join('\n'),
      ...(total > told.length ? [`${total - told.length} more are on the page.`] : []),
      'Please open Directives on An Sinh to see and settle them. There is at most one letter a day; to have no more, choose “Send no more letters” under Reminders on that page.',
    ].join('\n\n'),
  }),
}

function lineOf(told: Told, lang: 'vi' | 'en', task: string): string {
  const from = [told.directiveNumber, `${task} ${told.taskNumber}`].filter(Boolean).join(', ')
  return `- ${from}: ${shortened(told.does)}\n  ${reminderText(told, stateCalendar)[lang]}.`
}
