import type { ClosedRound } from '#archive'
import { useWords } from '#web/ui/index.ts'
import { readingWords } from './reading-words.ts'
import { scanWords } from './scan-words.ts'

type RoundView = Omit<ClosedRound, 'reopenedAt'> & { at: string }

/** What was read before the scan was opened again: by whom, what, and why it was opened. */
export function Rounds({ rounds, illegible }: { rounds: readonly RoundView[]; illegible: string }) {
  const s = useWords(scanWords)
  const r = useWords(readingWords)
  return (
    <details className="sect rounds">
      <summary>{r.roundsTitle(rounds.length)}</summary>
      {rounds.map(({ round, reason, by, at, readings }) => (
        <section key={round}>
          <p>
            <b>{reason}</b> <span className="quiet">({r.roundBy(by, at)})</span>
          </p>
          {readings.map((reading) => (
            <dl key={reading.turn} className="agreed">
              <div>
                <dt>{r.readingBy(reading.turn, reading.by)}</dt>
                <dd />
              </div>
              {reading.written.map(([field, value]) => (
                <div key={field}>
                  <dt>{s.fields[field]}</dt>
                  <dd>{value === illegible ? r.illegible : value}</dd>
                </div>
              ))}
            </dl>
          ))}
        </section>
      ))}
    </details>
  )
}
