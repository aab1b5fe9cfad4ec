import { sql } from 'kysely'
import { type AgencyCode, agencies, isAgencyCode } from '#law/authorities'
import type { Transaction } from '#platform/database'
import { DirectiveRefusal } from './refusals.ts'

/** Who takes part in a task: an agency by its code, one of a single commune as `communeCommittee:<unit uid>`, or `leader`. */
export type Party = string

/** The clerks of the province: they enter directives and follow them. */
export const clerks: Party = 'provinceOffice'

/** The parties the actor acts for; none for the machine. */
export async function readOwnParties(transaction: Transaction): Promise<Party[]> {
  const { rows } = await sql<{ parties: Party[] }>`select directives.parties() as parties`.execute(
    transaction,
  )
  return rows[0]?.parties ?? []
}

/** What the actor is: for guards that must answer in words before the database refuses. */
export async function readActing(
  transaction: Transaction,
): Promise<{ name: string; parties: Party[]; isMachine: boolean; isClerk: boolean }> {
  const { rows } = await sql<{
    name: string
    parties: Party[]
    isMachine: boolean
    isClerk: boolean
  }>`select platform.actor() as name, directives.parties() as parties, directives.is_machine() as "isMachine",
    coalesce(directives.is_clerk(), false) as "isClerk"`.execute(transaction)
  const acting = rows[0]
  if (!acting?.name) throw new Error('Directives are worked on by somebody')
  return acting
}

/** Whether it stands for the agencies of every commune together. */
export function isOfAllCommunes(party: Party | undefined): boolean {
  return party !== undefined && isAgencyCode(party) && 'ofUnit' in agencies[party]
}

/** Whether somebody who acts for these parties leads what `lead` leads: an officer of one commune does not for all of them. */
export function isLedBy(parties: readonly Party[], lead: Party | undefined): boolean {
  if (lead === undefined || !parties.includes(lead)) return false
  return !(isOfAllCommunes(lead) && parties.some((party) => party.startsWith(`${lead}:`)))
}

const house: readonly Party[] = [clerks, 'provinceCommittee']

/**
 * Whether the actor decides what `by` said of a task, as its receiver: never for their own agency. The province’s office
 * acts for its committee (`directives.parties`), so of what the one leads and the other receives another officer than who
 * said it decides. The database holds the same (`directives.receives`).
 */
export function receives(
  { name, parties }: { name: string; parties: readonly Party[] },
  { lead, receiver }: { lead: Party | undefined; receiver: Party },
  by: string | undefined,
): boolean {
  if (!parties.includes(receiver)) return false
  if (lead === undefined || !parties.includes(lead)) return true
  return isOfOneHouse({ lead, receiver }) && by !== undefined && by !== name
}

/** Whether the committee and its office stand on both sides of a task: the same officers act for both. */
export function isOfOneHouse({ lead, receiver }: { lead: Party | undefined; receiver: Party }): boolean {
  return lead !== undefined && house.includes(lead) && house.includes(receiver)
}

/** Throws unless the actor enters directives for the province. */
export async function requireClerk(transaction: Transaction): Promise<void> {
  if (!(await readActing(transaction)).isClerk) throw new DirectiveRefusal('notClerk')
}

/** Throws on a party that is no agency of law/authorities, alone or with its unit. */
export function requireParty(party: Party): void {
  if (!isAgencyCode(party.split(':')[0] ?? '')) throw new DirectiveRefusal('noSuchAgency')
}

/** What parties are called, in both languages; those of a commune with its name. */
export async function namesOfParties(
  transaction: Transaction,
  parties: readonly Party[],
): Promise<Map<Party, { vi: string; en: string }>> {
  const unitOf = (party: Party) => party.split(':').slice(1).join(':')
  const uids = [...new Set(parties.map(unitOf).filter(Boolean))]
  const { rows } = await sql<{ uid: string; name: string }>`select uid, name from registry.unit
    where uid = any(${uids})`.execute(transaction)
  const units = new Map(rows.map(({ uid, name }) => [uid, name]))
  return new Map(parties.map((party) => [party, nameOfParty(party, units.get(unitOf(party)))]))
}

function nameOfParty(party: Party, unitName: string | undefined): { vi: string; en: string } {
  if (party === 'leader') return { vi: 'Lãnh đạo UBND tỉnh', en: 'Leaders of the province' }
  const code = (party.split(':')[0] ?? '') as AgencyCode
  if (!isAgencyCode(code)) return { vi: party, en: party }
  const agency: { name: { vi: string; en: string }; ofUnit?: { vi: string; en: string } } = agencies[code]
  if (unitName === undefined || !agency.ofUnit) return agency.name
  const inSentence = unitName.charAt(0).toLocaleLowerCase('vi') + unitName.slice(1)
  return { vi: agency.ofUnit.vi.replace('…', inSentence), en: agency.ofUnit.en.replace('…', unitName) }
}
