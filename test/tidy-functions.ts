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
 * Functions by their layout: the formatter closes each at the indentation it began with. `describe` groups tests and is
 * no function of its own.
 */
export function functionsOf(source: string): FunctionLength[] {
  const lines = withoutComments(source).split('\n')
  return lines.flatMap((text, index) => {
    const match = opening.exec(text)
    if (!match || /^ *(describe|if|for|while|switch|return|catch)\b/.test(text)) return []
    const { indent = '', named, constant, method } = match.groups ?? {}
    const body = lines.slice(index)
    const end = body.findIndex((line, at) => at > 0 && line.startsWith(`${indent}}`))
    const cut = body.findIndex((line, at) => at > 0 && line.trim() !== '' && indentOf(line) < indent.length)
    const isOneLine = indentOf(body[1] ?? '') <= indent.length && !/^ *[)}\]]/.test(body[1] ?? '')
    if (end < 0 || isOneLine || (cut >= 0 && cut < end)) return []
    return [
      { name: named ?? constant ?? method ?? text.trim().slice(0, 40), line: index + 1, lines: end + 1 },
    ]
  })
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
