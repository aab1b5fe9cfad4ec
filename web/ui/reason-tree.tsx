import { ArticleChip } from './article-chip.tsx'
import { Icon } from './icon.tsx'
import { type Catalogue, useWords } from './language.ts'

/** One line of a reasoning: a tick, a cross or a question mark, its sentence, its article, where it was read. */
export interface ReasonView {
  truth: 'yes' | 'no' | 'unknown'
  text: string
  citeText?: string | undefined
  /** What is known, and from where. */
  source?: string | undefined
  children: readonly ReasonView[]
}

const vi = { yes: 'Đạt', no: 'Không đạt', unknown: 'Chưa rõ' }
const words: Catalogue<typeof vi> = { vi, en: { yes: 'Met', no: 'Not met', unknown: 'Not known' } }
const marks = {
  yes: { name: 'yes', className: 'ok' },
  no: { name: 'no', className: 'sai' },
  unknown: { name: 'ask', className: 'cham' },
} as const

/** The reasoning by article, condition below condition. */
export function ReasonTree({ lines }: { lines: readonly ReasonView[] }) {
  return (
    <ul className="tree">
      {lines.map((line) => (
        <ReasonItem key={`${line.truth} ${line.text} ${line.citeText}`} line={line} />
      ))}
    </ul>
  )
}

function ReasonItem({ line }: { line: ReasonView }) {
  const t = useWords(words)
  const { truth, text, citeText, source, children } = line
  return (
    <li>
      <div className="c">
        <Icon {...marks[truth]} label={t[truth]} />
        <span>
          {text} {citeText ? <ArticleChip cite={citeText} /> : null}
          {source ? <span className="src">{source}</span> : null}
        </span>
      </div>
      {children.length > 0 ? (
        <ul>
          {children.map((child) => (
            <ReasonItem key={`${child.truth} ${child.text} ${child.citeText}`} line={child} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}
