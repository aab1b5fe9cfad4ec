import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { foldText } from '#identity'
import type { Transaction } from '#platform/database'
import { cooperatingToday, type LeadCandidate, leadCandidates, type NamedParty } from './agency-names.ts'
import type { Draft } from './drafts.ts'
import type { Party } from './parties.ts'

/** Who would lead a draft, and by which name of the text. */
export interface ProposedLead {
  /** As the text names it: the draft's own words, or else the addressee of the directive. */
  written: string
  /** Undefined: the name leads to none or to several, and a clerk chooses. */
  party: Party | undefined
  candidates: LeadCandidate[]
  /** No clerk chose it and the paper does not name it: it carries on the work of who is named. */
  isInferred: boolean
  /** Who cooperates today, by the names in the text. */
  cooperating: NamedParty[]
}

/** What of the head says to whom a draft goes that names nobody itself. */
export interface HeadOfLead {
  addressee?: string | undefined
  meetingWith?: string | undefined
  issuedOn?: LocalDate | undefined
}

/** Whom each draft would be handed to on a day: who a clerk chose, or where the name in the text leads. */
export async function proposeLeads(
  transaction: Transaction,
  drafts: readonly Pick<Draft, 'content' | 'lead'>[],
  { head, today }: { head: HeadOfLead; today: LocalDate },
): Promise<ProposedLead[]> {
  const written = drafts.map(({ content }) => content.assignee ?? head.addressee ?? head.meetingWith ?? '')
  const communes = await readCommunesNamed(transaction, written, today)
  return drafts.map(({ content, lead }, index) => {
    const name = written[index] ?? ''
    const matter = { areas: content.areas, begunOn: head.issuedOn ?? today, today }
    const candidates = leadCandidates(name, matter)
    const [only] = candidates.length === 1 ? candidates : []
    const party = lead ?? only?.agency ?? communes.get(name)
    return {
      ...{ written: name, party, candidates },
      isInferred: lead === undefined && (only?.isInferred ?? false),
      cooperating: onceEach(
        (content.cooperatesWith ?? []).flatMap((each) => cooperatingToday(each, matter)),
        party,
      ),
    }
  })
}

/** Each agency once and the lead not at all; what a paper names outright goes before what is inferred. */
function onceEach(cooperating: readonly NamedParty[], lead: Party | undefined): NamedParty[] {
  const ofEach = new Map<Party, NamedParty>()
  for (const each of cooperating)
    if (each.party && each.party !== lead && (!ofEach.has(each.party) || !each.isInferred))
      ofEach.set(each.party, each)
  return cooperating.filter((each) => each.party === undefined || ofEach.get(each.party) === each)
}

const ofOneCommune = /^(?:Chủ tịch\s+)?(?:UBND|Ủy ban nhân dân)\s+((?:xã|phường|đặc khu)\s+\S.*)$/i

/** The committees of single communes among the names, by the communes there are on the day; a name two communes share leads to none. */
async function readCommunesNamed(
  transaction: Transaction,
  names: readonly string[],
  today: LocalDate,
): Promise<Map<string, Party>> {
  const wanted = new Map(
    names.flatMap((name) => {
      const commune = ofOneCommune.exec(name.normalize('NFC').trim())?.[1]
      return commune === undefined ? [] : [[name, commune] as const]
    }),
  )
  if (wanted.size === 0) return new Map()
  const { rows } = await sql<{ uid: string; name: string }>`select uid, name from registry.unit
    where level = 'commune' and valid @> ${today}::date`.execute(transaction)
  return new Map(
    [...wanted].flatMap(([name, commune]) => {
      const exact = rows.filter(
        (unit) => unit.name.toLocaleLowerCase('vi') === commune.toLocaleLowerCase('vi'),
      )
      const found =
        exact.length > 0 ? exact : rows.filter((unit) => foldText(unit.name) === foldText(commune))
      return found.length === 1 && found[0] ? [[name, `communeCommittee:${found[0].uid}`] as const] : []
    }),
  )
}
