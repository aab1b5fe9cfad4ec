import { today } from '#platform/clock'
import { listCommunes, readUnits } from '#registry'
import type { Services } from '#web/context.ts'

/** A commune that a sender can choose. */
export interface Place {
  uid: string
  name: string
}

/** What the form has to know before anybody writes. */
export interface FormFacts {
  /** The communes as they stand today, by name and without “Xã” or “Phường” before it. */
  places: Place[]
  /** Somebody who leaves an e-mail address can be written to. */
  sendsMail: boolean
}

export async function readFormFacts({ config, database }: Services): Promise<FormFacts> {
  const communes = listCommunes(await readUnits(database.query), today())
  const places = communes
    .map(({ uid, name }) => ({ uid, name: name.replace(/^(Xã|Phường) /, '') }))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'))
  return { places, sendsMail: config.smtpUrl !== undefined }
}
