import { readFileSync } from 'node:fs'

/**
 * The lines of a file under test/examples, each cut into its columns. `-` in any column but the first is nothing;
 * `\u` and four digits stand for a character that is not seen. Throws when the file holds no example, so that a test
 * never passes on nothing.
 */
export function exampleLines(file: string): string[][] {
  const lines = readFileSync(new URL(`examples/${file}`, import.meta.url), 'utf8').split('\n')
  const read = lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) =>
      line.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    )
    .map((line) => {
      const [written = '', ...rest] = line.split('|').map((part) => part.trim())
      return [written, ...rest.map((part) => (part === '-' ? '' : part))]
    })
  if (read.length === 0) throw new Error(`${file} has no example`)
  return read
}
