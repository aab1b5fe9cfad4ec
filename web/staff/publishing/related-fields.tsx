import { useEffect, useState } from 'react'
import type { ArticleLanguage, ArticleTitle } from '#publishing'
import { Button, Field, FieldError, useWords } from '#web/ui/index.ts'
import { editorWords } from './editor-words.ts'

interface Related {
  chosen: ArticleTitle[]
  language: ArticleLanguage
  touch: () => void
}

/** As many as a text may name. */
const relatedMax = 10

/** What to read beside a text: found by its title and chosen; without scripts its addresses are typed. */
export function RelatedFields(props: Related) {
  const [isHere, setHere] = useState(false)
  useEffect(() => setHere(true), [])
  return isHere ? <Picker {...props} /> : <Typed chosen={props.chosen} />
}

function Typed({ chosen }: Pick<Related, 'chosen'>) {
  const t = useWords(editorWords)
  const slugs = chosen.map(({ slug }) => slug).join('\n')
  return (
    <Field name="related" label={t.related} hint={t.relatedHint} optional>
      {(control) => <textarea rows={2} className="few" maxLength={1500} defaultValue={slugs} {...control} />}
    </Field>
  )
}

function Picker(props: Related) {
  const t = useWords(editorWords)
  const [chosen, setChosen] = useState(props.chosen)
  const [found, setFound] = useState<ArticleTitle[] | 'failed'>()
  const choose = (next: ArticleTitle[]) => {
    setChosen(next)
    // Once the field holds it.
    setTimeout(props.touch, 0)
  }
  return (
    <div className="related">
      <input type="hidden" name="related" value={chosen.map(({ slug }) => slug).join(' ')} />
      <SearchLine find={async (text) => setFound(await findTitles(text, props.language))} />
      {found === 'failed' ? <FieldError>{t.relatedFailed}</FieldError> : null}
      <Found
        found={found === 'failed' ? undefined : found}
        chosen={chosen}
        choose={(title) => choose([...chosen, title])}
      />
      {chosen.length > 0 ? (
        <ul className="plain-lines" aria-label={t.relatedChosen}>
          {chosen.map(({ slug, title }) => (
            <li key={slug}>
              {title}{' '}
              <Button
                type="button"
                size="small"
                aria-label={`${t.remove}: ${title}`}
                onClick={() => choose(chosen.filter((each) => each.slug !== slug))}
              >
                {t.remove}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** Enter looks for titles and does not send the whole form. */
function SearchLine({ find }: { find: (text: string) => Promise<void> }) {
  const t = useWords(editorWords)
  const [text, setText] = useState('')
  return (
    <Field name="related-search" label={t.related} hint={t.relatedSearchHint} optional>
      {({ name: _name, ...control }) => (
        <div className="related-search">
          <input
            {...control}
            type="search"
            maxLength={100}
            autoComplete="off"
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              void find(text)
            }}
          />
          <Button type="button" size="small" onClick={() => void find(text)}>
            {t.relatedFind}
          </Button>
        </div>
      )}
    </Field>
  )
}

function Found(props: {
  found: ArticleTitle[] | undefined
  chosen: ArticleTitle[]
  choose: (title: ArticleTitle) => void
}) {
  const t = useWords(editorWords)
  const { found, chosen } = props
  const isFull = chosen.length >= relatedMax
  const left = (found ?? []).filter(({ slug }) => chosen.every((each) => each.slug !== slug))
  return (
    <>
      <p className="quiet small" role="status">
        {found ? (isFull ? t.relatedFull(relatedMax) : t.relatedFound(left.length)) : ''}
      </p>
      {left.length > 0 && !isFull ? (
        <ul className="plain-lines" aria-label={t.relatedToChoose}>
          {left.map((each) => (
            <li key={each.slug}>
              {each.title}{' '}
              <Button
                type="button"
                size="small"
                aria-label={`${t.relatedAdd}: ${each.title}`}
                onClick={() => props.choose(each)}
              >
                {t.relatedAdd}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

async function findTitles(text: string, language: ArticleLanguage): Promise<ArticleTitle[] | 'failed'> {
  const asked = new URLSearchParams({ tu: text, tieng: language })
  try {
    const response = await fetch(`/can-bo/cong-ten-bai?${asked}`, { redirect: 'manual' })
    return response.ok ? ((await response.json()) as ArticleTitle[]) : 'failed'
  } catch {
    return 'failed'
  }
}
