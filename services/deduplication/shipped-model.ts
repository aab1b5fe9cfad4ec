import { assertUsable, type LinkageSettings, type Model } from '#linkage'
import shipped from './shipped-model.json' with { type: 'json' }

/**
 * The model that comes with the program, trained on 400,000 invented records (`bench/people`, seed 1). Throws when it
 * was trained for other settings or by another way of training: the README of this module says how to train it again.
 */
export function shippedModel(settings: LinkageSettings): Model {
  const model = shipped as Model
  assertUsable(model, settings)
  return model
}
