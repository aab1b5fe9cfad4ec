import type { StoredAttachment } from '#publishing'
import { useWords } from '#web/ui/index.ts'
import type { ShownAttachment } from './attachment-fields.tsx'
import { editorWords } from './editor-words.ts'

/** What is known of a file beside its words. */
export type AttachmentTraces = Pick<StoredAttachment, 'remarks' | 'names' | 'isCleaned'>

/** What was taken out of a file, and what its readers would still find in it. */
export function AttachmentRemarks({ traces }: { traces: AttachmentTraces }) {
  const t = useWords(editorWords)
  const { remarks, names, isCleaned } = traces
  if (!remarks) return <p className="hint small">{t.attachmentUnread}</p>
  return (
    <>
      {isCleaned ? <p className="hint small">{t.attachmentCleaned}</p> : null}
      {remarks.length > 0 ? (
        <div className="note small">
          <p>{t.attachmentHolds}</p>
          <ul className="points">
            {remarks.map((remark) => (
              <li key={remark}>{t.remarks[remark]}</li>
            ))}
          </ul>
          {names.length > 0 ? <p>{t.remarkNames(names.join(', '))}</p> : null}
        </div>
      ) : null}
    </>
  )
}

/** The files of a text for who decides on it: to be opened, and with what they hold. */
export function AttachmentList({ attachments }: { attachments: readonly ShownAttachment[] }) {
  const t = useWords(editorWords)
  if (attachments.length === 0) return null
  return (
    <section className="block" aria-labelledby="files">
      <h2 id="files">{t.attachments}</h2>
      {attachments.map(({ id, label, fileName, traces }) => (
        <div key={id} className="attached">
          <a href={`/can-bo/cong/tep/${id}`} download>
            {label} <span className="quiet">({fileName})</span>
          </a>
          <AttachmentRemarks traces={traces} />
        </div>
      ))}
    </section>
  )
}
