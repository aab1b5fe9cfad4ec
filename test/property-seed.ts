import fc from 'fast-check'

/**
 * The same commit gives the same answer: properties are tried on the same cases everywhere. `FC_SEED` asks others, as
 * whoever changes what a property holds should, many times.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 28062022) })
