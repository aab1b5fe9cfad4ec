import { weekdayOf } from '#calendar'
import { periodNames, taskStateMeanings } from '#law/task-monitoring'
import { dutyAreaNames } from '#notices'
import { figureText } from '#web/staff/indicators/figures.ts'
import {
  formatCount,
  formatDay,
  type Lang,
  pathIn,
  Sen,
  State,
  Table,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { TaskLine } from './lines.server.ts'
import { shownFigure } from './shown-figure.ts'
import { words } from './words.ts'

/** Tasks with who leads them, how their day stands, and what is reported beside what is measured. */
export function TaskTable({ name, lines, isOfOne }: { name: string; lines: TaskLine[]; isOfOne?: boolean }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <div className="task-table">
      <Table
        name={name}
        rows={lines}
        keyOf={({ id }) => String(id)}
        columns={[
          {
            key: 'area',
            head: t.area,
            full: true,
            cell: ({ areas }) => <b>{areas.map((area) => dutyAreaNames[area][lang]).join(', ')}</b>,
          },
          {
            key: 'task',
            head: t.taskAndAgency,
            full: true,
            cell: (line) => <WhatAndWho line={line} isOfOne={isOfOne ?? false} />,
          },
          { key: 'due', head: t.dueAndState, full: true, cell: (line) => <Standing line={line} /> },
          {
            key: 'reported',
            head: t.reported,
            number: true,
            label: t.reported,
            cell: (line) => <Reported line={line} />,
          },
          {
            key: 'measured',
            head: t.measured,
            number: true,
            label: t.measured,
            cell: (line) => <Measured line={line} />,
          },
          { key: 'sen', head: t.principles, full: true, cell: (line) => <AreaSen line={line} /> },
        ]}
      />
      <p className="small quiet s3">{t.columnsNote}</p>
    </div>
  )
}

function WhatAndWho({ line, isOfOne }: { line: TaskLine; isOfOne: boolean }) {
  const t = useWords(words)
  const lang = useLang()
  const { id, number, does, lead, leadName, paragraphs, directiveNumber, parts } = line
  const from = isOfOne
    ? paragraphs.map((paragraph) => t.paragraph(paragraph)).join(', ')
    : [directiveNumber, number].filter(Boolean).join(', ')
  const figure = shownFigure(line.figures)
  return (
    <>
      <a href={pathIn(lang, `/can-bo/chi-dao/nhiem-vu/${id}`)} lang="vi">
        {does}
      </a>
      <br />
      <span className="quiet">
        {isOfOne && number ? `${number} · ` : ''}
        {lead ? (
          lead[lang]
        ) : (
          <>
            <span lang="vi">{leadName}</span> ({t.toChoose.toLocaleLowerCase(lang)})
          </>
        )}
        {from ? ` · ${from}` : ''}
      </span>
      {parts ? (
        <>
          <br />
          <span className="quiet">{t.partsDone(parts.done, parts.total)}</span>
        </>
      ) : null}
      {figure ? (
        <>
          <br />
          <span className="quiet">
            {t.metric}: {figure.name[lang]}
            {line.figures.length > 1 ? ` ${t.more(line.figures.length - 1)}` : ''}
          </span>
        </>
      ) : null}
    </>
  )
}

/** State by its shape and word, then the day. */
function Standing({ line }: { line: Pick<TaskLine, 'state' | 'status' | 'dueOn' | 'recurs' | 'nextOn'> }) {
  const t = useWords(words)
  const lang = useLang()
  const { state, status, dueOn, recurs, nextOn } = line
  const { short, colour } = taskStateMeanings[state]
  const day = dueOn ? formatDay(dueOn) : recurs ? periodNames[recurs][lang] : undefined
  const next = nextOn && t.next(`${t.weekdays[weekdayOf(nextOn)]} ${formatDay(nextOn)}`)
  return (
    <>
      <State is={colour}>{status === 'saidDone' ? t.toConfirm : short[lang]}</State>
      {day ? (
        <>
          <br />
          <span className="quiet num">{day}</span>
        </>
      ) : null}
      {next ? (
        <>
          <br />
          <span className="quiet num">{next}</span>
        </>
      ) : null}
    </>
  )
}

/** What the lead reports of the metric that is shown; how far the work is only by its word, which is no metric. */
function Reported({ line: { figures, percent } }: { line: TaskLine }) {
  const t = useWords(words)
  const lang = useLang()
  const figure = shownFigure(figures)
  if (figure?.reported === undefined)
    return percent === undefined ? '–' : t.progress(figureText('percent', percent, lang))
  return (
    <>
      {figureText(figure.unit, figure.reported, lang)}
      {figure.diverges ? (
        <>
          <br />
          <span className="sai">{t.diverges}</span>
        </>
      ) : null}
    </>
  )
}

const marks = { good: 'ok', cham: 'cham', sai: 'sai', none: undefined } as const

function Measured({ line: { figures } }: { line: TaskLine }) {
  const t = useWords(words)
  const lang = useLang()
  const figure = shownFigure(figures)
  if (figure?.measured === undefined) return <span className="quiet">{t.notYet}</span>
  return <b className={marks[figure.standing]}>{figureText(figure.unit, figure.measured, lang)}</b>
}

function AreaSen({ line: { principles, areas } }: { line: TaskLine }) {
  const lang = useLang()
  const { right, full, onTime } = principles ?? { right: undefined, full: undefined, onTime: undefined }
  const numbers = [right, full, onTime]
  const written = numbers.every((each) => each === undefined)
    ? '–'
    : numbers.map((each) => (each === undefined ? '–' : String(Math.floor(each)))).join(' · ')
  return (
    <span className="sen-txt">
      <Sen value={{ right, full, onTime }} what={areas.map((area) => dutyAreaNames[area][lang]).join(', ')} />
      <span className="num">{written}</span>
    </span>
  )
}

/** How many tasks a list has, its parts told apart: the same base as the counts of a directive. */
export function countOfTasks(
  { total, parts }: { total: number; parts: number },
  t: typeof words.vi,
  lang: Lang,
): string {
  const count = (number: number) => formatCount(number, lang)
  return parts > 0 ? t.wholesAndParts(count(total - parts), count(parts)) : t.count(count(total))
}
