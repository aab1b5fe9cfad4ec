import { useState } from 'react'
import { Button, Field, FieldError, useWords } from '#web/ui/index.ts'
import { AttachmentRemarks, type AttachmentTraces } from './attachment-remarks.tsx'
import { editorWords } from './editor-words.ts'
import { sayRefusal } from './picture-panel.tsx'
import { sendFile } from './send-file.ts'

export interface ShownAttachment {
  id: string
  label: string
  fileName: string
  traces: AttachmentTraces
}

/** Files for readers to save, each with the name they see. */
export function AttachmentFields(props: {
  attachments: ShownAttachment[]
  uploadPath: string
  touch: () => void
}) {
  const t = useWords(editorWords)
  const [files, setFiles] = useState(props.attachments)
  const [error, setError] = useState('')
  const [isSending, setSending] = useState(false)
  const touchSoon = () => setTimeout(props.touch, 0)
  const add = async (input: HTMLInputElement) => {
    const file = input.files?.[0]
    if (!file) return
    setSending(true)
    const sent = await sendFile(props.uploadPath, file)
    setSending(false)
    input.value = ''
    setError(sent.ok ? '' : sayRefusal(t.attachmentRefused, sent.because))
    if (!sent.ok) return
    const fileName = sent.fileName ?? file.name
    const { id, remarks, names = [], isCleaned = false } = sent
    const traces = { remarks, names, isCleaned }
    setFiles((before) => [...before, { id, label: fileName.replace(/\.\w+$/, ''), fileName, traces }])
    touchSoon()
  }
  return (
    <fieldset className="text-part">
      <legend>{t.attachments}</legend>
      <input type="hidden" name="hasAttachments" value="1" />
      {files.map((file) => (
        <Attached
          key={file.id}
          file={file}
          remove={() => {
            setFiles((before) => before.filter((each) => each.id !== file.id))
            touchSoon()
          }}
        />
      ))}
      <Field name="attachmentFile" label={t.attachmentFile} hint={t.attachmentsHonest}>
        {({ name: _name, ...control }) => (
          <input
            {...control}
            type="file"
            accept=".pdf,.docx,.xlsx,.odt"
            onChange={({ currentTarget }) => void add(currentTarget)}
          />
        )}
      </Field>
      <p className="hint small" role="status">
        {isSending ? t.sendingFile : ''}
      </p>
      {error ? <FieldError>{error}</FieldError> : null}
    </fieldset>
  )
}

/** One file: to be opened, named for readers, looked at for what it still holds, and taken out. */
function Attached({ file, remove }: { file: ShownAttachment; remove: () => void }) {
  const t = useWords(editorWords)
  const { id, label, fileName, traces } = file
  return (
    <div className="attached">
      <input type="hidden" name="attachmentId" value={id} />
      <a href={`/can-bo/cong/tep/${id}`} download>
        {fileName}
      </a>
      <input
        type="text"
        name="attachmentLabel"
        maxLength={200}
        defaultValue={label}
        aria-label={`${t.attachmentLabel}: ${fileName}`}
      />
      <AttachmentRemarks traces={traces} />
      <Button type="button" size="small" aria-label={`${t.remove}: ${fileName}`} onClick={remove}>
        {t.remove}
      </Button>
    </div>
  )
}
