import { State, useWords } from '#web/ui/index.ts'
import { standingShapes } from './shapes.ts'
import type { MessageView } from './view.server.ts'
import { words } from './words.ts'

type Clock = MessageView['clocks'][number]

/** The clocks of a message, each with its article and, opened, every day as it was counted. */
export function Clocks({ clocks }: { clocks: readonly Clock[] }) {
  const t = useWords(words)
  return (
    <section className="sect" aria-labelledby="clocks">
      <h2 id="clocks">{t.clocks}</h2>
      {clocks.length === 0 ? <p>{t.noClocks}</p> : null}
      {clocks.map((clock) => (
        <div key={clock.key} className="message-clock">
          <div className="clock-head">
            <b>{clock.name}</b>
            <State is={standingShapes[clock.standing]}>{t.standings[clock.standing]}</State>
          </div>
          <div>{clock.isAtOnce ? `${t.atOnce}: ${clock.due}` : t.clockLine(clock.start, clock.due)}</div>
          <div className="quiet small">
            {clock.basis}
            {clock.certainty ? ` (${clock.certainty})` : null}
          </div>
          {clock.steps.length > 0 ? (
            <details>
              <summary>{t.countedHow}</summary>
              <ol className="clock-steps">
                {clock.steps.map((step) => (
                  <li key={`${step.does} ${step.on}`}>
                    <span className="num">{step.day}</span>: <StepText step={step} />
                  </li>
                ))}
              </ol>
            </details>
          ) : null}
        </div>
      ))}
    </section>
  )
}

function StepText({ step }: { step: Clock['steps'][number] }) {
  const t = useWords(words)
  switch (step.does) {
    case 'start':
      return t.steps.start
    case 'count':
      return t.steps.count(step.number)
    case 'skip':
      return step.name ?? t.steps.skip[step.reason]
    case 'reach':
      return t.steps.reach(step.count)
    case 'roll':
      return t.steps.roll
    case 'due':
      return t.steps.due
  }
}
