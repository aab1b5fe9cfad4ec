import { Form } from 'react-router'
import type { HeadingRows } from '#intake'
import { Button, Field, Table, useWords } from '#web/ui/index.ts'
import { words } from './columns-words.ts'

interface Props {
  headings: HeadingRows | undefined
  /** How the sheet begins. */
  firstRows: readonly (readonly string[])[]
  isOpen: boolean
}

/** Which rows of the sheet are its headings, with its first rows to see them by; an officer may say otherwise. */
export function HeadingChoice({ headings, firstRows, isOpen }: Props) {
  const t = useWords(words)
  if (firstRows.length === 0) return null
  const rows = firstRows.map((cells, index) => ({ number: index + 1, cells }))
  const isHeading = (number: number) =>
    headings !== undefined && number >= headings.first && number <= headings.last
  return (
    <section className="sect heading-rows" aria-labelledby="heading-rows">
      <h2 id="heading-rows">{t.headingRows}</h2>
      <p>{headings ? t.headingsAt(headings.first, headings.last) : t.noHeadings}</p>
      {isOpen ? <NameRows headings={headings} /> : null}
      <details open={headings === undefined}>
        <summary>{t.firstRows}</summary>
        <Table
          name={t.firstRows}
          rows={rows.filter(({ cells }) => cells.some((cell) => cell !== ''))}
          keyOf={({ number }) => String(number)}
          columns={[
            {
              key: 'number',
              head: t.row,
              label: t.row,
              cell: ({ number }) => <b>{number}</b>,
            },
            {
              key: 'cells',
              full: true,
              head: t.cells,
              cell: ({ number, cells }) => (
                <>
                  {isHeading(number) ? <b>{t.isHeading}: </b> : null}
                  {cells.filter((cell) => cell !== '').join(' | ')}
                </>
              ),
            },
          ]}
        />
      </details>
    </section>
  )
}

function NameRows({ headings }: Pick<Props, 'headings'>) {
  const t = useWords(words)
  return (
    <Form method="post" className="acts">
      <Field name="dong" label={t.firstRow}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            required
            maxLength={2}
            size={4}
            pattern="[0-9]{1,2}"
            defaultValue={headings?.first}
          />
        )}
      </Field>
      <Field name="so-dong" label={t.rowCount}>
        {(control) => (
          <select {...control} defaultValue={headings ? String(headings.last - headings.first + 1) : '1'}>
            {['1', '2', '3'].map((rows) => (
              <option key={rows} value={rows}>
                {rows}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit" name="viec" value="tieu-de">
        {t.takeHeadings}
      </Button>
    </Form>
  )
}
