import { sql } from 'kysely'
import { foldText } from '#identity'
import { createRandom } from '#jobs/demonstration/random'
import { type Database, withActor } from '#platform/database'

/** Something an officer types, and who types it. */
export interface Question {
  kind: string
  text: string
  /** A commune's uid, or `province`. */
  scope: string
}

interface Sample {
  name: string
  year: string
  citizenId: string | null
  unitUid: string
  commune: string
}

type Kind = (person: Sample) => string

const words = (name: string) => name.split(' ')
const given = (name: string) => words(name).at(-1) ?? ''
const short = (commune: string) => commune.replace(/^(Xã|Phường) /, '')

/** What people type, by what they know of somebody. */
const kinds: Readonly<Record<string, Kind>> = {
  'full name with tones': ({ name }) => name,
  'full name without tones': ({ name }) => foldText(name),
  'unfinished, as one types': ({ name }) => name.slice(0, -1),
  'two words begun': ({ name }) => foldText(words(name).slice(0, 2).join(' ')),
  'given name': ({ name }) => given(name),
  'middle and given name': ({ name }) => words(name).slice(-2).join(' '),
  'given name first': ({ name }) => `${given(name)} ${words(name)[0]}`,
  'name and commune': ({ name, commune }) => `${name} ${short(commune)}`,
  'name and year': ({ name, year }) => `${foldText(name)} ${year}`,
  'given name, year, commune': ({ name, year, commune }) =>
    `${given(name)} ${year} ${foldText(short(commune))}`,
  'whole number': ({ citizenId }) => citizenId ?? '040100000000',
  'last six digits': ({ citizenId }) => citizenId?.slice(-6) ?? '999999',
  'a letter left out': ({ name }) => foldText(name).replace(/(?<=\w\w)\w/, ''),
  'a letter wrong at the end': ({ name }) => `${foldText(name).slice(0, -1)}x`,
  'middle of a word': ({ name }) => foldText(words(name)[0] ?? '').slice(1),
  nobody: ({ name }) => `${foldText(given(name))}qq zzkk`,
}

/**
 * `each` questions of every kind for the province and as many for officers of communes, about people drawn from the
 * register by `seed`. Every third officer of a commune asks about somebody who lives elsewhere.
 */
export async function drawQuestions(database: Database, each: number, seed: number): Promise<Question[]> {
  const samples = await drawSamples(database, each * 2, seed)
  const questions: Question[] = []
  for (const [kind, write] of Object.entries(kinds))
    for (const [index, person] of samples.entries()) {
      const isProvince = index < each
      const elsewhere = samples[(index + 1) % samples.length]?.unitUid ?? person.unitUid
      const scope = isProvince ? 'province' : index % 3 === 0 ? elsewhere : person.unitUid
      questions.push({ kind, text: write(person), scope })
    }
  return questions
}

async function drawSamples(database: Database, count: number, seed: number): Promise<Sample[]> {
  const random = createRandom(seed)
  return withActor(database, { kind: 'system', job: 'bench' }, async (transaction) => {
    const { rows: ends } = await sql<{ first: number; last: number }>`select min(id) as first, max(id) as last
      from registry.person`.execute(transaction)
    const { first, last } = ends[0] ?? { first: 0, last: 0 }
    const samples: Sample[] = []
    while (samples.length < count) {
      const { rows } = await sql<Sample>`select p.name, to_char(p.birth_from, 'YYYY') as year,
          p.citizen_id as "citizenId", p.unit_uid as "unitUid", u.name as commune
        from registry.person p join registry.unit u on u.uid = p.unit_uid
        where p.id >= ${random.between(first, last)} and p.birth_from is not null and p.linked_to is null
        order by p.id limit 1`.execute(transaction)
      samples.push(...rows)
    }
    return samples
  })
}
