import { Form } from 'react-router'
import type { Upload } from '#intake'
import { Button, formatCount, formatInstant, State, Table, useLang, useWords } from '#web/ui/index.ts'
import { previewPath } from './preview-path.ts'
import { words } from './words.ts'

/** Lists that were read and wait for a decision: go on, or give up. Nothing is shown when there are none. */
export function Unconfirmed({ uploads }: { uploads: Upload[] }) {
  const t = useWords(words)
  const lang = useLang()
  if (uploads.length === 0) return null
  const path = (fileId: number) => previewPath(fileId, lang)
  return (
    <section className="sect" aria-labelledby="unconfirmed">
      <h2 id="unconfirmed">{t.unconfirmed}</h2>
      <Table
        name={t.unconfirmed}
        rows={uploads}
        keyOf={({ fileId }) => String(fileId)}
        columns={[
          {
            key: 'file',
            full: true,
            head: t.file,
            cell: ({ fileId, fileName, rounds }) => (
              <>
                <a href={path(fileId)}>{fileName}</a>{' '}
                {rounds > 0 ? <State is="open">{t.jobStates.takenBack}</State> : null}
              </>
            ),
          },
          { key: 'at', head: t.at, cell: ({ receivedAt }) => formatInstant(receivedAt) },
          {
            key: 'rows',
            head: t.people,
            label: t.people,
            number: true,
            cell: ({ rows }) => formatCount(rows, lang),
          },
          {
            key: 'decide',
            full: true,
            head: t.decide,
            cell: ({ fileId, fileName, rounds }) => (
              <Form method="post" action={path(fileId)} className="acts">
                <a className="btn sm" href={path(fileId)} aria-label={`${t.goOn}: ${fileName}`}>
                  {t.goOn}
                </a>
                {rounds > 0 ? null : (
                  <Button
                    size="small"
                    type="submit"
                    name="viec"
                    value="bo"
                    aria-label={`${t.discard}: ${fileName}`}
                  >
                    {t.discard}
                  </Button>
                )}
              </Form>
            ),
          },
        ]}
      />
    </section>
  )
}
