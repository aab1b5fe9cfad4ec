import { withoutComments } from './tidy-imports.ts'

/** A function and its length in lines, first line to closing brace. */
export interface FunctionLength {
  name: string
  line: number
  lines: number
}

const opening =
  /^(?<indent> *)(?:export )?(?:default )?(?:(?:async )?function\*? *(?<named>\w+)|(?:const|let) (?<constant>\w+)\b[^\n]*=>|(?:static |private |protected |async |get |set |\*|#)*(?<method>\w+)(?=\([^\n]*\)[^\n]*\{$)|(?:it|test|describe)\b)/

/**
 * Functions by their layout: the formatter begins the line after a function at the function's own indentation.
 * `describe` groups tests and is no function of its own.
 */
export function functionsOf(source: string): FunctionLength[] {
  const lines = withoutTemplates(withoutComments(source)).split('\n')
  return lines.flatMap((text, index) => {
    const match = opening.exec(text)
    if (!match || /^ *(describe|if|for|while|switch|return|catch)\b/.test(text)) return []
    const { named, constant, method } = match.groups ?? {}
    const length = lengthOf(lines.slice(index))
    return length > 1 ? [{ name: named ?? constant ?? method ?? 'it', line: index + 1, lines: length }] : []
  })
}

/** Lines to the one that closes the first, or to the last that is indented below it. */
function lengthOf(lines: readonly string[]): number {
  const indent = indentOf(lines[0] ?? '')
  const goesOn = (line: string) => /^[)\]}].*(\{|=>|\()$/.test(line.trim())
  const next = lines.findIndex(
    (line, at) => at > 0 && line.trim() !== '' && indentOf(line) <= indent && !goesOn(line),
  )
  if (next < 0) return lines.length
  return /^ *[)\]}]/.test(lines[next] ?? '')
    ? next + 1
    : lines.slice(0, next).findLastIndex((line) => line.trim() !== '') + 1
}

/** Text over several lines has an indentation of its own, which says nothing of the code. */
function withoutTemplates(code: string): string {
  return code.replace(/`(?:[^`\\]|\\[\s\S])*`/g, (text) => text.replace(/[^\n]/g, ' '))
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
