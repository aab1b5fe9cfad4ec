import { type Kysely, sql } from 'kysely'

type Connection = Kysely<unknown>
type Read<Asked extends readonly unknown[], Value> = (
  connection: Connection,
  ...asked: Asked
) => Promise<Value>

/** Questions of one kind whose answers are kept; the oldest goes first. */
const keptMax = 500

/**
 * The same reading of public texts, asked of the database once and then kept until something that readers see changes.
 * Whether it did is asked with every call, so that what was taken back is gone with the next page; those who call at
 * the same time ask together. `read` must depend on the portal's texts and on what is asked alone, and its answer,
 * which all share, must be left as it is. Within a transaction nothing is kept.
 */
export function keptByEdition<Asked extends readonly unknown[], Value>(
  read: Read<Asked, Value>,
): Read<Asked, Value> {
  const shelves = new WeakMap<Connection, { edition: number; answers: Map<string, Promise<Value>> }>()
  return async (connection, ...asked) => {
    if (connection.isTransaction) return read(connection, ...asked)
    // The number is read before the texts: newer texts under an older number are read once too often, never too seldom.
    const edition = await editionNow(connection)
    let shelf = shelves.get(connection)
    if (shelf === undefined || shelf.edition !== edition) {
      shelf = { edition, answers: new Map() }
      shelves.set(connection, shelf)
    }
    const { answers } = shelf
    const key = JSON.stringify(asked)
    const kept = answers.get(key)
    if (kept) return kept
    const answer = read(connection, ...asked)
    answers.set(key, answer)
    answer.catch(() => answers.delete(key))
    const [oldest] = answers.keys()
    if (answers.size > keptMax && oldest !== undefined) answers.delete(oldest)
    return answer
  }
}

const editions = new WeakMap<Connection, () => Promise<number>>()

/** The number of the edition, as it stands after this call at the earliest. */
function editionNow(connection: Connection): Promise<number> {
  let ask = editions.get(connection)
  if (!ask) {
    ask = askedTogether(() => readEdition(connection))
    editions.set(connection, ask)
  }
  return ask()
}

/** Grows with each transaction that changes what readers of the portal see. */
export async function readEdition(connection: Connection): Promise<number> {
  const { rows } = await sql<{ number: number }>`select number from publishing.edition`.execute(connection)
  return rows[0]?.number ?? 0
}

/**
 * One question at a time: who calls while one is under way gets the answer of the next, which begins after all of them
 * called. So no answer is older than its question, and a hundred callers cost two.
 */
export function askedTogether<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let underWay: Promise<unknown> = Promise.resolve()
  let next: Promise<Answer> | undefined
  return () => {
    next ??= underWay.then(() => {
      next = undefined
      const answer = ask()
      underWay = answer.catch(() => undefined)
      return answer
    })
    return next
  }
}
