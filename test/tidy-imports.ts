/** One import of a file, as written. */
export interface Import {
  specifier: string
  line: number
}

const patterns = [
  /^\s*(?:import|export)\s[^'"`;]*?\bfrom\s*(['"])([^'"]+)\1/gm,
  /^\s*import\s*(['"])([^'"]+)\1/gm,
  /\bimport\s*\(\s*(['"])([^'"]+)\1/g,
  /\bimport\s*\(\s*(['"])([^'"]+)\1\s*\)\s*\./g,
]

/** Every specifier a TypeScript file imports: static, for its effect, re-exported, dynamic and in types. */
export function importsOf(source: string): Import[] {
  const code = withoutComments(source)
  const found = new Map<number, Import>()
  for (const pattern of patterns) {
    for (const match of code.matchAll(pattern)) {
      const at = match.index + match[0].search(/\S/)
      const line = code.slice(0, at).split('\n').length
      found.set(at, { specifier: match[2] ?? '', line })
    }
  }
  return [...found.values()].sort((one, other) => one.line - other.line)
}

/**
 * The code with its comments blanked and its lines kept. Text in quotes stays, because specifiers are text; a regular
 * expression with a quote or slashes in it is passed over where it follows an operator.
 */
export function withoutComments(source: string): string {
  const token =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|(?<=[=(,:[!&|?{};\n]\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//g
  return source.replace(token, (text) =>
    text.startsWith('/*') || text.startsWith('//') ? text.replace(/[^\n]/g, ' ') : text,
  )
}
