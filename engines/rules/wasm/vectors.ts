import { type Code, signed, unsigned } from './bytes.ts'

/** An expression that leaves one vector of 16 bytes on the stack: one byte for each of 16 persons. */
export type Vector = Code & { readonly Vector?: never }

const vectorPrefix = 0xfd
const vectorType = 0x7b

const opcodes = {
  load: 0x00,
  store: 0x0b,
  const: 0x0c,
  swizzle: 0x0e,
  eq: 0x23,
  not: 0x4d,
  and: 0x4e,
  andNot: 0x4f,
  or: 0x50,
  bitselect: 0x52,
  add: 0x6e,
  min: 0x77,
  max: 0x79,
} as const

/** Addresses are multiples of 16 only for blocks; 0 promises nothing and costs nothing. */
const unaligned = 0

function operation(name: keyof typeof opcodes, ...operands: Vector[]): Vector {
  return [...operands, vectorPrefix, opcodes[name]]
}

export const swizzle = (table: Vector, classes: Vector) => operation('swizzle', table, classes)
export const equal = (one: Vector, other: Vector) => operation('eq', one, other)
export const not = (of: Vector) => operation('not', of)
/** What of `one` is not in `other`. */
export const without = (one: Vector, other: Vector) => operation('andNot', one, other)
export const sum = (one: Vector, other: Vector) => operation('add', one, other)
/** Bits of `one` where `mask` is set, of `other` where it is not. */
export const choose = (one: Vector, other: Vector, mask: Vector) => operation('bitselect', one, other, mask)

export const both = (...of: Vector[]) => folded('and', of)
export const either = (...of: Vector[]) => folded('or', of)
export const least = (...of: Vector[]) => folded('min', of)
export const greatest = (...of: Vector[]) => folded('max', of)

function folded(name: 'and' | 'or' | 'min' | 'max', of: readonly Vector[]): Vector {
  const [first, ...rest] = of
  if (!first) throw new Error(`Nothing to take the ${name} of`)
  return rest.reduce((folded, each) => operation(name, folded, each), first)
}

/** The same byte 16 times. */
export function repeated(byte: number): Vector {
  return [vectorPrefix, opcodes.const, ...Array.from({ length: 16 }, () => byte & 255)]
}

export const nothing = repeated(0)
export const everything = repeated(255)

/**
 * The body of a function over two addresses, `at` and `end`, that works through 16 bytes a turn. Values given a
 * local are computed once.
 */
export class Body {
  private readonly code: Code[] = []
  private locals = 0

  /** Computes a vector once; the result may be used many times. */
  keep(value: Vector): Vector {
    const local = unsigned(2 + this.locals++)
    this.code.push([value, 0x21, local])
    return [0x20, local]
  }

  /** 16 bytes at `at + offset`. */
  load(offset: number): Vector {
    return [0x20, 0, vectorPrefix, opcodes.load, unaligned, unsigned(offset)]
  }

  /** 16 bytes at a fixed address. */
  loadFixed(address: number): Vector {
    return [0x41, signed(0), vectorPrefix, opcodes.load, unaligned, unsigned(address)]
  }

  store(offset: number, value: Vector): void {
    this.code.push([0x20, 0, value, vectorPrefix, opcodes.store, unaligned, unsigned(offset)])
  }

  /** The function's locals and its loop: while at < end, everything above, at += 16. */
  function(): Code {
    const [block, loop, branchIf, branch, end, none] = [0x02, 0x03, 0x0d, 0x0c, 0x0b, 0x40]
    const past: Code = [0x20, 0, 0x20, 1, 0x4f]
    const onward: Code = [0x20, 0, 0x41, 16, 0x6a, 0x21, 0]
    const locals: Code = this.locals === 0 ? [0] : [1, unsigned(this.locals), vectorType]
    const turn: Code = [past, branchIf, 1, this.code, onward, branch, 0]
    return [locals, block, none, loop, none, turn, end, end, end]
  }
}
