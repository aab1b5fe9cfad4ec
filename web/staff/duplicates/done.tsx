import { Form, Link } from 'react-router'
import { Button, Icon, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { DonePair } from './done.server.ts'
import { words } from './words.ts'

/** What was just decided, and the way back; `back` is the filter of the queue. */
export function Done({ done, back }: { done: DonePair | undefined; back: string }) {
  const t = useWords(words)
  const lang = useLang()
  if (!done) return null
  const path = `${pathIn(lang, `/can-bo/trung/${done.id}`)}${back}`
  return (
    <div className="note done" role="status">
      <p>
        <Icon name="yes" /> {done.state === 'waiting' ? t.undone : t.done[done.state](done.names)}{' '}
        <Link to={path}>{t.look}</Link>
      </p>
      {done.state === 'waiting' ? null : (
        <Form method="post" action={path}>
          <Button type="submit" size="small" name="viec" value="undo" data-choice="undo">
            {t.undo} <kbd>U</kbd>
          </Button>
        </Form>
      )}
    </div>
  )
}
