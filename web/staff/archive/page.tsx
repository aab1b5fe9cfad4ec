import { data, Form, redirect } from 'react-router'
import {
  type Collection,
  listBatchProgress,
  listLedger,
  NameTaken,
  recordBook,
  recordCollection,
  sumProgress,
} from '#archive'
import { recordChange } from '#platform/audit'
import { type Transaction, withActor } from '#platform/database'
import { type Desk, getDesk } from '#web/staff/access.ts'
import { SaveAs } from '#web/staff/export/save-as.tsx'
import { numberIn } from '#web/staff/numbers.ts'
import { shortName, unitsOf } from '#web/staff/units.server.ts'
import {
  Button,
  Empty,
  ErrorSummary,
  Field,
  formatInstant,
  langOf,
  pathIn,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { BatchTable } from './batch-table.tsx'
import { bookIn } from './book-fields.server.ts'
import { ProgressTable } from './progress-table.tsx'
import { refuseLeaders, textIn, unitOf } from './tools.server.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const units = await unitsOf(desk.database)
  const { collections, batches } = await withActor(desk.database, desk.actor, async (transaction) => ({
    collections: await listLedger(transaction),
    batches: await listBatchProgress(transaction, { limit: 10 }),
  }))
  return {
    batches: batches.map(({ receivedAt, ...batch }) => ({ ...batch, at: formatInstant(receivedAt) })),
    mayWrite: desk.officer.role !== 'leader',
    collections: collections.map((each, at) => ({
      ...each,
      // The table of units leads to the first of each.
      anchor:
        at === 0 || each.unitUid !== collections[at - 1]?.unitUid
          ? `don-vi-${each.unitUid ?? 'province'}`
          : undefined,
      unit: each.unitUid && shortName(units, each.unitUid),
    })),
    byUnit: desk.officer.unitUid === 'province' ? sumsOf(collections, (uid) => shortName(units, uid)) : [],
  }
}

function sumsOf(collections: readonly Collection[], nameOf: (uid: string) => string) {
  const byUnit = Map.groupBy(collections, ({ unitUid }) => unitUid)
  return [...byUnit].map(([uid, ofUnit]) => ({
    key: uid ?? 'province',
    name: uid === undefined ? undefined : nameOf(uid),
    ...sumProgress(ofUnit.flatMap(({ books }) => books)),
  }))
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  refuseLeaders(desk)
  const t = words[langOf(url.pathname)]
  const form = await request.formData()
  const isBook = form.has('collectionId')
  const typed = Object.fromEntries([...form.keys()].map((key) => [key, textIn(form, key).slice(0, 200)]))
  const nameField = isBook ? 'bookName' : 'name'
  const { name, numberFrom, numberTo, errors } = bookIn(form, t, { nameField, hasNumbers: isBook })
  if (Object.keys(errors).length > 0) return data({ errors, typed }, { status: 422 })
  const counts = textIn(form, 'counts') === 'dossier' ? 'dossier' : 'page'
  const collectionId = numberIn(textIn(form, 'collectionId'))
  if (isBook && !(await seesCollection(desk, collectionId)))
    return data({ errors: { collectionId: t.badCollection }, typed }, { status: 422 })
  const book = { collectionId, name, counts, numberFrom, numberTo } as const
  try {
    await withActor(desk.database, desk.actor, (transaction) =>
      write(transaction, desk, isBook ? book : { name }),
    )
  } catch (error) {
    if (!(error instanceof NameTaken)) throw error
    return data({ errors: { [nameField]: t.nameTaken }, typed }, { status: 422 })
  }
  throw redirect(url.pathname)
}

async function seesCollection({ database, actor }: Desk, id: number): Promise<boolean> {
  const collections = await withActor(database, actor, listLedger)
  return collections.some((each) => each.id === id)
}

async function write(
  transaction: Transaction,
  desk: Desk,
  entry: Parameters<typeof recordBook>[1] | { name: string },
): Promise<void> {
  const unitUid = unitOf(desk)
  const id =
    'collectionId' in entry
      ? await recordBook(transaction, entry)
      : await recordCollection(transaction, { ...entry, unitUid })
  const kind = 'collectionId' in entry ? 'book' : 'collection'
  await recordChange(
    transaction,
    'openInLedger',
    { kind, id: String(id), ...(unitUid ? { unitUid } : {}) },
    entry,
  )
}

