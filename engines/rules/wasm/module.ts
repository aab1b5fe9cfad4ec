import { type Code, flat, list, name, sized, unsigned } from './bytes.ts'

const section = (id: number, content: Code): Code => [id, sized(content)]

const int32 = 0x7f
const pagesMax = 65_536

/**
 * A module that imports the shared memory `rules.memory` and exports `run(at, end)`, which calls each function in
 * turn with the same two addresses.
 */
export function moduleOf(functions: readonly Code[]): Uint8Array<ArrayBuffer> {
  const calls = functions.map((_, index): Code => [0x20, 0, 0x20, 1, 0x10, unsigned(index)])
  const run: Code = [0, calls, 0x0b]
  const signature: Code = [0x60, list([[int32], [int32]]), list([])]
  const memory: Code = [name('rules'), name('memory'), 0x02, 0x03, unsigned(1), unsigned(pagesMax)]
  return flat([
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    section(1, list([signature])),
    section(2, list([memory])),
    section(3, list([...functions, run].map(() => [0]))),
    section(7, list([[name('run'), 0x00, unsigned(functions.length)]])),
    section(10, list([...functions, run].map((body) => sized(body)))),
  ])
}
