import { Form } from 'react-router'
import type { ImportCounts, Upload } from '#intake'
import { Button, formatCount, useLang, useWords } from '#web/ui/index.ts'
import { previewPath } from './preview-path.ts'
import { words } from './words.ts'

interface Props {
  upload: Upload
  counts: ImportCounts
  /** Tried, not under way, and read without a refusal. */
  isReady: boolean
  mayWrite: boolean
  /** Work on the list is under way. */
  isWorking: boolean
  problems: number
  /** Rows that agree by name, birth and unit alone. */
  byName: number
}

/**
 * What to do with a list: the one thing it waits for with what that would do, then what else may be done. Everything
 * works without scripts.
 */
export function PreviewDecision(props: Props) {
  const { upload, counts, isReady, mayWrite, isWorking } = props
  const isOpen = mayWrite && !isWorking && upload.finishedAt === undefined
  return (
    <div className="decision">
      {isOpen && isReady && (upload.month !== undefined || upload.isBegun) ? <Write counts={counts} /> : null}
      {isOpen && !isReady && upload.refused === undefined ? <Try /> : null}
      {isWorking ? null : <OtherWays {...props} isOpen={isOpen} />}
    </div>
  )
}

function Write({ counts }: { counts: ImportCounts }) {
  const t = useWords(words)
  const lang = useLang()
  const count = (number: number) => formatCount(number, lang)
  const written = counts.new + counts.changed
  const leftOut = counts.doubtful + counts.faulty
  const isIdle = written + counts.identical === 0
  return (
    <Form method="post" action="?" className="main-act">
      <Button weight="main" type="submit" name="viec" value="ghi" aria-describedby="will" disabled={isIdle}>
        {written > 0 ? t.confirm(count(written)) : t.confirmNothing}
      </Button>
      <p id="will">
        {written > 0
          ? t.willWrite(count(counts.new), count(counts.changed))
          : isIdle
            ? t.noneToWrite
            : t.willWriteNothing(count(counts.identical))}
        {leftOut > 0 ? ` ${t.willLeaveOut(count(counts.doubtful), count(counts.faulty))}` : ''}
      </p>
    </Form>
  )
}

function Try() {
  const t = useWords(words)
  return (
    <Form method="post" action="?" className="main-act">
      <Button weight="main" type="submit" name="viec" value="xem">
        {t.tryNow}
      </Button>
    </Form>
  )
}

/** To the cells that are wrong and the columns; trying again, giving up, taking back. */
function OtherWays({ upload, isReady, isOpen, mayWrite, problems, byName }: Props & { isOpen: boolean }) {
  const t = useWords(words)
  const lang = useLang()
  const at = (page: string) => `${previewPath(upload.fileId, lang)}/${page}`
  return (
    <Form method="post" action="?" className="acts">
      {isReady && mayWrite && byName > 0 ? (
        <Button size="small" type="submit" name="viec" value="theo-ten">
          {t.acceptByName(formatCount(byName, lang))}
        </Button>
      ) : null}
      {problems > 0 ? (
        <a className="btn sm" href={at('loi')}>
          {t.problems(formatCount(problems, lang))}
        </a>
      ) : null}
      {upload.hasErrorFile ? (
        <a className="btn sm" href={`/can-bo/danh-sach-can-sua/${upload.fileId}`} download>
          {t.errorFile}
        </a>
      ) : null}
      {upload.summary ? (
        <a className="btn sm" href={at('cot')}>
          {t.columns}
        </a>
      ) : null}
      {isOpen && isReady ? (
        <Button size="small" type="submit" name="viec" value="xem">
          {t.tryAgain}
        </Button>
      ) : null}
      {isOpen && !upload.isBegun && upload.rounds === 0 ? (
        <Button size="small" type="submit" name="viec" value="bo">
          {t.discard}
        </Button>
      ) : null}
      {mayWrite && upload.isBegun ? (
        <a className="btn sm" href={at('hoan-tac')}>
          {t.takeBack}
        </a>
      ) : null}
    </Form>
  )
}
