import { z } from 'zod'
import { type Block, blockLimits, isSafeAddress, isWholeTable, textOfBlock } from './blocks/index.ts'

/** A text that the database can keep: without NUL and without halves of letters, which only a machine writes. */
export const keepable = (letters: number) =>
  z
    .string()
    .max(letters)
    .refine((text) => !text.includes('\0') && text.isWellFormed())

const flag = z.literal(true).optional()
const text = keepable(blockLimits.letters)
const run = z.strictObject({
  text: text.min(1),
  bold: flag,
  italic: flag,
  underline: flag,
  raised: z.literal(['up', 'down']).optional(),
  href: z.string().refine(isSafeAddress).optional(),
})
const runs = z.array(run).max(2_000)
const cells = z.array(runs).min(1).max(blockLimits.columns)
const item = z.strictObject({ runs })
const items = <Item extends z.ZodType>(each: Item) => z.array(each).min(1).max(blockLimits.items)

const place = z.int().min(0).max(blockLimits.rows)
const extent = z
  .int()
  .min(1)
  .max(blockLimits.rows + 1)
const span = z.strictObject({ row: place, column: place, rows: extent, columns: extent })

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), runs }),
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), runs }),
  z.strictObject({
    kind: z.literal('list'),
    ordered: z.boolean(),
    items: items(
      item.extend({ nested: z.strictObject({ ordered: z.boolean(), items: items(item) }).optional() }),
    ),
  }),
  z.strictObject({ kind: z.literal('quote'), paragraphs: z.array(runs).min(1).max(100) }),
  z
    .strictObject({
      kind: z.literal('table'),
      header: cells,
      rows: z.array(cells).max(blockLimits.rows),
      spans: z.array(span).max(2_000).optional(),
      heads: z.int().min(2).max(blockLimits.rows).optional(),
    })
    .refine(isWholeTable),
  z.strictObject({
    kind: z.literal('figure'),
    pictureId: z.guid(),
    alt: keepable(300),
    caption: keepable(500),
  }),
  z.strictObject({ kind: z.literal('rule') }),
])

/** What the body of an article may be, for all that comes from outside. */
export const blocksSchema: z.ZodType<Block[]> = z
  .array(block)
  .max(blockLimits.blocks)
  .refine(
    (body) =>
      body.reduce((letters, piece) => letters + textOfBlock(piece).length, 0) <= blockLimits.lettersInAll,
  )
