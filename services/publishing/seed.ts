import type { Kysely } from 'kysely'
import { publishArticle } from './articles.ts'
import { notice440 } from './notice-440.ts'

/** Puts the notice's article on the portal; doing it twice changes nothing. */
export async function seedPublishing(connection: Kysely<unknown>): Promise<void> {
  await publishArticle(connection, notice440)
}
