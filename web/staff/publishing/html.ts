/** A piece of pasted HTML: text, or an element with what is in it. */
export type HtmlNode = { text: string } | HtmlElement

export interface HtmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: HtmlNode[]
}

const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'wbr',
  'v:imagedata',
])
/** What is in these is no text of the document. */
const raw = new Set([
  'style',
  'script',
  'title',
  'xml',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
])
/** An opening tag of the first ends an open one of the second: Word leaves closing tags out. */
const endsBefore: Readonly<Record<string, readonly string[]>> = {
  li: ['li', 'p'],
  p: ['p'],
  tr: ['tr', 'td', 'th', 'p'],
  td: ['td', 'th', 'p'],
  th: ['td', 'th', 'p'],
  ul: ['p'],
  ol: ['p'],
  table: ['p'],
}
/** What an opening tag looks no further out than. */
const walls = new Set(['table', 'ul', 'ol', 'td', 'th', 'blockquote', 'body'])

const token =
  /<!--[\s\S]*?-->|<!\[[^\]]*\]>|<![^>]*>|<\?[^>]*>|<\/([a-zA-Z][\w:-]*)[^>]*>|<([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g

/**
 * Reads HTML of a clipboard into a tree, forgivingly and without a browser, so that it can be tried anywhere. Comments,
 * styles, scripts and what Word says to itself are left out; nothing of it is ever run or shown as it is.
 */
export function readHtml(html: string): HtmlElement {
  const root: HtmlElement = { name: 'body', attributes: {}, children: [] }
  const open: HtmlElement[] = [root]
  let at = 0
  token.lastIndex = 0
  for (let match = token.exec(html); match; match = token.exec(html)) {
    addText(open, html.slice(at, match.index))
    at = token.lastIndex
    const [, closing, opening, attributes = ''] = match
    if (closing) close(open, closing.toLowerCase())
    else if (opening) {
      const name = opening.toLowerCase()
      if (raw.has(name) && !attributes.endsWith('/')) {
        const end = html.slice(at).search(new RegExp(`</${name}[\\s>]`, 'i'))
        at = end < 0 ? html.length : at + end
        token.lastIndex = at
      } else if (!raw.has(name)) begin(open, name, attributes)
    }
  }
  addText(open, html.slice(at))
  return root
}

function addText(open: readonly HtmlElement[], text: string): void {
  if (text !== '') open.at(-1)?.children.push({ text: decode(text) })
}

function begin(open: HtmlElement[], name: string, attributes: string): void {
  const ends = endsBefore[name] ?? []
  for (let index = open.length - 1; index > 0; index -= 1) {
    const each = open[index]
    if (!each) break
    if (ends.includes(each.name)) open.length = index
    else if (walls.has(each.name)) break
  }
  const element: HtmlElement = { name, attributes: attributesOf(attributes), children: [] }
  open.at(-1)?.children.push(element)
  // A hundred levels are no document: the rest goes side by side.
  if (!empty.has(name) && !attributes.endsWith('/') && open.length < 100) open.push(element)
}

function close(open: HtmlElement[], name: string): void {
  const index = open.findLastIndex((each) => each.name === name)
  if (index > 0) open.length = index
}

function attributesOf(written: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', double, single, bare] of written.matchAll(
    /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  ))
    attributes[name.toLowerCase()] = decode(double ?? single ?? bare ?? '')
  return attributes
}

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', ensp: ' ', emsp: ' ' },
  ...{ ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', middot: '·' },
  ...{ bull: '•', laquo: '«', raquo: '»', deg: '°', sect: '§', copy: '©', times: '×', thinsp: ' ' },
  ...{ agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', egrave: 'è', eacute: 'é', ecirc: 'ê' },
  ...{ igrave: 'ì', iacute: 'í', ograve: 'ò', oacute: 'ó', ocirc: 'ô', otilde: 'õ', ugrave: 'ù' },
  ...{ uacute: 'ú', yacute: 'ý', Agrave: 'À', Aacute: 'Á', Acirc: 'Â', Atilde: 'Ã', Egrave: 'È' },
  ...{ Eacute: 'É', Ecirc: 'Ê', Igrave: 'Ì', Iacute: 'Í', Ograve: 'Ò', Oacute: 'Ó', Ocirc: 'Ô' },
  ...{ Otilde: 'Õ', Ugrave: 'Ù', Uacute: 'Ú', Yacute: 'Ý' },
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : ''
  })
}
