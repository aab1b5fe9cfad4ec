import { sql } from 'kysely'
import { type LinkageSettings, type Model, peopleSettings, settingsDigest, UnusableModel } from '#linkage'
import type { Transaction } from '#platform/database'

/** A trained model as it is kept. */
export interface KeptModel {
  /** Names it for ever: digest of the settings and the instant of training. */
  version: string
  model: Model
  trainedAt: Date
  isInUse: boolean
}

export function versionOf(model: Model): string {
  return `${model.settingsDigest.slice(0, 8)} ${model.trainedAt}`
}

/** The model that weighs pairs now, if it was trained for these settings; undefined asks for training. */
export async function findModelInUse(
  transaction: Transaction,
  settings: LinkageSettings = peopleSettings,
): Promise<KeptModel | undefined> {
  const rows = await readModels(transaction, sql`in_use and settings_digest = ${settingsDigest(settings)}`)
  return rows[0]
}

/** A model by its name, to explain a pair by the one that weighed it. */
export async function findModel(transaction: Transaction, version: string): Promise<KeptModel | undefined> {
  return (await readModels(transaction, sql`version = ${version}`))[0]
}

/**
 * Keeps a model and lets it weigh pairs from now on; returns its name. One that did not converge is kept for the record
 * and never used: throws UnusableModel.
 */
export async function putToUse(
  transaction: Transaction,
  model: Model,
  version = versionOf(model),
): Promise<string> {
  if (!model.converged)
    throw new UnusableModel({
      vi: `Mô hình đối sánh ${version} chưa hội tụ, không được dùng: huấn luyện lại trên nhiều hồ sơ hơn`,
      en: `The linkage model ${version} has not converged and is not used: train it on more records`,
    })
  await sql`update deduplication.model set in_use = false where in_use and version <> ${version}`.execute(
    transaction,
  )
  await sql`insert into deduplication.model (version, model, converged, settings_digest, people, in_use)
    values (${version}, ${JSON.stringify(model)}, ${model.converged}, ${model.settingsDigest}, ${model.records}, true)
    on conflict (version) do update set in_use = true`.execute(transaction)
  return version
}

async function readModels(transaction: Transaction, condition: ReturnType<typeof sql>): Promise<KeptModel[]> {
  const { rows } = await sql<{
    version: string
    model: Model
    trained_at: Date
    in_use: boolean
  }>`select version, model,
      trained_at, in_use from deduplication.model where ${condition} order by trained_at desc`.execute(
    transaction,
  )
  return rows.map(({ version, model, trained_at, in_use }) => ({
    version,
    model,
    trainedAt: trained_at,
    isInUse: in_use,
  }))
}
