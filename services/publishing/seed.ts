import type { Transaction } from '#platform/database'
import { publishArticle } from './articles.ts'
import { notice440 } from './notice-440.ts'

/** Puts the notice's article on the portal; doing it twice changes nothing. */
export async function seedPublishing(connection: Transaction): Promise<void> {
  await publishArticle(connection, notice440)
}