/** The ledger of paper: every collection with its books, and how far each is. */
export default function Ledger({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { collections, byUnit, batches, mayWrite } = loaderData
  return (
    <>
      <title>{`${t.title} | An Sinh`}</title>
      <div className="headrow">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet">{t.lead}</p>
        </div>
        <div className="acts">
          {collections.length > 0 ? <SaveAs path="/can-bo/kho-ho-so" /> : null}
          <a className="btn" href={pathIn(lang, '/can-bo/kho-ho-so/can-doc')}>
            {t.toRead}
          </a>
          {mayWrite ? (
            <a className="btn main" href={pathIn(lang, '/can-bo/kho-ho-so/tai-len')}>
              {t.upload}
            </a>
          ) : null}
        </div>
      </div>
      {actionData ? <ErrorSummary errors={actionData.errors} /> : null}
      {byUnit.length > 1 ? (
        <section className="sect">
          <h2>{t.byUnit}</h2>
          <ProgressTable
            name={t.byUnit}
            head={t.unit}
            rows={byUnit.map((each) => ({
              ...each,
              name: each.name ?? t.provinceOwn,
              href: `#don-vi-${each.key}`,
            }))}
          />
        </section>
      ) : null}
      {collections.length === 0 ? <Empty sentence={mayWrite ? t.noCollections : t.noCollectionsYet} /> : null}
      {collections.map((collection) => (
        <OneCollection key={collection.id} collection={collection} />
      ))}
      {batches.length > 0 ? (
        <section className="sect" aria-labelledby="batches">
          <div className="sec-head">
            <h2 id="batches">{t.batches}</h2>
            <SaveAs path="/can-bo/kho-ho-so/lo" />
          </div>
          <BatchTable name={t.batches} batches={batches} />
        </section>
      ) : null}
      {mayWrite ? <NewEntries collections={collections} refused={actionData} /> : null}
    </>
  )
}

function OneCollection({
  collection,
}: {
  collection: Route.ComponentProps['loaderData']['collections'][number]
}) {
  const t = useWords(words)
  const lang = useLang()
  const { id, name, unit, anchor, books } = collection
  return (
    <section className="sect" aria-labelledby={`phong-${id}`} id={anchor}>
      <h2 id={`phong-${id}`}>
        {name} <span className="quiet">{unit}</span>
      </h2>
      {books.length === 0 ? (
        <Empty sentence={t.noBooks} />
      ) : (
        <ProgressTable
          name={name}
          head={t.book}
          rows={books.map((book) => ({
            ...book,
            key: String(book.id),
            detail: t.numbered(book.numberFrom, book.numberTo, t.countKinds[book.counts]),
            href: pathIn(lang, `/can-bo/kho-ho-so/quyen/${book.id}`),
            opens: true,
          }))}
        />
      )}
    </section>
  )
}

interface NewEntriesProps {
  collections: Route.ComponentProps['loaderData']['collections']
  refused: Route.ComponentProps['actionData']
}

/** The two forms; what was written empties them, what was refused keeps its text. */
function NewEntries({ collections, refused }: NewEntriesProps) {
  const t = useWords(words)
  const errors: Record<string, string> = refused?.errors ?? {}
  const isBook = refused !== undefined && 'collectionId' in refused.typed
  const books = collections.reduce((sum, each) => sum + each.books.length, 0)
  return (
    <div className="wide">
      {collections.length > 0 ? (
        <details className="sect" key={`books-${books}`} open={isBook}>
          <summary>{t.newBook}</summary>
          <NewBook collections={collections} errors={errors} typed={isBook ? refused.typed : {}} />
        </details>
      ) : null}
      <details
        className="sect"
        key={`collections-${collections.length}`}
        open={collections.length === 0 || errors.name !== undefined}
      >
        <summary>{t.newCollection}</summary>
        <Form method="post">
          <Field name="name" label={t.collectionName} hint={t.collectionHint} error={errors.name}>
            {(control) => (
              <input
                type="text"
                maxLength={200}
                required
                {...control}
                defaultValue={isBook ? '' : refused?.typed.name}
              />
            )}
          </Field>
          <Button type="submit">{t.save}</Button>
        </Form>
      </details>
    </div>
  )
}

function NewBook({
  collections,
  errors,
  typed,
}: {
  collections: NewEntriesProps['collections']
  errors: Record<string, string>
  typed: Record<string, string>
}) {
  const t = useWords(words)
  return (
    <Form method="post">
      <Field name="collectionId" label={t.collection} error={errors.collectionId}>
        {(control) => (
          <select {...control} defaultValue={typed.collectionId}>
            {collections.map(({ id, name, unit }) => (
              <option key={id} value={id}>
                {unit ? `${name}, ${unit}` : name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="bookName" label={t.bookName} error={errors.bookName}>
        {(control) => (
          <input type="text" maxLength={200} required {...control} name="name" defaultValue={typed.name} />
        )}
      </Field>
      <Field name="counts" label={t.counts}>
        {(control) => (
          <select {...control} defaultValue={typed.counts}>
            <option value="page">{t.countKinds.page}</option>
            <option value="dossier">{t.countKinds.dossier}</option>
          </select>
        )}
      </Field>
      {(['numberFrom', 'numberTo'] as const).map((field) => (
        <Field key={field} name={field} label={t[field]} error={errors[field]}>
          {(control) => (
            <input type="text" inputMode="numeric" required {...control} defaultValue={typed[field]} />
          )}
        </Field>
      ))}
      <Button type="submit">{t.save}</Button>
    </Form>
  )
}
