import { Button, formatInstant, Refused, useWords } from '#web/ui/index.ts'
import { editorWords } from './editor-words.ts'
import type { SaveState } from './saving.ts'
import type { Autosave } from './use-autosave.ts'

/** Whether what was typed is kept, said as it changes; two who write at once choose here. */
export function SaveLine({ saving }: { saving: Autosave }) {
  const { state } = saving
  return (
    <>
      <p className="save-line" role="status" data-saved={state.kind === 'saved'}>
        <Sentence state={state} />
      </p>
      {state.kind === 'conflict' ? <Conflict state={state} saving={saving} /> : null}
    </>
  )
}

function Sentence({ state }: { state: SaveState }) {
  const t = useWords(editorWords)
  const bounds: Readonly<Record<string, string>> = t.bounds
  switch (state.kind) {
    case 'saved':
      return t.saved(formatInstant(state.at))
    case 'refused':
      return (
        <span className="sai">
          {t.refused[state.because]} {state.part ? (bounds[state.part] ?? '') : ''}
        </span>
      )
    case 'conflict':
      return <span className="sai">{state.isOwn ? t.conflictOwnTitle : t.conflictTitle}</span>
    case 'offline':
      return <span className="sai">{t.offline}</span>
    default:
      return t[state.kind]
  }
}

function Conflict({ state, saving }: { state: Extract<SaveState, { kind: 'conflict' }>; saving: Autosave }) {
  const t = useWords(editorWords)
  const { differences, isOwn, editedBy, editedAt } = state
  const title = isOwn ? t.conflictOwnTitle : t.conflictTitle
  const at = formatInstant(editedAt)
  const numbered = differences.map((line, number) => ({ ...line, number }))
  return (
    <section className="panel conflict" aria-label={title}>
      <div className="what">
        <Refused>{isOwn ? t.conflictOwn(at) : t.conflict(editedBy, at)}</Refused>
        <h3>{t.conflictDifferences}</h3>
        <ul className="compared">
          {numbered.map(({ change, text, number }) => (
            <li key={number} data-change={change}>
              <b>{change === 'removed' ? t.onlyTheirs : t.onlyMine}:</b> {text}
            </li>
          ))}
        </ul>
        <div className="acts">
          <Button type="button" onClick={() => void saving.keepMine()}>
            {t.keepMine}
          </Button>
          <Button type="button" weight="text" onClick={() => saving.drop()}>
            {t.takeTheirs}
          </Button>
        </div>
        <p className="hint small">{t.keepMineWhy}</p>
      </div>
    </section>
  )
}
