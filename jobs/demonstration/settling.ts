import type { LocalDate } from '#calendar'
import type { MonthColumns } from '#registry'
import { LawfulPrograms, type Line, lawfulLines } from './awards.ts'
import { type Errors, plantErrors } from './errors.ts'
import { eachMember, type Numbered } from './members.ts'
import { monthOfHouseholds } from './month.ts'
import type { DemoHousehold } from './people.ts'
import { createRandom } from './random.ts'

/** Households with what is recorded of them, right and wrong, before anything is written. */
export interface Settled {
  households: readonly DemoHousehold[]
  firstPerson: number
  firstHousehold: number
  columns: MonthColumns
  lines: readonly Line[]
  errors: Errors
  /** People recorded twice: their second record, by the line that both are paid. */
  copies: ReadonlyMap<Line, Numbered>
}

/** What is the same for all communes of a province. */
export class Settling {
  private readonly today: LocalDate
  private readonly seed: number
  private readonly programs: LawfulPrograms

  constructor({ today, seed }: { today: LocalDate; seed: number }) {
    this.today = today
    this.seed = seed
    this.programs = new LawfulPrograms(today)
  }

  /**
   * Gives households their awards by the law and plants errors among them. Their people are numbered from
   * `firstPerson` on; the second records of those recorded twice follow after them.
   */
  settle(
    households: readonly DemoHousehold[],
    { firstPerson, firstHousehold }: { firstPerson: number; firstHousehold: number },
  ): Settled {
    const { today, seed } = this
    const columns = monthOfHouseholds(households, { firstPerson, firstHousehold, today })
    const lines = lawfulLines(columns, this.programs)
    const members = [...eachMember(households, firstPerson, firstHousehold)]
    const errors = plantErrors(lines, columns, {
      random: createRandom(seed + firstPerson),
      today,
      isNumbered: (place) => members[place]?.member.citizenId !== undefined,
    })
    const copies = new Map(
      errors.twice.map((line, index) => {
        const id = firstPerson + members.length + index
        return [line, { ...(members[line.place] as Numbered), id, isCopy: true }] as const
      }),
    )
    return { households, firstPerson, firstHousehold, columns, lines, errors, copies }
  }
}
