import { type FactValues, type Ground, no, type Program, yes } from '#rules'
import { classesOfFacts, type FactClass } from './classes.ts'
import { judging } from './judging.ts'

/** A ground that is not met because of one fact alone. */
export interface NearMiss {
  ground: Ground
  fact: string
  /** The classes of that fact in which the ground would be met. */
  wanted: readonly FactClass[]
}

/** The grounds not met that a single other fact would meet, with what that fact would have to be. */
export function nearMisses(program: Program, facts: FactValues): NearMiss[] {
  const judge = judging(program)
  const classes = [...classesOfFacts(program)]
  return program.grounds
    .filter((ground) => judge(ground.when, facts).truth === no)
    .flatMap((ground) =>
      classes.flatMap(([fact, ofFact]): NearMiss[] => {
        const meets = ({ sample }: FactClass) =>
          judge(ground.when, { ...facts, [fact]: sample }).truth === yes
        const wanted = ofFact.filter(meets)
        return wanted.length > 0 ? [{ ground, fact, wanted }] : []
      }),
    )
}
