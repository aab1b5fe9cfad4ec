import { formatDay, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { DraftDesk } from './draft-view.server.ts'
import { words } from './draft-words.ts'
import { kindNames } from './kinds.ts'

type Before = DraftDesk['before']

/** What a clerk says they have seen, among the fields of the form that hands the tasks out. */
export function BeforeIssuing({ before }: { before: Before }) {
  const t = useWords(words)
  const { withoutLead, toCommunes } = before
  const alike = before.alike.filter(({ state }) => state === 'issued')
  return (
    <>
      {alike.length > 0 ? (
        <div className="before-issuing">
          <p>{t.alike}</p>
          <ul>
            {alike.map((each) => (
              <li key={each.id}>
                <AlikeLink directive={each} />
              </li>
            ))}
          </ul>
          <label>
            <input type="checkbox" name="biet" value="alikeIssued" /> {t.isAnother}
          </label>
        </div>
      ) : null}
      {withoutLead.length > 0 ? (
        <div className="before-issuing">
          <p>{t.withoutLead}</p>
          <ul>
            {withoutLead.map(({ draftId, does, written }) => (
              <li key={draftId}>
                <a href={`#du-thao-${draftId}`} lang="vi">
                  {does}
                </a>
                {written ? (
                  <>
                    {' '}
                    (<span lang="vi">{written}</span>)
                  </>
                ) : null}
              </li>
            ))}
          </ul>
          <label>
            <input type="checkbox" name="biet" value="leadUnknown" /> {t.handWithoutLead}
          </label>
        </div>
      ) : null}
      {toCommunes.length > 0 ? (
        <div className="before-issuing">
          <p>{t.toCommunes}</p>
          <ul lang="vi">
            {toCommunes.map(({ draftId, does }) => (
              <li key={draftId}>
                <a href={`#du-thao-${draftId}`}>{does}</a>
              </li>
            ))}
          </ul>
          <label>
            <input type="checkbox" name="chia-xa" value="co" defaultChecked /> {t.shareOut}
          </label>
        </div>
      ) : null}
    </>
  )
}

/** A directive that may be the same paper, by its number and what has become of it. */
export function AlikeLink({ directive }: { directive: Before['alike'][number] }) {
  const t = useWords(words)
  const lang = useLang()
  const { id, kind, number, state, handedOn } = directive
  const path = state === 'draft' ? `/can-bo/chi-dao/nhap/${id}` : `/can-bo/chi-dao/${id}`
  return (
    <>
      <a href={pathIn(lang, path)}>
        {kindNames[kind][lang]} {number ?? t.alikeOne(id)}
      </a>{' '}
      <span className="quiet">
        ({state === 'issued' && handedOn ? t.alikeIssued(formatDay(handedOn)) : t.alikeDraft(id)})
      </span>
    </>
  )
}
