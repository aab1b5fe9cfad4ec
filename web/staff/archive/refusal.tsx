import type { FieldName } from '#archive'
import { ErrorSummary, formatCount, type Lang, Refused, useLang, useWords } from '#web/ui/index.ts'
import { entryWords } from './entry-words.ts'
import { readingWords } from './reading-words.ts'
import type { Refusal } from './scan-acts.server.ts'
import { scanWords } from './scan-words.ts'

/** Why something was not done, by field where a field is at fault; without a refusal an opinion was recorded. */
export function RefusalNote({ refused }: { refused: Refusal | undefined }) {
  const s = useWords(scanWords)
  const r = useWords(readingWords)
  const e = useWords(entryWords)
  const lang = useLang()
  if (!refused)
    return (
      <p className="note" role="status">
        {s.settled}
      </p>
    )
  switch (refused.kind) {
    case 'plain':
      return <Refused>{s[refused.because]}</Refused>
    case 'again':
      return <Refused>{r[refused.because]}</Refused>
    case 'register':
      return <Refused>{refused.sentence[lang]}</Refused>
    case 'award':
      return <AwardRefused because={refused.because} words={e} />
    case 'place':
      return (
        <ErrorSummary
          errors={{
            [refused.because === 'beyond' ? 'beyondBecause' : 'number']: placeSentence(refused, s, lang),
          }}
        />
      )
    case 'fields': {
      const errors = Object.entries(refused.problems).map(([field, problem]) => [
        refused.in === 'settle' ? `${field}-other` : field,
        `${s.fields[field as FieldName]}: ${r.problems[problem]}`,
      ])
      return (
        <ErrorSummary
          title={refused.in === 'read' ? r.notSigned : r.notSettled}
          errors={Object.fromEntries(errors)}
        />
      )
    }
  }
}

function AwardRefused({
  because,
  words,
}: {
  because: Extract<Refusal, { kind: 'award' }>['because']
  words: (typeof entryWords)['vi']
}) {
  if (because === 'badMonth') return <ErrorSummary errors={{ fromMonth: words.badMonth }} />
  if (because === 'badToMonth') return <ErrorSummary errors={{ toMonth: words.badToMonth }} />
  return <Refused>{words.refusals[because]}</Refused>
}

/** Why a scan cannot be placed there, with the numbers that could be. */
export function placeSentence(
  refused: Extract<Refusal, { kind: 'place' }>,
  s: (typeof scanWords)['vi'],
  lang: Lang,
): string {
  const count = (number: number) => formatCount(number, lang)
  if (refused.because === 'badPlace') return s.badPlace(count(refused.from), count(refused.to))
  if (refused.because === 'beyond') return s.beyond(count(refused.pages), count(refused.last))
  return s.badBook
}
