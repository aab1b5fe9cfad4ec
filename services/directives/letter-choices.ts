import { sql } from 'kysely'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import { DirectiveRefusal } from './refusals.ts'

/** Whether and where an officer wants reminders by letter. */
export interface LetterChoice {
  address: string
  lang: 'vi' | 'en'
  /** False: the address stays for the day they want letters again. */
  isWanted: boolean
}

/** What the actor chose; undefined while they never did, and for who is no officer. */
export async function findLetterChoice(transaction: Transaction): Promise<LetterChoice | undefined> {
  const { rows } = await sql<LetterChoice>`select address, lang, is_wanted as "isWanted"
    from directives.letter_choice where 'officer:' || officer_id = platform.actor()`.execute(transaction)
  return rows[0]
}

/**
 * Keeps where the actor, an officer with an account, wants reminders, or that they want none. Letters tell of what comes
 * after the choice. Throws DirectiveRefusal on an address that is none.
 */
export async function chooseLetters(
  transaction: Transaction,
  { address: typed, lang, isWanted, at }: LetterChoice & { at: Date },
): Promise<void> {
  const address = typed.trim()
  if (address.length > 100 || !/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(address))
    throw new DirectiveRefusal('notAnAddress')
  const { rows } = await sql<{ id: string }>`insert into directives.letter_choice
      (officer_id, address, lang, is_wanted, told_up_to, changed_at)
    values (substr(platform.actor(), length('officer:') + 1), ${address}, ${lang}, ${isWanted},
      (select coalesce(max(id), 0) from directives.reminder), ${at})
    on conflict (officer_id) do update set address = excluded.address, lang = excluded.lang,
      is_wanted = excluded.is_wanted, told_up_to = greatest(letter_choice.told_up_to, excluded.told_up_to),
      changed_at = excluded.changed_at
    returning officer_id as id`.execute(transaction)
  await recordChange(transaction, 'chooseLetters', { kind: 'account', id: rows[0]?.id ?? '' }, { isWanted })
}
