import { formatCount, percentText, Table, useLang, useWords } from '#web/ui/index.ts'
import type { readAnswers } from './answers.server.ts'
import { answersWords } from './answers-words.ts'

type Line = Awaited<ReturnType<typeof readAnswers>>['figures'][number]

/** How each authority answers: how many, in time, and how satisfied people are. */
export function AuthorityFigures({ figures }: { figures: readonly Line[] }) {
  const t = useWords(answersWords)
  const lang = useLang()
  const number = (key: 'messages' | 'answered') => ({
    key,
    head: t[key],
    label: t[key],
    number: true,
    full: true,
    cell: (line: Line) => {
      const count = line[key]
      return count === null ? <span className="quiet">{t.hidden}</span> : formatCount(count, lang)
    },
  })
  const inTime = ({ answered, answeredInTime }: Line) =>
    answered === null || answeredInTime === null ? (
      <span className="quiet">{t.hidden}</span>
    ) : (
      percentText(answered > 0 ? (100 * answeredInTime) / answered : undefined, lang)
    )
  return (
    <Table
      name={t.figures}
      rows={figures}
      keyOf={({ key }) => key}
      columns={[
        { key: 'name', head: t.authority, full: true, cell: ({ name }) => <b>{name}</b> },
        number('messages'),
        number('answered'),
        { key: 'inTime', head: t.inTime, label: t.inTime, number: true, full: true, cell: inTime },
        {
          key: 'satisfaction',
          head: t.satisfaction,
          label: t.satisfaction,
          number: true,
          full: true,
          cell: ({ meanMark, marks }) =>
            meanMark === undefined ? (
              <span className="quiet">{t.tooFew}</span>
            ) : (
              t.ofMarks(meanMark.toFixed(1).replace('.', lang === 'vi' ? ',' : '.'), String(marks ?? 0))
            ),
        },
      ]}
    />
  )
}
