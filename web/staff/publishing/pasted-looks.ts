import { isSafeAddress, type Run, wordsOf } from '#publishing/blocks'
import type { HtmlElement, HtmlNode } from './html.ts'

/** How words look, without the words. */
export type Look = Omit<Run, 'text'>

/** A paragraph that Word paints as a point of a list. */
export interface WordItem {
  kind: 'item'
  level: number
  ordered: boolean
}

/** Word writes the level into the style and the point itself into a span to be ignored. */
export function wordItemOf(element: HtmlElement): WordItem | undefined {
  const { style = '', class: className = '' } = element.attributes
  const list = /mso-list:\s*l\d+\s+level(\d+)/i.exec(style)
  if (!list && !/MsoListParagraph|MsoListBullet|MsoListNumber/.test(className)) return undefined
  if (!list && !/MsoListBullet|MsoListNumber/.test(className) && markerOf(element) === undefined)
    return undefined
  const marker = markerOf(element) ?? ''
  const ordered =
    /^\(?(\d{1,3}|[a-zđ]|[ivxl]{1,6})[.)]/i.test(marker.trim()) || className.includes('MsoListNumber')
  return { kind: 'item', level: Math.min(9, Number(list?.[1] ?? 1)), ordered }
}

function markerOf(element: HtmlElement): string | undefined {
  for (const child of element.children) {
    if ('text' in child) continue
    if (isMarker(child)) return textIn(child)
    const inner = markerOf(child)
    if (inner !== undefined) return inner
  }
  return undefined
}

function isMarker({ attributes }: HtmlElement): boolean {
  return /mso-list:\s*ignore/i.test(attributes.style ?? '')
}

function textIn(node: HtmlNode): string {
  return 'text' in node ? node.text : node.children.map(textIn).join('')
}

/** What a page lets one press or fill in: its words are no words of the text. */
const controls = new Set(['button', 'select', 'textarea', 'datalist', 'audio', 'video', 'canvas'])

/** What Word marks as its own, what is not shown, and controls of a page. */
export function isHidden(element: HtmlElement): boolean {
  const { style = '', class: className = '', href = '' } = element.attributes
  return (
    controls.has(element.name) ||
    isMarker(element) ||
    /display:\s*none|mso-hide:\s*all|mso-element:\s*(comment|field-begin|field-end)/i.test(style) ||
    /MsoCommentReference|msocomtxt|msocomanchor/i.test(className) ||
    /#_msocom/i.test(href)
  )
}

/**
 * Words that were struck out: deleted in Word under tracked changes, or crossed out by hand. Whoever crossed them out
 * says that they no longer hold, and an article knows no crossed-out words, so they would be read as if they held.
 */
export function isStruckOut({ name, attributes }: HtmlElement): boolean {
  const { style = '', class: className = '' } = attributes
  return (
    ['del', 's', 'strike'].includes(name) ||
    /(?:^|;)\s*text-decoration(?:-line)?:[^;]*line-through/i.test(style) ||
    /(?:^|\s)msoDel(?:\s|$)/i.test(className)
  )
}

/** Whether an element says anything that could be missed. */
export function saysSomething(element: HtmlElement): boolean {
  return textIn(element).trim() !== ''
}

/** The look of the words in an element, within the look around it. */
export function lookOf({ name, attributes }: HtmlElement, look: Look): Look {
  const { style = '', href } = attributes
  const weight = /(?:^|;)\s*font-weight:\s*(bold|normal|\d+)/i.exec(style)?.[1]
  const isBold = weight ? weight === 'bold' || Number(weight) >= 600 : name === 'b' || name === 'strong'
  const isPlain = weight === 'normal' || Number(weight) < 600
  const isItalic =
    /(?:^|;)\s*font-style:\s*italic/i.test(style) ||
    (/^(i|em|cite)$/.test(name) && !/(?:^|;)\s*font-style:\s*normal/i.test(style))
  // Words added under tracked changes are words like the others: their line is Word's.
  const isUnderlined =
    name !== 'ins' && (name === 'u' || /(?:^|;)\s*text-decoration[^;]*underline/i.test(style))
  const raised = raisedBy(name, attributes)
  const { bold, ...rest } = look
  const address = name === 'a' ? href?.trim() : undefined
  return {
    ...rest,
    ...((bold && !isPlain) || isBold ? { bold: true } : {}),
    ...(isItalic ? { italic: true } : {}),
    ...(isUnderlined && name !== 'a' ? { underline: true } : {}),
    ...(raised ? { raised } : {}),
    ...(address && isAddressOfAnywhere(address) ? { href: address } : {}),
  }
}

function raisedBy(name: string, attributes: Readonly<Record<string, string>>): Run['raised'] {
  const { style = '', class: className = '' } = attributes
  const align = /(?:^|;)\s*vertical-align:\s*(super|sub)/i.exec(style)?.[1]?.toLowerCase()
  if (name === 'sup' || align === 'super' || /Mso(?:Foot|End)noteReference/i.test(className)) return 'up'
  return name === 'sub' || align === 'sub' ? 'down' : undefined
}

/** An address within another site would lead into this portal, so it does not come along. */
function isAddressOfAnywhere(address: string): boolean {
  return !address.startsWith('/') && isSafeAddress(address)
}

/** What stands over every paper of the State and is no heading of its text. */
const motto = /^(CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM)$/

/**
 * Whether a paragraph is a heading in all but name, as officers write them: bold capitals in the middle of the line or
 * after a number (“I. LỊCH CHI TRẢ”), or a bold “Điều 3. …”. Its level, or undefined.
 */
export function paintedHeading(element: HtmlElement, runs: readonly Run[]): 2 | 3 | undefined {
  const words = wordsOf(runs).trim()
  const isBold = runs.every(({ text, bold, href }) => (bold && !href) || text.trim() === '')
  if (!isBold || words.length < 4 || words.length > 200 || motto.test(words)) return undefined
  if (/^Điều \d+\./.test(words)) return 3
  const isCapital = /\p{Lu}{3}/u.test(words) && !/\p{Ll}/u.test(words)
  const { style = '', align = '' } = element.attributes
  const isCentred = /(?:^|;)\s*text-align:\s*center/i.test(style) || /^center$/i.test(align)
  const isNumbered = /^([IVXLC]+|[A-Z]|\d{1,2})[.)]\s|^(PHẦN|CHƯƠNG|MỤC|PHỤ LỤC)\s/.test(words)
  return isCapital && (isCentred || isNumbered) ? 2 : undefined
}
