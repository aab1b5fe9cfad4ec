/**
 * The order of the house, read by test/tidy.test.ts and by people.
 *
 * Imports point one way. `engines` and `law` are pure and know nothing below them; a service reads only the
 * services named before it; `jobs`, `web` and `commands` stand on top of everything.
 */

/** Wings from the most pure to the most practical: a file may import its own wing and the wings in its list. */
export const wings = {
  engines: [],
  law: ['engines'],
  platform: ['engines'],
  services: ['engines', 'law', 'platform'],
  jobs: ['engines', 'law', 'platform', 'services'],
  web: ['engines', 'law', 'platform', 'services', 'jobs'],
  commands: ['engines', 'law', 'platform', 'services', 'jobs', 'web'],
} as const

/** Facts flow left to right; a service imports only what stands to its left. */
export const services = [
  'registry',
  'awards',
  'intake',
  'archive',
  'deduplication',
  'findings',
  'indicators',
  'publishing',
  'feedback',
  'directives',
] as const

/** Engines from the plainest up; an engine imports only what stands to its left. */
export const engines = ['calendar', 'identity', 'notices', 'targets', 'linkage', 'rules'] as const

/** Wings that must stay pure: no clock, no I/O, no dependency from npm, no node: module. */
export const pure = ['engines', 'law'] as const
