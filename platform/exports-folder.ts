import { dirname, join } from 'node:path'
import type { Config } from './config.ts'
import { filesFolder } from './files.ts'

/** Where what officers took out waits to be fetched: beside the files that were kept. */
export function exportsFolder(config: Pick<Config, 'dataDir'>): string {
  return join(dirname(filesFolder(config)), 'exports')
}
